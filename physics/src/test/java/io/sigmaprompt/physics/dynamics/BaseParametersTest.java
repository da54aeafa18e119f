package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;

/** Base parameters of robots whose count is known, and torque from them alone. */
class BaseParametersTest {
    private static final Vec3 DOWN = new Vec3(0, 0, -9.81);
    private static final Vec3 SIDEWAYS = new Vec3(0, -9.81, 0);

    @Example
    void aPlanarArmLyingFlatHasFour() {
        BaseParameters base = new BaseParameters(planarArm(), DOWN);
        assertEquals(
                List.of("upper.izz", "lower.mx", "lower.my", "lower.izz"), names(base), "mass moves only as inertia");
        // The lower link's mass, a distance l = 0.5 away, turns with the upper link like an inertia of m·l².
        assertEquals("upper.izz + 0.25*lower.m", base.expression(0));
    }

    @Example
    void aPlanarArmInGravityHasSix() {
        BaseParameters base = new BaseParameters(planarArm(), SIDEWAYS);
        assertEquals(List.of("upper.mx", "upper.my", "upper.izz", "lower.mx", "lower.my", "lower.izz"), names(base));
    }

    @Example
    void theValuesOfAPlanarArmAreThoseOfTheTextbook() {
        RobotModel arm = planarArm();
        double[] pi = new double[20];
        new TorqueRegressor(arm).parameters(pi);
        double[] values = new BaseParameters(arm, SIDEWAYS).values(pi);
        double l = 0.5;
        assertArrayEquals(
                new double[] {pi[1] + l * pi[10], pi[2], pi[9] + l * l * pi[10], pi[11], pi[12], pi[19]},
                values,
                1e-12);
    }

    @Example
    void fingersThatFollowOneAnotherAreOneWeight() {
        BaseParameters base = BaseParameters.ofDrives(gripper());
        assertEquals(List.of("left.m"), names(base));
        assertEquals("left.m + right.m", base.expression(0), "both are moved by one drive, one down as the other");
    }

    /** Two fingers that slide down together, the right one as the left one does. */
    private static RobotModel gripper() {
        Vec3 down = new Vec3(0, 0, -1);
        JointLimits limits = new JointLimits(0, 0.04, 0.2, 100);
        Inertia finger = new Inertia(0.015, Vec3.ZERO, 1e-5, 0, 0, 1e-5, 0, 1e-5);
        return new RobotModel(
                "gripper",
                false,
                List.of(
                        new Link("hand", Inertia.ZERO, List.of(), List.of()),
                        new Link("left", finger, List.of(), List.of()),
                        new Link("right", finger, List.of(), List.of())),
                List.of(
                        new Joint(
                                "left_finger",
                                JointType.PRISMATIC,
                                "hand",
                                "left",
                                Pose.at(new Vec3(0, 0.1, 0)),
                                down,
                                limits,
                                JointDynamics.NONE,
                                null),
                        new Joint(
                                "right_finger",
                                JointType.PRISMATIC,
                                "hand",
                                "right",
                                Pose.at(new Vec3(0, -0.1, 0)),
                                down,
                                limits,
                                JointDynamics.NONE,
                                new Mimic("left_finger", 1, 0))));
    }

    @Example
    void anArmBuiltLikeThePuma560HasThirtySix() {
        assertEquals(36, new BaseParameters(puma(), DOWN).count());
    }

    @Property(tries = 20, seed = "20261122")
    void everyJointOfAFloatingTreeAddsWhatItsFreedomLetsShow(@ForAll long seed) {
        RobotModel model = new RandomRobot(seed).tree(true);
        int expected = 10;
        for (Joint joint : model.joints()) {
            expected += switch (joint.type()) {
                // What is spread along the axis turns like a part of the parent: a mass on it, its first moment, a
                // line.
                case REVOLUTE, CONTINUOUS -> 7;
                // All of the inertia turns with the parent.
                case PRISMATIC -> 4;
                // A line along the normal, without mass or moment, moves as if the parent had it.
                case PLANAR -> 9;
                // A mass in the centre moves with the parent.
                case SPHERICAL -> 9;
                case FLOATING -> 10;
                case FIXED -> 0;
            };
        }
        assertEquals(expected, new BaseParameters(model).count());
    }

    @Property(tries = 20, seed = "20261122")
    void torqueFollowsFromTheBaseParametersAlone(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        compareWithInverseDynamics(random.tree(floating), random);
    }

    static void compareWithInverseDynamics(RobotModel model, RandomRobot random) {
        int nv = model.nv();
        BaseParameters base = new BaseParameters(model);
        TorqueRegressor regressor = new TorqueRegressor(model);
        int count = regressor.parameterCount();
        double[] q = random.configuration(model);
        double[] v = random.vector(nv);
        double[] vdot = random.vector(nv);
        double[] y = new double[nv * count];
        double[] pi = new double[count];
        regressor.regressor(q, v, vdot, y);
        regressor.parameters(pi);
        double[] reduced = base.reduced(y, nv);
        double[] values = base.values(pi);
        double[] found = new double[nv];
        for (int i = 0; i < reduced.length; i++) {
            found[i / base.count()] += reduced[i] * values[i % base.count()];
        }
        double[] expected = new double[nv];
        new RecursiveNewtonEuler(model).inverseDynamics(q, v, vdot, expected);
        Agreement.assertClose(expected, found, 1e-9);
    }

    @Property(tries = 10, seed = "20261122")
    void thereAreAsManyAsTheStackedRegressorHasRank(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        assertEquals(rank(model, random), new BaseParameters(model).count());
    }

    /** The rank by singular values, at states of its own. */
    static int rank(RobotModel model, RandomRobot random) {
        int nv = model.nv();
        TorqueRegressor regressor = new TorqueRegressor(model);
        int count = regressor.parameterCount();
        int states = 5 + 3 * count / nv;
        DMatrixRMaj stacked = new DMatrixRMaj(states * nv, count);
        double[] y = new double[nv * count];
        for (int s = 0; s < states; s++) {
            regressor.regressor(random.configuration(model), random.vector(nv), random.vector(nv), y);
            System.arraycopy(y, 0, stacked.data, s * y.length, y.length);
        }
        double longest = 0;
        double[] norm = new double[count];
        for (int c = 0; c < count; c++) {
            norm[c] = NormOps_DDRM.normP2(CommonOps_DDRM.extractColumn(stacked, c, null));
            longest = Math.max(longest, norm[c]);
        }
        for (int c = 0; c < count; c++) {
            // What is rounding alone must not be blown up to a unit.
            CommonOps_DDRM.scaleCol(norm[c] > 1e-9 * longest ? 1 / norm[c] : 0, stacked, c);
        }
        return SingularOps_DDRM.rank(stacked, 1e-9);
    }

    @Example
    void aRobotThatCannotMoveHasNone() {
        BaseParameters base = new BaseParameters(new RandomRobot(1).chain(3, List.of(JointType.FIXED), false));
        assertEquals(0, base.count());
        assertEquals(0, base.values(new double[0]).length);
    }

    @Example
    void parametersOfAnotherRobotAreRefused() {
        BaseParameters base = new BaseParameters(planarArm(), DOWN);
        BadInputException e = assertThrows(BadInputException.class, () -> base.values(new double[19]));
        assertTrue(e.getMessage().startsWith("pi: expected 20 numbers, found 19"), e.getMessage());
    }

    private static List<String> names(BaseParameters base) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < base.count(); i++) {
            names.add(base.name(i));
        }
        return names;
    }

    private static RobotModel planarArm() {
        return chain(List.of("upper", "lower"), List.of(Pose.IDENTITY, new Pose(0.5, 0, 0, 0, 0, 0, 1)));
    }

    /** The axes and offsets of a PUMA 560 (modified Denavit-Hartenberg parameters in Craig, example 3.3). */
    private static RobotModel puma() {
        double right = Math.PI / 2;
        return chain(
                List.of("link1", "link2", "link3", "link4", "link5", "link6"),
                List.of(
                        Pose.IDENTITY,
                        Pose.fromXyzRpy(0, 0, 0, -right, 0, 0),
                        Pose.fromXyzRpy(0.4318, 0, 0.1244, 0, 0, 0),
                        Pose.fromXyzRpy(0.0203, 0.4331, 0, -right, 0, 0),
                        Pose.fromXyzRpy(0, 0, 0, right, 0, 0),
                        Pose.fromXyzRpy(0, 0, 0, -right, 0, 0)));
    }

    /** Revolute joints about z, at these places on their parents. */
    private static RobotModel chain(List<String> names, List<Pose> places) {
        List<Link> links = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        links.add(new Link("ground", Inertia.ZERO, List.of(), List.of()));
        for (int i = 0; i < names.size(); i++) {
            Inertia inertia =
                    new Inertia(1.5 + i, new Vec3(0.2, 0.03 * i, 0.01), 0.02, 0.001, 0.002, 0.03, 0.003, 0.04);
            links.add(new Link(names.get(i), inertia, List.of(), List.of()));
            joints.add(new Joint(
                    "joint" + i,
                    JointType.REVOLUTE,
                    links.get(i).name(),
                    names.get(i),
                    places.get(i),
                    new Vec3(0, 0, 1),
                    JointLimits.NONE,
                    JointDynamics.NONE,
                    null));
        }
        return new RobotModel("arm", false, links, joints);
    }
}
