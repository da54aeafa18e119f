package io.sigmaprompt.physics.dynamics;

import static io.sigmaprompt.physics.dynamics.Agreement.along;
import static io.sigmaprompt.physics.dynamics.Agreement.assertClose;
import static io.sigmaprompt.physics.dynamics.Agreement.assertWithin;
import static io.sigmaprompt.physics.dynamics.Agreement.derivative;
import static io.sigmaprompt.physics.dynamics.Agreement.norm;
import static io.sigmaprompt.physics.dynamics.Agreement.product;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Poses, Jacobians, the centre of mass and momentum agree on random trees, whichever kernel computes them. */
class KinematicsPropertiesTest {
    private static final int MOST = 60;

    @Property(tries = 100, seed = "20261122")
    void jacobiansTimesVelocityAreTheVelocitiesOfAllLinks(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        RobotDynamics dynamics = kernel.of(model);
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        double[] velocities = new double[6 * model.links().size()];
        double[] jacobian = new double[6 * model.nv()];
        dynamics.linkVelocities(q, v, velocities);
        double scale = Math.max(1, norm(velocities));
        for (int link = 0; link < model.links().size(); link++) {
            dynamics.frameJacobian(q, new Frame("", link, Pose.IDENTITY), jacobian);
            assertWithin(Arrays.copyOfRange(velocities, 6 * link, 6 * link + 6), product(jacobian, v), 1e-12 * scale);
        }
    }

    @Property(tries = 100, seed = "20261122")
    void linkVelocitiesAreTheRatesOfLinkPoses(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        RobotDynamics dynamics = kernel.of(model);
        int links = model.links().size();
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        double[] poses = new double[12 * links];
        double[] velocities = new double[6 * links];
        double[] rates = derivative(
                t -> {
                    double[] out = new double[12 * links];
                    dynamics.linkPoses(along(model, q, v, t), out);
                    return out;
                },
                step(v));
        dynamics.linkPoses(q, poses);
        dynamics.linkVelocities(q, v, velocities);
        double[] found = new double[6 * links];
        for (int link = 0; link < links; link++) {
            int o = 12 * link;
            for (int l = 0; l < 3; l++) {
                // R' = ω× R, so ω× = R' Rᵀ.
                found[6 * link] += rates[o + 6 + l] * poses[o + 3 + l];
                found[6 * link + 1] += rates[o + l] * poses[o + 6 + l];
                found[6 * link + 2] += rates[o + 3 + l] * poses[o + l];
                found[6 * link + 3 + l] = rates[o + 9 + l];
            }
        }
        assertWithin(velocities, found, 1e-9 * Math.max(1, norm(velocities)));
    }

    @Property(tries = 100, seed = "20261122")
    void aFramesJacobianIsThatOfItsLinkMovedToItsOrigin(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        RobotDynamics dynamics = kernel.of(model);
        int nv = model.nv();
        double[] q = random.configuration(model);
        Frame frame = random.frame(model);
        double[] found = new double[6 * nv];
        double[] expected = new double[6 * nv];
        double[] poses = new double[12 * model.links().size()];
        dynamics.frameJacobian(q, frame, found);
        dynamics.frameJacobian(q, new Frame("", frame.link(), Pose.IDENTITY), expected);
        dynamics.linkPoses(q, poses);
        Pose p = frame.pose();
        double[] d = product(rotation(poses, frame.link()), new double[] {p.x(), p.y(), p.z()});
        for (int c = 0; c < nv; c++) {
            double x = expected[c];
            double y = expected[nv + c];
            double z = expected[2 * nv + c];
            expected[3 * nv + c] += y * d[2] - z * d[1];
            expected[4 * nv + c] += z * d[0] - x * d[2];
            expected[5 * nv + c] += x * d[1] - y * d[0];
        }
        assertWithin(expected, found, 1e-12 * Math.max(1, norm(expected)));
    }

    @Property(tries = 100, seed = "20261122")
    void biasAccelerationIsTheRateOfTheJacobianTimesVelocity(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        RobotDynamics dynamics = kernel.of(model);
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        Frame frame = random.frame(model);
        double[] found = new double[6];
        dynamics.frameBiasAcceleration(q, v, frame, found);
        double[] expected = derivative(
                t -> {
                    double[] jacobian = new double[6 * model.nv()];
                    dynamics.frameJacobian(along(model, q, v, t), frame, jacobian);
                    return product(jacobian, v);
                },
                step(v));
        assertWithin(expected, found, 1e-9 * Math.max(1, norm(expected)));
    }

    @Property(tries = 100, seed = "20261122")
    void theCentreOfMassIsThatOfTheLinksThatMove(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        RobotDynamics dynamics = kernel.of(model);
        double[] q = random.configuration(model);
        double[] poses = new double[12 * model.links().size()];
        dynamics.linkPoses(q, poses);
        double[] found = new double[3];
        dynamics.centerOfMass(q, found);
        double mass = 0;
        double[] expected = new double[3];
        for (int link = 0; link < model.links().size(); link++) {
            if (moves(model, link)) {
                double m = model.links().get(link).inertia().mass();
                Vec3 com = model.links().get(link).inertia().com();
                double[] c = product(rotation(poses, link), new double[] {com.x(), com.y(), com.z()});
                mass += m;
                for (int r = 0; r < 3; r++) {
                    expected[r] += m * (c[r] + poses[12 * link + 9 + r]);
                }
            }
        }
        for (int r = 0; r < 3; r++) {
            expected[r] /= mass;
        }
        assertWithin(expected, found, 1e-12 * Math.max(1, norm(poses)));
    }

    @Property(tries = 100, seed = "20261122")
    void theCentreOfMassMovesByItsJacobian(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        RobotDynamics dynamics = kernel.of(model);
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        double[] jacobian = new double[3 * model.nv()];
        dynamics.centerOfMassJacobian(q, jacobian);
        double[] expected = derivative(
                t -> {
                    double[] out = new double[3];
                    dynamics.centerOfMass(along(model, q, v, t), out);
                    return out;
                },
                step(v));
        assertWithin(expected, product(jacobian, v), 1e-9 * Math.max(1, norm(expected)));
    }

    @Property(tries = 100, seed = "20261122")
    void theMomentumMatrixTimesVelocityIsTheMomentum(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(MOST);
        RobotDynamics dynamics = kernel.of(model);
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        double[] matrix = new double[6 * model.nv()];
        double[] momentum = new double[6];
        double[] jacobian = new double[3 * model.nv()];
        dynamics.centroidalMomentumMatrix(q, matrix);
        dynamics.centroidalMomentum(q, v, momentum);
        dynamics.centerOfMassJacobian(q, jacobian);
        assertClose(momentum, product(matrix, v), 1e-11);
        double mass = 0;
        for (int link = 0; link < model.links().size(); link++) {
            mass += moves(model, link) ? model.links().get(link).inertia().mass() : 0;
        }
        double[] linear = product(jacobian, v);
        for (int r = 0; r < 3; r++) {
            assertEquals(mass * linear[r], momentum[3 + r], 1e-12 * mass * Math.max(1, norm(linear)) * model.nv());
        }
    }

    /** Without outer forces the momentum about the centre of mass does not change. */
    @Property(tries = 100, seed = "20261122")
    void aFreeRobotKeepsItsMomentumWhateverItsJointsDo(@ForAll Kernel kernel, @ForAll long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.anyTree(20).withFloatingBase(true);
        RobotDynamics dynamics = kernel.of(model, Vec3.ZERO);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] tau = random.vector(nv);
        Arrays.fill(tau, 0, 6, 0);
        double[] vdot = new double[nv];
        dynamics.forwardDynamics(q, v, tau, vdot);
        double[] rate = derivative(
                t -> {
                    double[] there = v.clone();
                    for (int i = 0; i < nv; i++) {
                        there[i] += t * vdot[i];
                    }
                    double[] out = new double[6];
                    dynamics.centroidalMomentum(along(model, q, v, t), there, out);
                    return out;
                },
                step(v));
        double[] matrix = new double[6 * nv];
        dynamics.centroidalMomentumMatrix(q, matrix);
        double scale = Agreement.matrixNorm(matrix, nv) * Math.max(norm(vdot), norm(v) * norm(v));
        assertWithin(new double[6], rate, 1e-9 * scale);
    }

    /** A step within which nothing turns by more than a few hundredths of a radian. */
    private static double step(double[] v) {
        double sum = 0;
        for (double entry : v) {
            sum += Math.abs(entry);
        }
        return 0.05 / (1 + sum);
    }

    private static double[] rotation(double[] poses, int link) {
        return Arrays.copyOfRange(poses, 12 * link, 12 * link + 9);
    }

    private static boolean moves(RobotModel model, int link) {
        if (link == 0) {
            return model.floatingBase();
        }
        return model.joints().get(link - 1).type().velocities() > 0 || moves(model, model.parentLink(link - 1));
    }
}
