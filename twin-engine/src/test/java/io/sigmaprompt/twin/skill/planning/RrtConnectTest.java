package io.sigmaprompt.twin.skill.planning;

import static org.assertj.core.api.Assertions.assertThat;

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
                assertThat(trajectory.end()).containsExactly(problem.goal(), org.assertj.core.data.Offset.offset(1e-9));
                untouched(problem.clearance(), trajectory, seed);
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(28);
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
            assertThat(clearance.leastDistance(q, 0.02))
                    .as("problem " + seed + " at " + t + " s")
                    .isPositive();
        }
    }

    @Test
    void theSameQuestionGivesTheSameBits() {
        double[][] first = plan(17);
        double[][] second = plan(17);
        assertThat(Arrays.deepEquals(first, second)).isTrue();
        assertThat(first.length).isGreaterThan(2);
    }

    private double[][] plan(long seed) {
        PandaAmongObstacles.Problem problem = panda.problem(3);
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
        assertThat(((PathSearch.NotFound) search).reason())
                .contains("panda_joint4")
                .contains("beyond its limits");
    }

    @Test
    void aBudgetThatRunsOutIsTold() {
        for (int seed = 1; seed < 30; seed++) {
            PandaAmongObstacles.Problem problem = panda.problem(seed);
            PathSearch search =
                    new RrtConnect(problem.clearance(), 3).search(problem.start(), List.of(problem.goal()), 1);
            if (search instanceof PathSearch.NotFound none) {
                assertThat(none.reason()).contains("budget of 3 checks ran out");
                return;
            }
        }
        throw new AssertionError("every problem was a straight way");
    }
}
