package io.sigmaprompt.headless.bench.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.sigmaprompt.headless.bench.planning.PlanningProblems.Problem;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import io.sigmaprompt.twin.skill.planning.MotionPlan;
import io.sigmaprompt.twin.skill.planning.MotionPlanner;
import io.sigmaprompt.twin.skill.planning.PathSearch;
import io.sigmaprompt.twin.skill.planning.RrtConnect;
import io.sigmaprompt.twin.skill.trajectory.JointTrajectory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured is right: motions of a seven-joint arm among ten obstacles. */
class PlanningProblemsTest {
    private static final int JOINTS = 7;

    private final PlanningProblems problems =
            new PlanningProblems(RobotFile.read(ShippedLibrary.robot("collaborative-arm")));

    @Test
    void plannedMotionsTouchNothingAtAnyInstantAndKeepTheLimits() {
        int bent = 0;
        for (int number = 1; number <= 30; number++) {
            Problem problem = problems.problem(number);
            MotionPlan plan =
                    MotionPlanner.of(problem.clearance(), 0.5).plan(problem.start(), List.of(problem.goal()), number);
            if (plan instanceof MotionPlan.Planned planned) {
                bent += planned.waypoints().size() > 2 ? 1 : 0;
                assertArrayEquals(problem.goal(), planned.trajectory().end(), 1e-9);
                untouched(problem, planned.trajectory(), number);
            } else {
                fail("problem " + number + ": " + plan);
            }
        }
        assertTrue(bent > 10, bent + " motions led around something");
    }

    private void untouched(Problem problem, JointTrajectory trajectory, int number) {
        double[] q = new double[JOINTS];
        double[] v = new double[JOINTS];
        double[] unused = new double[JOINTS];
        for (double t = 0; t < trajectory.duration(); t += 0.002) {
            trajectory.evaluate(t, q, v, unused);
            String at = "problem " + number + " at " + t + " s";
            assertTrue(problem.clearance().leastDistance(q, 0.02) > 0, at);
            for (int j = 0; j < JOINTS; j++) {
                double most = 0.5 * problems.space().limits(j).velocity();
                assertTrue(Math.abs(v[j]) < 1.01 * most, at + ": joint " + j + " at " + v[j]);
            }
        }
    }

    @Test
    void theSameQuestionGivesTheSameBits() {
        int bent = 0;
        for (int number = 1; number <= 5; number++) {
            double[][] first = waypoints(number);
            assertTrue(Arrays.deepEquals(first, waypoints(number)), "problem " + number);
            bent += first.length > 2 ? 1 : 0;
        }
        assertTrue(bent > 1, bent + " ways were not straight");
    }

    private double[][] waypoints(long number) {
        Problem problem = problems.problem(number);
        MotionPlan plan = MotionPlanner.of(problem.clearance(), 0.5).plan(problem.start(), List.of(problem.goal()), 17);
        return ((MotionPlan.Planned) plan).waypoints().toArray(double[][]::new);
    }

    @Test
    void aGoalBeyondItsLimitsIsTold() {
        Problem problem = problems.problem(1);
        double[] folded = problem.goal().clone();
        folded[3] = 7;
        MotionPlan plan = MotionPlanner.of(problem.clearance(), 0.5).plan(problem.start(), List.of(folded), 1);
        String reason = ((MotionPlan.Refused) plan).reason();
        assertTrue(reason.contains("arm_joint_4") && reason.contains("beyond its limits"), reason);
        assertEquals(1, plan.checks());
    }

    @Test
    void aBudgetThatRunsOutIsTold() {
        for (int number = 1; number < 30; number++) {
            Problem problem = problems.problem(number);
            PathSearch search =
                    new RrtConnect(problem.clearance(), 3).search(problem.start(), List.of(problem.goal()), 1);
            if (search instanceof PathSearch.NotFound none && none.nodes() > 0) {
                assertTrue(none.reason().contains("budget of 3 checks ran out"), none.reason());
                return;
            }
        }
        fail("every problem was a straight way");
    }
}
