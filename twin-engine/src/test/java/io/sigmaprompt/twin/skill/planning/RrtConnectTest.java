package io.sigmaprompt.twin.skill.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.sigmaprompt.twin.skill.trajectory.BlendedPolyline;
import io.sigmaprompt.twin.skill.trajectory.JointTrajectory;
import io.sigmaprompt.twin.skill.trajectory.MotionLimits;
import io.sigmaprompt.twin.skill.trajectory.TimeOptimalRetiming;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RrtConnectTest {
    private static final long BUDGET = 40_000;
    private final PandaAmongObstacles panda = new PandaAmongObstacles(Path.of("../../shared/robots/panda/panda.urdf"));

    @Test
    void plansOfAnArmAmongObstaclesTouchNothingAtAnyInstant() {
        int found = 0;
        for (int seed = 1; seed <= 30; seed++) {
            PandaAmongObstacles.Problem problem = panda.problem(seed);
            PathSearch search =
                    new RrtConnect(problem.clearance(), BUDGET).search(problem.start(), List.of(problem.goal()), seed);
            if (search instanceof PathSearch.Found way) {
                found++;
                JointTrajectory trajectory = trajectory(problem.clearance(), way.waypoints(), seed);
                assertArrayEquals(problem.goal(), trajectory.end(), 1e-9);
                untouched(problem.clearance(), trajectory, seed);
            }
        }
        assertTrue(found >= 28, found + " of 30 were solved");
    }

    private JointTrajectory trajectory(MotionClearance clearance, List<double[]> waypoints, long seed) {
        List<double[]> shorter = new PathShortcut(clearance).shorten(waypoints, 60, seed);
        BlendedPolyline curve = new CornerRounding(clearance).round(shorter);
        MotionLimits limits = MotionLimits.of(
                IntStream.range(0, 7).mapToObj(panda.space::limits).toList(), 0.5);
        return TimeOptimalRetiming.of(panda.space.names(), curve, limits);
    }

    private static void untouched(MotionClearance clearance, JointTrajectory trajectory, int seed) {
        double[] q = new double[7];
        double[] unused = new double[7];
        for (double t = 0; t < trajectory.duration(); t += 0.002) {
            trajectory.evaluate(t, q, unused, unused);
            double distance = clearance.leastDistance(q, 0.02);
            assertTrue(distance > 0, "problem " + seed + " at " + t + " s: " + distance);
        }
    }

    @Test
    void theSameQuestionGivesTheSameBits() {
        int bent = 0;
        for (int problem = 1; problem <= 5; problem++) {
            double[][] first = plan(problem, 17);
            assertTrue(Arrays.deepEquals(first, plan(problem, 17)), "problem " + problem);
            bent += first.length > 2 ? 1 : 0;
        }
        assertTrue(bent > 1, bent + " ways were not straight");
    }

    private double[][] plan(long number, long seed) {
        PandaAmongObstacles.Problem problem = panda.problem(number);
        PathSearch search =
                new RrtConnect(problem.clearance(), BUDGET).search(problem.start(), List.of(problem.goal()), seed);
        return ((PathSearch.Found) search).waypoints().toArray(double[][]::new);
    }

    @Test
    void anEndThatTouchesIsTold() {
        PandaAmongObstacles.Problem problem = panda.problem(1);
        double[] folded = problem.goal().clone();
        folded[3] = 7;
        PathSearch search = new RrtConnect(problem.clearance(), BUDGET).search(problem.start(), List.of(folded), 1);
        String reason = ((PathSearch.NotFound) search).reason();
        assertTrue(reason.contains("panda_joint4") && reason.contains("beyond its limits"), reason);
    }

    @Test
    void aBudgetThatRunsOutIsTold() {
        for (int seed = 1; seed < 30; seed++) {
            PandaAmongObstacles.Problem problem = panda.problem(seed);
            PathSearch search =
                    new RrtConnect(problem.clearance(), 3).search(problem.start(), List.of(problem.goal()), 1);
            if (search instanceof PathSearch.NotFound none) {
                assertTrue(none.reason().contains("budget of 3 checks ran out"), none.reason());
                return;
            }
        }
        fail("every problem was a straight way");
    }
}
