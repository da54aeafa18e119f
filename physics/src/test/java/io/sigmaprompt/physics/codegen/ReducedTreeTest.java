package io.sigmaprompt.physics.codegen;

import static io.sigmaprompt.physics.dynamics.Agreement.assertWithin;
import static io.sigmaprompt.physics.dynamics.Agreement.norm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.BodyTree;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A robot described with fewer numbers is the same robot. */
class ReducedTreeTest {
    private static int offsets(ReducedTree tree) {
        int count = 0;
        for (ReducedBody body : tree.moving()) {
            for (int k = 9; k < 12; k++) {
                count += body.placement[k] == 0 ? 0 : 1;
            }
        }
        return count;
    }

    /** Mass, and mass times place in the world, of bodies that stand at zero. */
    private static double[] firstMoments(List<double[]> placements, int[] parents, List<double[]> massAndMoment) {
        double[][] world = new double[parents.length][];
        double[] sum = new double[4];
        for (int b = 0; b < parents.length; b++) {
            double[] x = placements.get(b);
            world[b] = b == 0 ? x : times(world[parents[b]], x);
            double[] m = massAndMoment.get(b);
            sum[0] += m[0];
            for (int r = 0; r < 3; r++) {
                sum[1 + r] += m[0] * world[b][9 + r];
                for (int k = 0; k < 3; k++) {
                    sum[1 + r] += world[b][3 * r + k] * m[1 + k];
                }
            }
        }
        return sum;
    }

    private static double[] times(double[] a, double[] b) {
        double[] out = new double[12];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                for (int k = 0; k < 3; k++) {
                    out[3 * r + c] += a[3 * r + k] * b[3 * k + c];
                }
                out[9 + r] += a[3 * r + c] * b[9 + c];
            }
            out[9 + r] += a[9 + r];
        }
        return out;
    }

    private static double[] identity() {
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    }

    /** On a floating base, from which nothing can be handed to the world. */
    @Property(tries = 200, seed = "20261122")
    void whatHangsOnABaseThatFliesKeepsMassAndCentre(@ForAll long seed) {
        RobotModel model = new RandomRobot(seed).anyTree(30).withFloatingBase(true);
        BodyTree tree = new BodyTree(model);
        ReducedTree reduced = new ReducedTree(model);
        int bodies = tree.bodies();
        int[] parents = new int[bodies];
        List<double[]> was = new ArrayList<>();
        List<double[]> is = new ArrayList<>();
        List<double[]> wasMass = new ArrayList<>();
        List<double[]> isMass = new ArrayList<>();
        for (int b = 0; b < bodies; b++) {
            ReducedBody body = reduced.bodies.get(b);
            parents[b] = Math.max(0, tree.parent(b));
            was.add(b == 0 ? identity() : tree.placement(b));
            is.add(b == 0 ? identity() : body.placement);
            wasMass.add(b == 0 ? new double[4] : Arrays.copyOf(tree.inertia(b), 4));
            isMass.add(new double[] {body.mass, body.moment[0], body.moment[1], body.moment[2]});
        }
        double[] expected = firstMoments(was, parents, wasMass);
        assertWithin(expected, firstMoments(is, parents, isMass), 1e-12 * Math.max(1, norm(expected)));
        assertEquals(expected[0], reduced.mass(), 1e-12 * expected[0]);
    }

    @Property(tries = 100, seed = "20261122")
    void bodiesOnRevoluteJointsKeepSevenParametersAndThoseOnPrismaticOnesFour(@ForAll long seed) {
        for (ReducedBody body : new ReducedTree(new RandomRobot(seed).anyTree(30)).moving()) {
            if (body.turns()) {
                assertEquals(0.0, body.mass);
                assertEquals(0.0, body.moment[2]);
                // Its children add to it before it hands over.
                assertEquals(0.0, body.spread[5]);
            } else if (body.type == JointType.PRISMATIC) {
                assertEquals(0.0, norm(body.spread));
            }
        }
    }

    /** Shoulder, elbow and wrist of this arm have three axes each through one point. */
    @Test
    void anArmWithSphericalShoulderAndWristHasNoOtherOffsetsThanThoseBetweenThem() {
        RobotModel iiwa = Corpus.robot("iiwa14");
        ReducedTree reduced = new ReducedTree(iiwa);
        List<ReducedBody> bodies = reduced.moving();
        assertEquals(7, bodies.size());
        for (int joint : new int[] {1, 2, 4, 6}) {
            assertEquals(0.0, norm(Arrays.copyOfRange(bodies.get(joint).placement, 9, 12)), "joint " + joint);
        }
        assertEquals(3, offsets(reduced), "shoulder to world, elbow to shoulder, wrist to elbow");
    }

    @Property(tries = 100, seed = "20261122")
    void slidingNeverAddsAnOffset(@ForAll long seed) {
        RobotModel model = new RandomRobot(seed).anyTree(30);
        BodyTree tree = new BodyTree(model);
        int before = 0;
        for (int b = 1; b < tree.bodies(); b++) {
            for (int k = 9; k < 12; k++) {
                before += tree.placement(b)[k] == 0 ? 0 : 1;
            }
        }
        assertTrue(offsets(new ReducedTree(model)) <= before);
    }

    @Test
    void movingTheOriginAlongTheAxisKeepsTheBody() {
        RandomRobot random = new RandomRobot(4);
        BodyTree tree = new BodyTree(random.chain(1, List.of(JointType.REVOLUTE), false));
        ReducedBody body = new ReducedBody(1, 0, JointType.REVOLUTE, 0, 0, new int[] {2}, 1, 0, tree.placement(1));
        body.setInertia(tree.inertia(1));
        double[] before = body.inertia();
        double[] spread = body.spread.clone();
        double mz = body.moment[2];
        body.slide(0.3);
        assertEquals(mz - 0.3 * body.mass, body.moment[2], 1e-15);
        assertEquals(before[5], body.inertia()[5], 1e-15, "the inertia about the axis itself");
        body.slide(-0.3);
        assertWithin(spread, body.spread, 1e-15);
        assertEquals(SpatialInertia.SIZE, tree.inertia(1).length);
    }

    @Test
    void pairsOfABranchAreCountedAlongMovingLinksAlone() {
        RandomRobot random = new RandomRobot(5);
        assertEquals(6, ReducedTree.branchPairs(random.chain(3, List.of(JointType.REVOLUTE), false)));
        assertEquals(10, ReducedTree.branchPairs(random.chain(3, List.of(JointType.SPHERICAL), true)));
        assertEquals(0, ReducedTree.branchPairs(random.chain(3, List.of(JointType.FIXED), false)));
        assertEquals(1, ReducedTree.branchPairs(random.chain(3, List.of(JointType.FIXED), true)));
    }
}
