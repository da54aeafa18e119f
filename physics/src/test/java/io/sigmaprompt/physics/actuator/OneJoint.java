package io.sigmaprompt.physics.actuator;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;

/** A flywheel on a vertical axis, or a sledge, and the step that {@link ForceElement} says a world takes. */
public final class OneJoint {
    public final double[] q = {0};
    public final double[] v = {0};
    private final double[] tau = {0};
    private final double[] diagonal = {0};
    private final double inertia;

    /** At rest, with what moves behind the joint, kg m² or kg, armature included. */
    public OneJoint(double inertia) {
        this.inertia = inertia;
    }

    /** One step under an outer effort. */
    public void step(double outer, double dt, ForceElement... elements) {
        tau[0] = outer;
        diagonal[0] = 0;
        for (ForceElement element : elements) {
            element.apply(q, v, dt, tau, diagonal);
        }
        v[0] += dt * tau[0] / (inertia + diagonal[0]);
        q[0] += dt * v[0];
    }

    public void run(double seconds, double dt, ForceElement... elements) {
        long steps = Math.round(seconds / dt);
        for (long i = 0; i < steps; i++) {
            step(0, dt, elements);
        }
    }

    /** A robot of that one joint, named {@code joint}. */
    public static RobotModel model(JointType type, double inertia, double effort) {
        Link base = link("base", 1);
        Link wheel = link("wheel", inertia);
        JointLimits limits =
                new JointLimits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, effort);
        return new RobotModel(
                "one", false, List.of(base, wheel), List.of(joint("joint", type, "base", "wheel", limits)));
    }

    static Joint joint(String name, JointType type, String parent, String child, JointLimits limits) {
        return new Joint(name, type, parent, child, Pose.IDENTITY, new Vec3(0, 0, 1), limits, JointDynamics.NONE, null);
    }

    /** Of a mass and moments of inertia of this many kg and kg m². */
    public static Link link(String name, double inertia) {
        Inertia body = Inertia.of(inertia, Pose.IDENTITY, new double[] {inertia, 0, 0, 0, inertia, 0, 0, 0, inertia});
        return new Link(name, body, List.of(), List.of());
    }
}
