package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.estimation.base.FootLinks;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A library quadruped whose trunk sways while its feet stand, by inverse kinematics, and whose efforts bear its weight, by
 * inverse dynamics with the least forces at the feet that stand. One foot is lifted for a while.
 */
final class SwayingQuadruped {
    static final List<String> FEET = List.of("FL_calf", "FR_calf", "RL_calf", "RR_calf");
    static final double LIFT = 4;
    static final double DOWN = 6;
    private static final double STEP = 0.004;

    private final RobotModel model = read("scenarios", "library", "robots", "quadruped", "quadruped.urdf")
            .withFloatingBase(true);
    private final DrivenJoints joints = new DrivenJoints(model);
    private final RobotDynamics dynamics = CompiledDynamics.of(model);
    private final Random random = new Random(5);
    private final List<Frame> frames = new ArrayList<>();
    private final double[][] place = new double[4][];
    private final double[] q = model.neutral();
    private final double[] start;
    private double[] v = new double[model.nv()];
    private double[] vdot = new double[model.nv()];
    private final double[] effort;
    private long step;

    SwayingQuadruped() {
        for (int leg = 0; leg < 4; leg++) {
            q[7 + 3 * leg + 1] = 0.8;
            q[7 + 3 * leg + 2] = -1.5;
            frames.add(FootLinks.frame(model, FEET.get(leg)));
        }
        for (int leg = 0; leg < 4; leg++) {
            place[leg] = foot(leg);
        }
        start = q.clone();
        effort = new double[joints.count()];
    }

    static RobotModel read(String... path) {
        return UrdfReader.read(Path.of("..", path)).model();
    }

    RobotModel model() {
        return model;
    }

    VirtualRobot body() {
        return new VirtualRobot("dog", model, start, SimulationSettings.DEFAULT, 4_000_000, 7, 0, 0, 0);
    }

    double seconds() {
        return step * STEP;
    }

    double[] base() {
        return q;
    }

    private double[] foot(int leg) {
        double[] poses = new double[12 * model.links().size()];
        dynamics.linkPoses(q, poses);
        Frame frame = frames.get(leg);
        int at = 12 * frame.link();
        double[] p = new double[3];
        for (int i = 0; i < 3; i++) {
            p[i] = poses[at + 9 + i]
                    + poses[at + 3 * i] * frame.pose().x()
                    + poses[at + 3 * i + 1] * frame.pose().y()
                    + poses[at + 3 * i + 2] * frame.pose().z();
        }
        return p;
    }

    private double[][] legJacobian(int leg, int from, int columns) {
        double[] jacobian = new double[6 * model.nv()];
        dynamics.frameJacobian(q, frames.get(leg), jacobian);
        double[][] part = new double[3][columns];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(jacobian, (3 + i) * model.nv() + from, part[i], 0, columns);
        }
        return part;
    }

    /** Moves on by a frame. */
    void step() {
        step++;
        double t = seconds();
        double ramp = Math.min(1, Math.max(0, t - 1));
        double[] sway = {
            ramp * 0.03 * Math.sin(2.1 * t), ramp * 0.02 * Math.sin(1.3 * t), ramp * 0.02 * (Math.cos(1.7 * t) - 1)
        };
        double[] before = q.clone();
        System.arraycopy(sway, 0, q, 0, 3);
        double phase = Math.PI * Math.min(1, Math.max(0, (t - LIFT) / (DOWN - LIFT)));
        double height = 0.05 * Math.sin(phase) * Math.sin(phase);
        for (int leg = 0; leg < 4; leg++) {
            for (int round = 0; round < 4; round++) {
                double[] now = foot(leg);
                double[] off = new double[3];
                for (int i = 0; i < 3; i++) {
                    off[i] = place[leg][i] + (leg == 0 && i == 2 ? height : 0) - now[i];
                }
                double[] change = new SingularValueDecomposition(
                                new Array2DRowRealMatrix(legJacobian(leg, 6 + 3 * leg, 3)))
                        .getSolver()
                        .solve(new ArrayRealVector(off))
                        .toArray();
                for (int i = 0; i < 3; i++) {
                    q[7 + 3 * leg + i] += change[i];
                }
            }
        }
        double[] last = v;
        v = new double[model.nv()];
        for (int i = 0; i < 3; i++) {
            v[3 + i] = (q[i] - before[i]) / STEP;
        }
        for (int i = 0; i < joints.count(); i++) {
            v[6 + i] = (q[7 + i] - before[7 + i]) / STEP;
        }
        vdot = new double[model.nv()];
        for (int i = 0; i < v.length; i++) {
            vdot[i] = (v[i] - last[i]) / STEP;
        }
        bear(t > LIFT && t < DOWN);
    }

    /** Efforts for this motion with the least forces at the feet. */
    private void bear(boolean lifted) {
        double[] tau = new double[model.nv()];
        dynamics.inverseDynamics(q, v, vdot, tau);
        int first = lifted ? 1 : 0;
        Array2DRowRealMatrix all = new Array2DRowRealMatrix(6, 3 * (4 - first));
        for (int leg = first; leg < 4; leg++) {
            double[][] part = legJacobian(leg, 0, 6);
            for (int a = 0; a < 3; a++) {
                for (int c = 0; c < 6; c++) {
                    all.setEntry(c, 3 * (leg - first) + a, part[a][c]);
                }
            }
        }
        double[] wrench = new double[6];
        System.arraycopy(tau, 0, wrench, 0, 6);
        double[] forces = new SingularValueDecomposition(all)
                .getSolver()
                .solve(new ArrayRealVector(wrench))
                .toArray();
        for (int leg = first; leg < 4; leg++) {
            double[][] part = legJacobian(leg, 6, joints.count());
            for (int a = 0; a < 3; a++) {
                for (int j = 0; j < joints.count(); j++) {
                    tau[6 + j] -= part[a][j] * forces[3 * (leg - first) + a];
                }
            }
        }
        for (int j = 0; j < effort.length; j++) {
            var dynamic = joints.joint(j).dynamics();
            effort[j] = tau[6 + j]
                    + dynamic.damping() * v[6 + j]
                    + dynamic.friction() * Math.tanh(v[6 + j] / 0.01)
                    + 0.05 * random.nextGaussian();
        }
    }

    private long nanos() {
        return step * 4_000_000;
    }

    /** With a bias of the accelerometer, and noise. */
    ImuFrame imu() {
        double[] force = {vdot[3] + 0.05, vdot[4] - 0.04, vdot[5] + 9.81 + 0.03};
        double[] rate = {0.002, -0.001, 0.001};
        for (int i = 0; i < 3; i++) {
            force[i] += 0.02 * random.nextGaussian();
            rate[i] += 0.001 * random.nextGaussian();
        }
        return new ImuFrame("dog", nanos(), nanos(), "imu", new double[0], rate, force);
    }

    JointStateFrame jointState() {
        double[] position = new double[joints.count()];
        double[] velocity = new double[joints.count()];
        for (int i = 0; i < position.length; i++) {
            position[i] = q[7 + i] + 1e-4 * random.nextGaussian();
            velocity[i] = v[6 + i] + 5e-3 * random.nextGaussian();
        }
        return new JointStateFrame("dog", nanos(), nanos(), joints.names(), position, velocity, effort.clone());
    }
}
