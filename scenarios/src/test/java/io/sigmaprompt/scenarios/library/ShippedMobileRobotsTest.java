package io.sigmaprompt.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The robots that stand on the floor are mirrored about it and stand level. */
class ShippedMobileRobotsTest {
    private static final double[] FOOT = {0, 0, -0.215};
    private static final ShippedRobot QUADRUPED = ShippedRobot.read("quadruped");
    private static final ShippedRobot BASE = ShippedRobot.read("mobile-base");

    @Test
    void theQuadrupedsRightLegsMirrorItsLeftLegs() {
        for (String pair : List.of("F", "R")) {
            for (String part : List.of("_hip", "_thigh", "_calf")) {
                mirrored(link(QUADRUPED, pair + "L" + part), link(QUADRUPED, pair + "R" + part));
                mirrored(
                        joint(QUADRUPED, pair + "L" + part + "_joint"), joint(QUADRUPED, pair + "R" + part + "_joint"));
            }
        }
    }

    @Test
    void theMobileBasesWheelsMirrorEachOther() {
        mirrored(link(BASE, "left_wheel"), link(BASE, "right_wheel"));
        mirrored(joint(BASE, "left_wheel_joint"), joint(BASE, "right_wheel_joint"));
    }

    @Property(tries = 50)
    void feetAreMirroredWhereHipAnglesAreOpposite(
            @ForAll @DoubleRange(min = -1, max = 1) double hip,
            @ForAll @DoubleRange(min = -0.5, max = 3.4) double thigh,
            @ForAll @DoubleRange(min = -2.6, max = -0.9) double calf) {
        double[] q = stance(hip, thigh, calf);
        for (String pair : List.of("F", "R")) {
            double[] left = QUADRUPED.point(pair + "L_calf", FOOT, q);
            double[] right = QUADRUPED.point(pair + "R_calf", FOOT, q);
            left[1] = -left[1];
            assertArrayEquals(left, right, 1e-9);
        }
    }

    @Test
    void theQuadrupedStandsLevelOverItsFeet() {
        double[] q = stance(0, 0.8, -1.5);
        double[] com = centreOfMass(QUADRUPED, q);
        double[] front = QUADRUPED.point("FL_calf", FOOT, q);
        double[] rear = QUADRUPED.point("RR_calf", FOOT, q);
        assertEquals(front[2], rear[2], 1e-9);
        assertEquals(-0.31, front[2], 0.01);
        assertTrue(com[0] > rear[0] + 0.1 && com[0] < front[0] - 0.1, "centre of mass at x = " + com[0]);
        assertEquals(0, com[1], 1e-6);
    }

    @Test
    void theMobileBaseStandsOnWheelsAndCastersAlikeWithItsMassBetweenTheCasters() {
        double[] q = BASE.posed(Map.of());
        double wheel = BASE.transform("left_wheel", q)[11]
                + Extent.of(link(BASE, "left_wheel").collisions()).lower()[2];
        List<Shape> casters = link(BASE, "base_link").collisions().stream()
                .filter(shape -> shape.geometry() instanceof Geometry.Sphere)
                .toList();
        assertEquals(2, casters.size());
        for (Shape caster : casters) {
            assertEquals(wheel, Extent.of(List.of(caster)).lower()[2], 1e-9);
        }
        double[] com = centreOfMass(BASE, q);
        assertTrue(Math.abs(com[0]) < 0.05, "centre of mass at x = " + com[0]);
        assertEquals(0, com[1], 1e-6);
    }

    private static double[] stance(double hip, double thigh, double calf) {
        Map<String, Double> angles = new LinkedHashMap<>();
        for (String leg : List.of("FL", "FR", "RL", "RR")) {
            angles.put(leg + "_hip_joint", leg.endsWith("L") ? hip : -hip);
            angles.put(leg + "_thigh_joint", thigh);
            angles.put(leg + "_calf_joint", calf);
        }
        return QUADRUPED.posed(angles);
    }

    private static double[] centreOfMass(ShippedRobot robot, double[] q) {
        double[] sum = new double[3];
        for (Link link : robot.model().links()) {
            Inertia inertia = link.inertia();
            double[] com = {inertia.com().x(), inertia.com().y(), inertia.com().z()};
            double[] at = robot.point(link.name(), com, q);
            for (int i = 0; i < 3; i++) {
                sum[i] += at[i] * inertia.mass() / robot.model().totalMass();
            }
        }
        return sum;
    }

    private static Link link(ShippedRobot robot, String name) {
        return robot.model().links().get(robot.model().linkIndex(name));
    }

    private static Joint joint(ShippedRobot robot, String name) {
        return robot.model().joints().get(robot.model().jointIndex(name));
    }

    private static void mirrored(Joint left, Joint right) {
        assertEquals(left.origin().x(), right.origin().x(), 1e-12, right.name());
        assertEquals(-left.origin().y(), right.origin().y(), 1e-12, right.name());
        assertEquals(left.origin().z(), right.origin().z(), 1e-12, right.name());
        assertEquals(left.axis(), right.axis(), right.name());
        assertEquals(left.limits(), right.limits(), right.name());
        assertEquals(left.dynamics(), right.dynamics(), right.name());
    }

    private static void mirrored(Link left, Link right) {
        Inertia a = left.inertia();
        Inertia b = right.inertia();
        assertArrayEquals(
                new double[] {
                    a.mass(),
                    a.com().x(),
                    -a.com().y(),
                    a.com().z(),
                    a.ixx(),
                    -a.ixy(),
                    a.ixz(),
                    a.iyy(),
                    -a.iyz(),
                    a.izz()
                },
                new double[] {
                    b.mass(),
                    b.com().x(),
                    b.com().y(),
                    b.com().z(),
                    b.ixx(),
                    b.ixy(),
                    b.ixz(),
                    b.iyy(),
                    b.iyz(),
                    b.izz()
                },
                1e-12,
                right.name());
        assertEquals(left.visuals().size(), right.visuals().size(), right.name());
        for (Shape shape : left.visuals()) {
            assertTrue(right.visuals().stream().anyMatch(other -> mirrors(shape, other)), right.name() + ": " + shape);
        }
    }

    /** Whether two shapes are each other's image in the plane y = 0, all three kinds being symmetric themselves. */
    private static boolean mirrors(Shape left, Shape right) {
        boolean alike = left.geometry().equals(right.geometry())
                && left.material().equals(right.material())
                && Math.abs(left.origin().x() - right.origin().x()) < 1e-6
                && Math.abs(left.origin().y() + right.origin().y()) < 1e-6
                && Math.abs(left.origin().z() - right.origin().z()) < 1e-6;
        double[] a = left.origin().rotation();
        double[] b = right.origin().rotation();
        for (int axis = firstAxisSeen(left.geometry()); axis < 3; axis++) {
            double cosine = a[axis] * b[axis] - a[3 + axis] * b[3 + axis] + a[6 + axis] * b[6 + axis];
            alike &= Math.abs(cosine) > 1 - 1e-9;
        }
        return alike;
    }

    /** The first of x, y, z that a turn of the shape shows: all of a box's, a cylinder's z, none of a sphere's. */
    private static int firstAxisSeen(Geometry geometry) {
        return geometry instanceof Geometry.Box ? 0 : geometry instanceof Geometry.Cylinder ? 2 : 3;
    }
}
