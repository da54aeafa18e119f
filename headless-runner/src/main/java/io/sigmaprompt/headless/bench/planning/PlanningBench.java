package io.sigmaprompt.headless.bench.planning;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.twin.skill.planning.MotionPlan;
import io.sigmaprompt.twin.skill.planning.MotionPlanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Plans seeded problems of an arm among ten obstacles, each as often as there are rounds; the last round counts. */
public final class PlanningBench {
    private static final double SPEED = 0.5;

    private final PlanningProblems problems;
    private final int count;
    private final int rounds;
    private final Consumer<String> progress;

    /** A bench of so many problems; all rounds but the last warm up. */
    public PlanningBench(RobotReading reading, int count, int rounds, Consumer<String> progress) {
        problems = new PlanningProblems(reading);
        this.count = count;
        this.rounds = rounds;
        this.progress = progress;
    }

    /**
     * What it came to.
     *
     * @param milliseconds of each problem, the shortest first
     * @param solved problems for which a motion was found
     * @param straight those where the straight way was free
     * @param checks postures measured for all
     * @param refusals why there was none for the others
     */
    public record Outcome(double[] milliseconds, int solved, int straight, long checks, List<String> refusals) {
        /** Milliseconds that a share of the problems stays within. */
        public double within(double share) {
            int last = milliseconds.length - 1;
            return milliseconds[Math.min(last, (int) Math.ceil(share * milliseconds.length) - 1)];
        }
    }

    public Outcome measure() {
        Outcome outcome = round(1);
        for (int k = 2; k <= rounds; k++) {
            outcome = round(k);
        }
        return outcome;
    }

    private Outcome round(int round) {
        progress.accept("round " + round + " of " + rounds + ": " + count + " problems");
        double[] milliseconds = new double[count];
        int solved = 0;
        int straight = 0;
        long checks = 0;
        List<String> refusals = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            PlanningProblems.Problem problem = problems.problem(k + 1L);
            MotionPlanner planner = MotionPlanner.of(problem.clearance(), SPEED);
            long begun = System.nanoTime();
            MotionPlan plan = planner.plan(problem.start(), List.of(problem.goal()), k + 1L);
            milliseconds[k] = (System.nanoTime() - begun) * 1e-6;
            checks += plan.checks();
            switch (plan) {
                case MotionPlan.Planned planned -> {
                    solved++;
                    straight += planned.waypoints().size() == 2 ? 1 : 0;
                }
                case MotionPlan.Refused refused -> refusals.add("problem " + (k + 1) + ": " + refused.reason());
            }
        }
        Arrays.sort(milliseconds);
        return new Outcome(milliseconds, solved, straight, checks, List.copyOf(refusals));
    }
}
