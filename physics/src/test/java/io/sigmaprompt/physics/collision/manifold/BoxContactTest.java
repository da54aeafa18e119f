package io.sigmaprompt.physics.collision.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.RandomPose;
import io.sigmaprompt.physics.collision.distance.PosedPair;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Boxes among themselves: the pair that most worlds are made of. */
class BoxContactTest {
    private final NarrowPhase narrow = new NarrowPhase();
    private final Manifold manifold = new Manifold();
    private final double[] witness = new double[9];
    private final BoxShape cube = new BoxShape(1, 1, 1);

    private static final double DEGREES_45 = 0.7853981633974483;
    private static final double ROOT_HALF = Math.sqrt(0.5);

    @Test
    void depthIsTheLeastWayThatPartsThem() {
        RandomPose random = new RandomPose(17);
        PosedPair pair = new PosedPair(cube, cube);
        for (int i = 0; i < 60; i++) {
            ConvexShape a = random.shape(2);
            ConvexShape b = random.shape(2);
            double[] poseA = random.pose(0.2);
            double[] poseB = random.pose(0.2);
            double gap = narrow.distance(a, poseA, 0, b, poseB, 0, witness);
            if (gap > 0) {
                continue;
            }
            pair.set(a, poseA, 0, b, poseB, 0);
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < 20000; k++) {
                double x = random.symmetric();
                double y = random.symmetric();
                double z = random.symmetric();
                double length = Math.sqrt(x * x + y * y + z * z);
                most = Math.max(most, pair.gap(x / length, y / length, z / length));
            }
            assertTrue(most <= gap + 1e-14, "no direction is better than the one found");
            assertEquals(gap, most, 0.03, "and random ones come near");
        }
    }

    @Test
    void anEdgeOverAnEdgeTouchesInOnePoint() {
        double[] lower = RandomPose.turned(DEGREES_45, 0, 0, 0, 0, 0);
        for (double gap : new double[] {1e-3, 1e-9, -1e-3}) {
            double[] upper = RandomPose.turned(0, DEGREES_45, 0, 0.1, 0.2, 2 * ROOT_HALF + gap);
            narrow.collide(cube, lower, 0, cube, upper, 0, 5e-3, manifold);
            assertEquals(1, manifold.count());
            assertEquals(gap, manifold.gaps[0], 1e-12);
            assertArrayEquals(new double[] {0, 0, 1}, manifold.normal, 1e-12);
            assertArrayEquals(new double[] {0.1, 0, ROOT_HALF + 0.5 * gap}, Arrays.copyOf(manifold.points, 3), 1e-9);
        }
    }

    @Test
    void aCornerOverAFaceAndAnEdgeBesideAnEdge() {
        double[] tilted = RandomPose.turned(0.4, 0.3, 0, 0, 0, 0);
        double low = 0;
        for (int k = 0; k < 3; k++) {
            low += 0.5 * Math.abs(tilted[6 + k]);
        }
        tilted[11] = 0.5 + low + 1e-3;
        narrow.collide(cube, RandomPose.at(0, 0, 0), 0, cube, tilted, 0, 2e-3, manifold);
        assertEquals(1, manifold.count());
        assertEquals(1e-3, manifold.gaps[0], 1e-13);
        assertArrayEquals(new double[] {0, 0, 1}, manifold.normal, 1e-13);
        double d = 1e-3 * ROOT_HALF;
        narrow.collide(cube, RandomPose.at(0, 0, 0), 0, cube, RandomPose.at(0, 1 + d, 1 + d), 0, 2e-3, manifold);
        assertTrue(manifold.count() > 0);
        assertEquals(1e-3, manifold.gaps[0], 1e-12);
        assertArrayEquals(new double[] {0, ROOT_HALF, ROOT_HALF}, manifold.normal, 1e-10);
        narrow.collide(cube, RandomPose.at(0, 0, 0), 0, cube, RandomPose.at(0, 1 + 2e-3, 1 + 2e-3), 0, 2e-3, manifold);
        assertEquals(0, manifold.count(), "beyond the margin, though no face says so");
    }

    @Test
    void aBoxThatSlidesAndRocksKeepsItsFeatures() {
        BoxShape table = new BoxShape(4, 4, 1);
        RandomPose random = new RandomPose(11);
        int[] kept = new int[4];
        for (int step = 0; step < 500; step++) {
            double[] pose = RandomPose.turned(
                    1e-6 * random.symmetric(),
                    1e-6 * random.symmetric(),
                    0.3 + 1e-3 * step,
                    1e-3 * step,
                    0,
                    1 + 1e-6 * random.symmetric());
            narrow.collide(table, RandomPose.at(0, 0, 0), 0, cube, pose, 0, 1e-3, manifold);
            assertEquals(4, manifold.count());
            if (step == 0) {
                kept = Arrays.copyOf(manifold.features, 4);
            }
            assertArrayEquals(kept, Arrays.copyOf(manifold.features, 4), "step " + step);
        }
    }

    @Test
    void smallLargeAndLongBoxesRestAsExactly() {
        for (double size : new double[] {1e-6, 1e-3, 1, 1e3}) {
            for (double ratio : new double[] {1, 1e-3}) {
                BoxShape plank = new BoxShape(size, size * ratio, size * ratio);
                double gap = 1e-9 * size;
                double[] above = RandomPose.turned(0, 0, 0.2, 0, 0, size * ratio + gap);
                narrow.collide(plank, RandomPose.at(0, 0, 0), 0, plank, above, 0, 1e-3 * size * ratio, manifold);
                assertEquals(4, manifold.count());
                for (int p = 0; p < 4; p++) {
                    assertEquals(gap, manifold.gaps[p], 1e-3 * gap);
                }
            }
        }
    }
}
