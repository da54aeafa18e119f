package io.sigmaprompt.physics.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.distance.CoreDistance;
import io.sigmaprompt.physics.collision.distance.PosedPair;
import io.sigmaprompt.physics.collision.distance.Proximity;
import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import io.sigmaprompt.physics.collision.shape.EllipsoidShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Distances and depths of all pairs of shapes: formula against search, and what geometry asks of any distance. */
public class DistanceTest {
    private static final int TIMES = 400;
    private final NarrowPhase narrow = new NarrowPhase();
    private final double[] witness = new double[9];

    private double distance(ConvexShape a, double[] poseA, ConvexShape b, double[] poseB) {
        return narrow.distance(a, poseA, 0, b, poseB, 0, witness);
    }

    /** Polyhedra come out to rounding; a curved solid deep in another to what 160 facets' corners tell. */
    private static double tolerance(ConvexShape a, ConvexShape b, double gap) {
        boolean curved = curved(a) || curved(b);
        return curved && gap < -0.05 ? 1e-8 : curved ? 1e-9 : 1e-12;
    }

    public static boolean curved(ConvexShape shape) {
        return shape instanceof CylinderShape || shape instanceof EllipsoidShape;
    }

    public static int[][] pairs() {
        int n = RandomPose.KINDS;
        int[][] pairs = new int[n * n][];
        for (int i = 0; i < n * n; i++) {
            pairs[i] = new int[] {i / n, i % n};
        }
        return pairs;
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "1,0", "1,1", "0,2", "2,0", "0,3", "3,0", "2,2"})
    void whatAFormulaTellsIsWhatTheSearchFinds(int first, int second) {
        RandomPose random = new RandomPose(31 * first + second);
        CoreDistance cores = new CoreDistance();
        Proximity near = new Proximity();
        for (int i = 0; i < TIMES; i++) {
            ConvexShape a = random.shape(first);
            ConvexShape b = random.shape(second);
            double[] poseA = random.pose(0.6);
            double[] poseB = random.pose(0.6);
            double byFormula = distance(a, poseA, b, poseB);
            PosedPair pair = new PosedPair(a, b);
            pair.set(a, poseA, 0, b, poseB, 0);
            assertTrue(cores.find(pair, Double.MAX_VALUE, near));
            assertEquals(byFormula, near.gap - a.radius() - b.radius(), tolerance(a, b, byFormula), "pair " + i);
            // The gap is stationary in the normal, which is therefore known to the root of the gap's digits only.
            double cosine = near.nx * witness[6] + near.ny * witness[7] + near.nz * witness[8];
            assertEquals(1, cosine, 10 * tolerance(a, b, byFormula), "normal of pair " + i + ", gap " + byFormula);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void witnessesAndNormalBelongTogether(int[] kinds) {
        RandomPose random = new RandomPose(100 + 31 * kinds[0] + kinds[1]);
        double[] local = new double[3];
        for (int i = 0; i < TIMES; i++) {
            ConvexShape a = random.shape(kinds[0]);
            ConvexShape b = random.shape(kinds[1]);
            double[] poseA = random.pose(0.5);
            double[] poseB = random.pose(0.5);
            double gap = distance(a, poseA, b, poseB);
            double[] w = witness.clone();
            double n = Math.sqrt(w[6] * w[6] + w[7] * w[7] + w[8] * w[8]);
            assertEquals(1, n, 1e-14);
            for (int k = 0; k < 3; k++) {
                assertEquals(gap * w[6 + k], w[3 + k] - w[k], 1e-14, "between the witnesses");
            }
            // Both lie on the planes that hold the shapes apart.
            assertEquals(reach(a, poseA, w, 6, 1, local), along(w, 0), 2e-6, "first's witness");
            assertEquals(-reach(b, poseB, w, 6, -1, local), along(w, 3), 2e-6, "second's witness");
            double tolerance = tolerance(a, b, gap);
            double back = distance(b, poseB, a, poseA);
            assertEquals(gap, back, tolerance, "exchanged, pair " + i);
            double d = random.between(0.001, 0.1);
            double[] apart = RandomPose.moved(poseB, w, 6, gap < 0 ? -gap + d : d);
            assertEquals(Math.max(gap, 0) + d, distance(a, poseA, b, apart), tolerance, "moved apart, pair " + i);
            double[] frame = random.pose(2);
            double elsewhere = distance(a, RandomPose.within(frame, poseA), b, RandomPose.within(frame, poseB));
            assertEquals(gap, elsewhere, tolerance, "elsewhere, pair " + i);
        }
    }

    private static double along(double[] w, int o) {
        return w[o] * w[6] + w[o + 1] * w[7] + w[o + 2] * w[8];
    }

    /** How far a solid reaches along a direction, world. */
    private static double reach(ConvexShape shape, double[] pose, double[] n, int o, double sign, double[] local) {
        double x = sign * n[o];
        double y = sign * n[o + 1];
        double z = sign * n[o + 2];
        shape.support(
                pose[0] * x + pose[3] * y + pose[6] * z,
                pose[1] * x + pose[4] * y + pose[7] * z,
                pose[2] * x + pose[5] * y + pose[8] * z,
                local,
                0);
        double reach = shape.radius();
        double[] d = {x, y, z};
        for (int k = 0; k < 3; k++) {
            reach += d[k]
                    * (pose[9 + k] + pose[3 * k] * local[0] + pose[3 * k + 1] * local[1] + pose[3 * k + 2] * local[2]);
        }
        return reach;
    }
}
