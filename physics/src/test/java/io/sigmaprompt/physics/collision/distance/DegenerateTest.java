package io.sigmaprompt.physics.collision.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.DistanceTest;
import io.sigmaprompt.physics.collision.RandomPose;
import io.sigmaprompt.physics.collision.manifold.Manifold;
import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import io.sigmaprompt.physics.collision.shape.EllipsoidShape;
import io.sigmaprompt.physics.collision.shape.SphereShape;
import io.sigmaprompt.physics.collision.shape.TriangleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Poses and shapes where a direction is not defined get one all the same. */
class DegenerateTest {
    private final NarrowPhase narrow = new NarrowPhase();
    private final Manifold manifold = new Manifold();
    private final double[] witness = new double[9];

    static int[][] pairs() {
        return DistanceTest.pairs();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneInTheOtherTouchingAndAligned(int[] kinds) {
        RandomPose random = new RandomPose(kinds[0] + 10 * kinds[1]);
        ConvexShape[] first = {random.shape(kinds[0]), regular(kinds[0], 1), regular(kinds[0], 1e-6)};
        ConvexShape[] second = {random.shape(kinds[1]), regular(kinds[1], 1), regular(kinds[1], 1e3)};
        for (ConvexShape a : first) {
            for (ConvexShape b : second) {
                for (double x : new double[] {0, 0.5, 1, 1e-17, 1e-9, 500}) {
                    for (double y : new double[] {0, 1}) {
                        check(a, RandomPose.at(0, 0, 0), b, RandomPose.at(x, y, 0));
                        check(a, RandomPose.at(0, 0, 0), b, RandomPose.at(0, y, x));
                        check(a, RandomPose.at(0, 0, 0), b, RandomPose.turned(0, 0.5 * Math.PI, 0, x, y, 0));
                        check(a, RandomPose.at(0, 0, 0), b, RandomPose.turned(1e-9, 0, 1e-12, 0, y, x));
                    }
                }
            }
        }
    }

    private void check(ConvexShape a, double[] poseA, ConvexShape b, double[] poseB) {
        double gap = narrow.distance(a, poseA, 0, b, poseB, 0, witness);
        assertTrue(Double.isFinite(gap), "gap " + gap);
        double square = 0;
        for (int k = 0; k < 3; k++) {
            square += witness[6 + k] * witness[6 + k];
            assertTrue(Double.isFinite(witness[k] + witness[3 + k]));
        }
        assertEquals(1, square, 1e-12);
        narrow.collide(a, poseA, 0, b, poseB, 0, 0.1, manifold);
        assertEquals(gap <= 0.1, manifold.count() > 0);
        for (int p = 0; p < manifold.count(); p++) {
            assertTrue(Double.isFinite(manifold.gaps[p]));
            for (int k = 0; k < 3; k++) {
                assertTrue(Double.isFinite(manifold.points[3 * p + k]));
            }
        }
    }

    private static ConvexShape regular(int kind, double size) {
        return switch (kind) {
            case 0 -> new SphereShape(0.5 * size);
            case 1 -> new CapsuleShape(0.5 * size, 0);
            case 2 -> new BoxShape(size, size, size);
            case 3 -> new CylinderShape(0.5 * size, size);
            case 4 -> new EllipsoidShape(0.5 * size, 0.5 * size, 5e-4 * size);
            case 5 -> RandomPose.boxHull(new BoxShape(size, 1e-3 * size, size));
            default -> {
                TriangleShape flat = new TriangleShape();
                // Three corners in one line.
                flat.set(new double[] {-size, 0, 0, 0, 0, 0, size, 0, 0}, 0, 1, 2);
                yield flat;
            }
        };
    }

    @Test
    void concentricSpheresAndCrossingCapsulesPartByTheirRadii() {
        double[] here = RandomPose.at(0, 0, 0);
        SphereShape sphere = new SphereShape(0.5);
        assertEquals(-1, narrow.distance(sphere, here, 0, sphere, here, 0, witness), 0);
        CapsuleShape capsule = new CapsuleShape(0.2, 1);
        double[] across = RandomPose.turned(0.5 * Math.PI, 0, 0, 0, 0, 0);
        assertEquals(-0.4, narrow.distance(capsule, here, 0, capsule, across, 0, witness), 1e-15);
        assertEquals(1, Math.abs(witness[6]), 1e-15, "along the normal of both axes");
        narrow.collide(capsule, here, 0, capsule, RandomPose.at(0.3, 0, 0.25), 0, 0, manifold);
        assertEquals(2, manifold.count(), "side by side");
        assertEquals(-0.1, manifold.gaps[0], 1e-15);
        assertEquals(0.75, Math.abs(manifold.points[2] - manifold.points[5]), 1e-14, "at the ends of what they share");
    }
}
