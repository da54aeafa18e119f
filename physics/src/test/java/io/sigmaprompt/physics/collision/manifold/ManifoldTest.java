package io.sigmaprompt.physics.collision.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.collision.DistanceTest;
import io.sigmaprompt.physics.collision.RandomPose;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every manifold keeps to, whatever pair it is of. */
class ManifoldTest {
    private static final int TIMES = 300;
    private static final double MARGIN = 0.02;
    private final NarrowPhase narrow = new NarrowPhase();
    private final Manifold manifold = new Manifold();
    private final double[] witness = new double[9];

    static int[][] pairs() {
        return DistanceTest.pairs();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pointsAreWithinTheMarginAndHoldTheNearest(int[] kinds) {
        RandomPose random = new RandomPose(7000 + 31 * kinds[0] + kinds[1]);
        int touching = 0;
        for (int i = 0; i < TIMES; i++) {
            ConvexShape a = random.shape(kinds[0]);
            ConvexShape b = random.shape(kinds[1]);
            double[] poseA = random.pose(0.5);
            double[] poseB = random.pose(0.5);
            // Near each other: from where they are to a depth or a gap of a few centimetres.
            double apart = narrow.distance(a, poseA, 0, b, poseB, 0, witness);
            poseB = RandomPose.moved(poseB, witness, 6, random.between(-0.03, 0.03) - apart);
            double distance = narrow.distance(a, poseA, 0, b, poseB, 0, witness);
            narrow.collide(a, poseA, 0, b, poseB, 0, MARGIN, manifold);
            assertEquals(distance <= MARGIN, manifold.count() > 0, "pair " + i + " at " + distance);
            if (manifold.count() == 0) {
                continue;
            }
            touching++;
            assertTrue(manifold.count() <= 4);
            double[] n = manifold.normal;
            assertEquals(1, n[0] * n[0] + n[1] * n[1] + n[2] * n[2], 1e-13);
            Set<Integer> features = new HashSet<>();
            for (int p = 0; p < manifold.count(); p++) {
                assertTrue(manifold.gaps[p] <= MARGIN);
                assertTrue(features.add(manifold.features[p]), "features differ within a manifold");
            }
            // A box at rest keeps its face up to a hundredth of the gap.
            boolean boxes = a instanceof BoxShape && b instanceof BoxShape;
            assertEquals(
                    distance,
                    least(manifold),
                    (boxes ? 0.0101 : 1e-6) * Math.abs(distance) + 2e-7,
                    "least gap of pair " + i);
        }
        assertTrue(touching > TIMES / 3, touching + " touch");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void liftingTheSecondLiftsEveryPoint(int[] kinds) {
        RandomPose random = new RandomPose(8000 + 31 * kinds[0] + kinds[1]);
        Manifold lifted = new Manifold();
        int changed = 0;
        for (int i = 0; i < TIMES; i++) {
            ConvexShape a = random.shape(kinds[0]);
            ConvexShape b = random.shape(kinds[1]);
            double[] poseA = random.pose(0.5);
            double[] poseB = random.pose(0.5);
            double apart = narrow.distance(a, poseA, 0, b, poseB, 0, witness);
            poseB = RandomPose.moved(poseB, witness, 6, random.between(0.001, 0.01) - apart);
            narrow.collide(a, poseA, 0, b, poseB, 0, MARGIN, manifold);
            double d = 1e-5;
            narrow.collide(a, poseA, 0, b, RandomPose.moved(poseB, manifold.normal, 0, d), 0, MARGIN + d, lifted);
            assertEquals(least(manifold) + d, least(lifted), 1e-7, "pair " + i);
            if (!sameFeatures(lifted)) {
                changed++;
                continue;
            }
            // The normal of curved solids is known to the root of the gap's ten digits, and so is the gap off the
            // nearest.
            double known = DistanceTest.curved(a) || DistanceTest.curved(b) ? 5e-5 : 2e-6;
            for (int p = 0; p < manifold.count(); p++) {
                assertEquals(manifold.gaps[p] + d, lifted.gaps[p], known, "gap of pair " + i);
                for (int k = 0; k < 3; k++) {
                    double moved = lifted.points[3 * p + k] - manifold.points[3 * p + k];
                    assertEquals(0.5 * d * manifold.normal[k], moved, 5 * known, "point of pair " + i);
                }
            }
        }
        // Where an edge's nearest point lies on the rim of a face, rounding decides whether it is cut off.
        assertTrue(changed <= TIMES / 20, changed + " change their features");
    }

    private static double least(Manifold points) {
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < points.count(); p++) {
            least = Math.min(least, points.gaps[p]);
        }
        return least;
    }

    private boolean sameFeatures(Manifold lifted) {
        return Arrays.equals(
                Arrays.copyOf(manifold.features, manifold.count()), Arrays.copyOf(lifted.features, lifted.count()));
    }

    @Test
    void nothingIsAllocated() {
        RandomPose random = new RandomPose(3);
        int kinds = RandomPose.KINDS;
        ConvexShape[] shapes = new ConvexShape[kinds];
        double[][] poses = new double[40][];
        for (int i = 0; i < kinds; i++) {
            shapes[i] = random.shape(i);
        }
        for (int i = 0; i < poses.length; i++) {
            poses[i] = random.pose(0.5);
        }
        Runnable everything = () -> {
            for (ConvexShape a : shapes) {
                for (int i = 0; i + 1 < poses.length; i++) {
                    ConvexShape b = shapes[i % kinds];
                    narrow.collide(a, poses[i], 0, b, poses[i + 1], 0, MARGIN, manifold);
                    narrow.distance(a, poses[i], 0, b, poses[i + 1], 0, witness);
                    narrow.collideHalfSpace(poses[i], 0, a, poses[i + 1], 0, MARGIN, manifold);
                }
            }
        };
        everything.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20; i++) {
            everything.run();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 20L * 16 * kinds * poses.length, allocated + " bytes");
    }
}
