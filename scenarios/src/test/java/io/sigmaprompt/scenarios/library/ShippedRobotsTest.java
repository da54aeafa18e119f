package io.sigmaprompt.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every robot of the library. */
class ShippedRobotsTest {
    static List<String> robots() {
        return ShippedRobot.NAMES;
    }

    @Test
    void theFolderHoldsTheseRobotsAndItsReadmeHasALineForEach() throws IOException {
        try (var folders = Files.list(ShippedRobot.FOLDER)) {
            assertEquals(
                    ShippedRobot.NAMES,
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList());
        }
        String readme = Files.readString(ShippedRobot.FOLDER.resolve("README.md"));
        for (String name : ShippedRobot.NAMES) {
            assertTrue(readme.contains("| `" + name + "` |"), name);
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void isReadWithoutAnyWarning(String name) {
        ShippedRobot robot = ShippedRobot.read(name);
        assertEquals(List.of(), robot.reading().warnings());
        assertEquals(name, robot.model().name());
    }

    @ParameterizedTest
    @CsvSource({
        "industrial-arm, 6, 28.5, 29.5",
        "collaborative-arm, 7, 17.5, 18.5",
        "mobile-base, 2, 25, 31",
        "quadruped, 12, 14.5, 15.5",
        "rigid-body, 0, 1.9, 2.1"
    })
    void hasTheFreedomsAndTheMassOfItsClass(String name, int freedoms, double least, double most) {
        ShippedRobot robot = ShippedRobot.read(name);
        assertEquals(freedoms, robot.model().nv());
        double mass = robot.model().totalMass();
        assertTrue(mass >= least && mass <= most, name + " weighs " + mass + " kg");
    }

    /**
     * The second moment of mass {@code S = ½ tr(I) 1 - I} is positive definite exactly where I's principal moments are
     * positive and each is less than the sum of the others (Wensing, Kim, Slotine, IEEE RA-L 3(1), 2018).
     */
    @ParameterizedTest
    @MethodSource("robots")
    void hasInertiasThatABodyCanHave(String name) {
        for (Link link : ShippedRobot.read(name).model().links()) {
            if (link.inertia().mass() > 0) {
                double[] s = secondMoment(link.inertia());
                double minor = s[0] * s[1] - s[3] * s[3];
                double determinant =
                        s[2] * minor - s[5] * (s[0] * s[5] - s[3] * s[4]) + s[4] * (s[3] * s[5] - s[1] * s[4]);
                assertTrue(s[0] > 0 && minor > 0 && determinant > 0, link.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void carriesItsMassWhereItIsSeen(String name) {
        for (Link link : ShippedRobot.read(name).model().links()) {
            Inertia inertia = link.inertia();
            if (inertia.mass() > 0) {
                Extent seen = Extent.of(link.visuals());
                double[] com = {
                    inertia.com().x(), inertia.com().y(), inertia.com().z()
                };
                double[] s = secondMoment(inertia);
                for (int axis = 0; axis < 3; axis++) {
                    String where = link.name() + ", axis " + axis;
                    assertTrue(com[axis] > seen.lower()[axis] && com[axis] < seen.upper()[axis], where);
                    double spread = Math.sqrt(s[axis] / inertia.mass()) / seen.width(axis);
                    assertTrue(spread > 0.08 && spread < 0.45, where + ": spread of mass over width is " + spread);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void isDrawnWithSeveralPrimitivesALinkAndTouchesWithSome(String name) {
        for (Link link : ShippedRobot.read(name).model().links()) {
            if (link.inertia().mass() > 0) {
                assertTrue(link.visuals().size() >= 3, link.name());
                assertFalse(link.collisions().isEmpty(), link.name());
                for (Shape shape : link.visuals()) {
                    assertFalse(shape.geometry() instanceof Geometry.Mesh, link.name());
                    assertTrue(shape.material() != null, link.name());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void hasDrivesWithLimitsDampingAndFriction(String name) {
        for (Joint joint : ShippedRobot.read(name).drivenJoints()) {
            assertTrue(Double.isFinite(joint.limits().velocity()), joint.name());
            assertTrue(Double.isFinite(joint.limits().effort()), joint.name());
            assertEquals(
                    joint.type() == JointType.REVOLUTE,
                    Double.isFinite(joint.limits().upper()),
                    joint.name());
            double damping = joint.dynamics().damping();
            double friction = joint.dynamics().friction();
            assertTrue(damping > 0 && friction > 0, joint.name());
            double loss = damping * joint.limits().velocity() + friction;
            assertTrue(loss < 0.5 * joint.limits().effort(), joint.name() + " loses " + loss + " at full speed");
        }
    }

    /** xx, yy, zz, xy, xz, yz of the second moment of mass about the centre of mass, kg m². */
    private static double[] secondMoment(Inertia i) {
        double half = 0.5 * (i.ixx() + i.iyy() + i.izz());
        return new double[] {half - i.ixx(), half - i.iyy(), half - i.izz(), -i.ixy(), -i.ixz(), -i.iyz()};
    }
}
