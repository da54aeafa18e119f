package io.sigmaprompt.physics.constraint.coordinate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.Agreement;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinateConstraintsTest {
    /** A free body stands before the chain, so that entries of q and v are not the same. */
    private static final String CHAIN = """
            <mujoco><compiler angle="radian"/><worldbody>
            <body name="loose"><freejoint/><geom size="1"/></body>
            <body><joint name="a" ref="0.3"/><geom size="1"/>
            <body><joint name="b" type="slide" ref="-0.2"/><geom size="1"/>
            <body><joint name="c"/><geom size="1"/>
            <body><joint name="d" axis="1 0 0"/><geom size="1"/></body></body></body></body>
            </worldbody>
            <tendon><fixed name="s" range="-0.5 2" margin="0.1"><joint joint="a" coef="2"/><joint joint="d" coef="-3"/></fixed>
            <fixed name="t"><joint joint="b" coef="0.5"/><joint joint="d" coef="1"/><joint joint="b" coef="0.25"/></fixed>
            </tendon>
            <equality>
            <joint name="curve" joint1="a" joint2="c" polycoef="0.1 -0.7 0.4 0.3 -0.2" solref="0.01 1"/>
            <joint name="hold" joint1="b" polycoef="0.25 0 0 0 0" active="false"/>
            <joint name="self" joint1="c" joint2="c" polycoef="0 1 1 0 0"/>
            <tendon name="cords" tendon1="s" tendon2="t" polycoef="0.2 1.5 0 -0.6 0"/>
            </equality></mujoco>""";

    @TempDir
    Path folder;

    @Test
    void derivatives_are_those_of_the_residuals() throws IOException {
        RobotReading reading = read(CHAIN);
        RobotModel model = reading.model();
        SplitMix64 random = new SplitMix64(17);
        List<CoordinateConstraint> all = CoordinateConstraints.of(model, reading.mechanism());
        assertEquals(
                List.of("curve", "hold", "self", "cords", "s"),
                all.stream().map(CoordinateConstraint::name).toList());
        for (int round = 0; round < 20; round++) {
            double[] q = model.neutral();
            for (int i = 7; i < q.length; i++) {
                q[i] = 2 * random.symmetric();
            }
            for (CoordinateConstraint constraint : all) {
                int n = constraint.supportSize();
                double[] jacobian = new double[constraint.rows() * n];
                constraint.evaluate(q, new double[constraint.rows()], jacobian);
                for (int k = 0; k < n; k++) {
                    int v = constraint.support(k);
                    // A scalar joint behind one free body stands one entry later in q.
                    double[] expected = Agreement.derivative(h -> residual(constraint, moved(q, v + 1, h)), 0.01);
                    for (int row = 0; row < constraint.rows(); row++) {
                        assertEquals(expected[row], jacobian[row * n + k], 1e-10, constraint.name());
                    }
                    assertTrue(k == 0 || v > constraint.support(k - 1), constraint.name());
                }
                for (int i = 7; i < q.length; i++) {
                    assertTrue(
                            sees(constraint, i - 1) || Agreement.norm(difference(constraint, q, moved(q, i, 0.5))) == 0,
                            constraint.name() + " sees more than it says");
                }
            }
        }
    }

    @Test
    void a_coupling_holds_along_its_polynomial_from_the_reference_on() throws IOException {
        RobotReading reading = read(CHAIN);
        CoordinateConstraint curve = byName(reading, "curve");
        double[] q = reading.model().neutral();
        double x = 0.4;
        q[9] = x;
        q[7] = 0.3 + 0.1 - 0.7 * x + 0.4 * x * x + 0.3 * x * x * x - 0.2 * x * x * x * x;
        assertEquals(0, residual(curve, q)[0], 1e-15);
        assertTrue(curve.bilateral());
        assertTrue(curve.active());
        assertEquals(0.01, curve.softness().timeConstant());
        CoordinateConstraint hold = byName(reading, "hold");
        q[8] = -0.2 + 0.25;
        assertEquals(0, residual(hold, q)[0], 1e-15);
        assertFalse(hold.active());
        // Of a joint that determines itself both sides count: r = x - (x + x²).
        assertEquals(-x * x, residual(byName(reading, "self"), q)[0], 1e-15);
        // At the reference, what is left of a coupling is its constant.
        double[] reference = reading.mechanism().reference().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertEquals(-0.2, residual(byName(reading, "cords"), reference)[0], 1e-15);
    }

    @Test
    void a_tendon_has_a_row_for_each_bound_that_is_positive_within() throws IOException {
        RobotReading reading = read(CHAIN);
        CoordinateConstraint limit = byName(reading, "s");
        double[] q = reading.model().neutral();
        q[7] = 0.2;
        q[10] = 0.5;
        assertFalse(limit.bilateral());
        assertEquals(0.1, limit.margin());
        // length = 2 · 0.2 - 3 · 0.5 = -1.1, below -0.5.
        assertArrayEquals(new double[] {-0.6, 3.1}, residual(limit, q), 1e-15);
        double[] v = new double[reading.model().nv()];
        v[6] = 1;
        v[9] = 2;
        assertEquals(
                -4,
                CoordinateSum.of(reading.model(), reading.mechanism().tendons().getFirst())
                        .rate(v));
    }

    @Test
    void a_mimic_is_a_coupling_that_holds_where_the_followers_are_put() throws IOException {
        RobotModel model = read("""
                        <robot name="hand"><link name="palm"/>
                        <link name="l"><inertial><mass value="1"/><inertia ixx="1" iyy="1" izz="1"/></inertial></link>
                        <link name="r"><inertial><mass value="1"/><inertia ixx="1" iyy="1" izz="1"/></inertial></link>
                        <link name="t"><inertial><mass value="1"/><inertia ixx="1" iyy="1" izz="1"/></inertial></link>
                        <joint name="left" type="continuous"><parent link="palm"/><child link="l"/></joint>
                        <joint name="right" type="continuous"><parent link="palm"/><child link="r"/>
                          <mimic joint="left" multiplier="-2" offset="0.3"/></joint>
                        <joint name="thumb" type="prismatic"><parent link="palm"/><child link="t"/>
                          <limit lower="-1" upper="1" effort="1" velocity="1"/></joint>
                        </robot>""").model();
        List<CoordinateConstraint> mimics = CoordinateConstraints.mimics(model);
        assertEquals(1, mimics.size());
        double[] q = new double[3];
        new DrivenJoints(model).scatterPosition(new double[] {0.7, 0.1}, q);
        assertEquals(0, residual(mimics.getFirst(), q)[0], 1e-15);
        double[] jacobian = new double[2];
        mimics.getFirst().evaluate(q, new double[1], jacobian);
        assertArrayEquals(new double[] {2, 1}, jacobian);
    }

    @Test
    void a_coupling_of_what_has_no_single_coordinate_is_refused() throws IOException {
        RobotModel model = read(CHAIN).model();
        Equality.JointCoupling odd =
                new Equality.JointCoupling("odd", true, Softness.DEFAULT, "a", "loose_joint", List.of(0.0, 1.0));
        BadInputException e =
                assertThrows(BadInputException.class, () -> Coupling.of(model, odd, new double[model.nq()]));
        assertTrue(
                e.getMessage().contains("equality 'odd'") && e.getMessage().contains("'loose_joint'"), e.getMessage());
    }

    private static boolean sees(CoordinateConstraint constraint, int v) {
        for (int k = 0; k < constraint.supportSize(); k++) {
            if (constraint.support(k) == v) {
                return true;
            }
        }
        return false;
    }

    private static double[] residual(CoordinateConstraint constraint, double[] q) {
        double[] residual = new double[constraint.rows()];
        constraint.evaluate(q, residual, new double[constraint.rows() * constraint.supportSize()]);
        return residual;
    }

    private static double[] difference(CoordinateConstraint constraint, double[] a, double[] b) {
        double[] first = residual(constraint, a);
        double[] second = residual(constraint, b);
        for (int i = 0; i < first.length; i++) {
            first[i] -= second[i];
        }
        return first;
    }

    private static double[] moved(double[] q, int i, double by) {
        double[] moved = q.clone();
        moved[i] += by;
        return moved;
    }

    private static CoordinateConstraint byName(RobotReading reading, String name) {
        return CoordinateConstraints.of(reading.model(), reading.mechanism()).stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private RobotReading read(String text) throws IOException {
        return RobotFile.read(Files.writeString(folder.resolve("robot.xml"), text));
    }
}
