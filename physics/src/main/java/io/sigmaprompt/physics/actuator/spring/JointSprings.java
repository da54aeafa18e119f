package io.sigmaprompt.physics.actuator.spring;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.Range;
import io.sigmaprompt.physics.actuator.transmission.ReferenceConfiguration;
import io.sigmaprompt.physics.actuator.transmission.RotationVector;
import io.sigmaprompt.physics.actuator.transmission.Transmissions;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.spatial.Rotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The springs and the viscous damping of a robot's joints (MuJoCo documentation, XML reference, joint: stiffness,
 * springref, damping). A ball's spring rests at no rotation, a floating joint's at the reference configuration; both pull
 * along the rotation vector. Damping is that of {@link Joint#dynamics}, the same in all freedoms of a joint. All implicit,
 * except that springs of single coordinates keep their energy where the step resolves them, by the semi-implicit (symplectic)
 * method of Euler (Hairer, Lubich, Wanner, Geometric Numerical Integration, 2006, section I.1.2). Has no state.
 */
public final class JointSprings implements ForceElement {
    /**
     * A spring on a joint.
     *
     * @param q where its coordinates begin
     * @param v where its velocities begin
     */
    private record Spring(JointType type, int q, int v, double stiffness, double rest) {}

    /** Greatest phase, radians, that a spring may turn in a step to be stepped without loss. */
    private static final double RESOLVED = 0.35;

    private final Spring[] springs;
    /** By freedom: acceleration over force where it has a spring, at the reference; infinite where that is not known. */
    private final double[] mobility;

    private final double[] damping;
    private final double[] reference;
    private final double[] step = new double[3];
    private final double[] turned = new double[4];
    private final double[] rotation = new double[9];

    /**
     * Of a robot.
     *
     * @throws BadInputException if a stiffness or a damping is negative or no number, or a compliance's joint is not the
     *     robot's, or has a spring and is planar
     */
    public JointSprings(RobotModel model, Mechanism mechanism) {
        mobility = new double[model.nv()];
        Arrays.fill(mobility, Double.POSITIVE_INFINITY);
        reference = ReferenceConfiguration.of(model, mechanism);
        damping = new double[model.nv()];
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            double value = joint.dynamics().damping();
            Range.notNegative("joint '" + joint.name() + "', damping", value);
            for (int k = 0; k < joint.type().velocities(); k++) {
                damping[model.vIndex(j) + k] = value;
            }
        }
        List<Spring> found = new ArrayList<>();
        for (JointCompliance compliance : mechanism.compliances()) {
            Range.notNegative("joint '" + compliance.joint() + "', stiffness", compliance.stiffness());
            if (compliance.stiffness() > 0) {
                found.add(spring(model, compliance));
            }
        }
        springs = found.toArray(Spring[]::new);
    }

    /**
     * Of a robot, whose springs keep their energy where the step resolves them: with 18 steps a period or more, of the
     * inertia that each has in the reference configuration.
     *
     * @throws BadInputException as the other one does
     */
    public JointSprings(RobotDynamics dynamics, Mechanism mechanism) {
        this(dynamics.model(), mechanism);
        RobotModel model = dynamics.model();
        double[] still = new double[model.nv()];
        double[] armature = new double[model.nv()];
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            Arrays.fill(
                    armature,
                    model.vIndex(j),
                    model.vIndex(j) + joint.type().velocities(),
                    joint.dynamics().armature());
        }
        double[] push = new double[model.nv()];
        double[] falling = new double[model.nv()];
        double[] pushed = new double[model.nv()];
        if (springs.length > 0) {
            dynamics.update(reference, still);
            dynamics.solve(push, armature, falling);
        }
        for (Spring spring : springs) {
            push[spring.v] = 1;
            dynamics.solve(push, armature, pushed);
            mobility[spring.v] = pushed[spring.v] - falling[spring.v];
            push[spring.v] = 0;
        }
    }

    private static Spring spring(RobotModel model, JointCompliance compliance) {
        int j = Transmissions.jointIndex(model, "joint '" + compliance.joint() + "'", compliance.joint());
        JointType type = model.joints().get(j).type();
        if (type == JointType.PLANAR || type == JointType.FIXED) {
            throw new BadInputException(
                    "joint '" + compliance.joint() + "'",
                    "it is " + (type == JointType.FIXED ? "fixed" : "planar") + " and has a spring",
                    "Give springs to revolute, continuous, prismatic, ball and floating joints.");
        }
        return new Spring(type, model.qIndex(j), model.vIndex(j), compliance.stiffness(), compliance.springReference());
    }

    @Override
    public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        for (int i = 0; i < damping.length; i++) {
            tau[i] -= damping[i] * v[i];
            diagonal[i] += dt * damping[i];
        }
        for (Spring spring : springs) {
            int i = spring.v;
            switch (spring.type) {
                case SPHERICAL -> turn(spring, q, v, dt, tau, diagonal);
                case FLOATING -> {
                    turn(spring, q, v, dt, tau, diagonal);
                    pull(spring, q, v, dt, tau, diagonal);
                }
                default -> {
                    boolean resolved = dt * dt * spring.stiffness * mobility[i] <= RESOLVED * RESOLVED;
                    double ahead = resolved ? 0 : dt;
                    tau[i] -= spring.stiffness * (q[spring.q] + ahead * v[i] - spring.rest);
                    diagonal[i] += ahead * dt * spring.stiffness;
                }
            }
        }
    }

    private void turn(Spring spring, double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        int dof = spring.v;
        int quaternion = spring.q + spring.type.quaternion();
        for (int k = 0; k < 3; k++) {
            step[k] = dt * v[dof + k];
        }
        Rotation.turn(q, quaternion, step, 0, turned, 0);
        if (spring.type == JointType.FLOATING) {
            unturn(quaternion);
        }
        RotationVector.of(turned, 0, step);
        for (int k = 0; k < 3; k++) {
            tau[dof + k] -= spring.stiffness * step[k];
            diagonal[dof + k] += dt * dt * spring.stiffness;
        }
    }

    /** Replaces {@link #turned} by {@code reference⁻¹ ⊗ turned}. */
    private void unturn(int quaternion) {
        double ax = -reference[quaternion];
        double ay = -reference[quaternion + 1];
        double az = -reference[quaternion + 2];
        double aw = reference[quaternion + 3];
        double bx = turned[0];
        double by = turned[1];
        double bz = turned[2];
        double bw = turned[3];
        turned[0] = aw * bx + ax * bw + ay * bz - az * by;
        turned[1] = aw * by - ax * bz + ay * bw + az * bx;
        turned[2] = aw * bz + ax * by - ay * bx + az * bw;
        turned[3] = aw * bw - ax * bx - ay * by - az * bz;
    }

    /** A floating joint's displacement is in its parent's axes, its linear velocity in its own. */
    private void pull(Spring spring, double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        Rotation.fromQuaternion(q, spring.q + 3, rotation, 0);
        for (int k = 0; k < 3; k++) {
            int i = spring.v + 3 + k;
            double displacement = rotation[k] * (q[spring.q] - reference[spring.q])
                    + rotation[3 + k] * (q[spring.q + 1] - reference[spring.q + 1])
                    + rotation[6 + k] * (q[spring.q + 2] - reference[spring.q + 2]);
            tau[i] -= spring.stiffness * (displacement + dt * v[i]);
            diagonal[i] += dt * dt * spring.stiffness;
        }
    }

    @Override
    public int stateSize() {
        return 0;
    }

    @Override
    public void save(double[] out, int offset) {
        // Springs and dampers forget.
    }

    @Override
    public void restore(double[] in, int offset) {
        // Springs and dampers forget.
    }
}
