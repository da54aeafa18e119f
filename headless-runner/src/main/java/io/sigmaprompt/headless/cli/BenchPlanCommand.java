package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.planning.PlanningBench;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures how long it takes to plan a motion. */
@Command(
        name = "plan",
        header = "Measure how long it takes to plan a motion among ten obstacles.",
        description =
                "Seeded problems, from one free posture to another among boxes and balls about the arm: the search, the "
                        + "shortcuts, the rounded corners and the speed along them. The last of three rounds counts.",
        footerHeading = "%nExamples:%n",
        footer = {"  sigma bench plan", "  sigma bench plan --robot arm.urdf --problems 20 --json plan.json"})
final class BenchPlanCommand implements Callable<Integer> {
    private static final int ROUNDS = 3;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BenchCommand bench;

    @Option(
            names = "--robot",
            paramLabel = "ROBOT",
            defaultValue = "library:collaborative-arm",
            description = "The arm; library:collaborative-arm, which has seven joints, if it is left out.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Option(names = "--problems", paramLabel = "N", defaultValue = "100", description = "How many; 100.")
    private int problems;

    @Option(names = "--quick", description = "Ten problems; not to be quoted.")
    private boolean quick;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "With --json: where to write the object, instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (problems < 1 || problems > 100_000) {
            throw new BadInputException("--problems", "expected 1 to 100000, found " + problems, "Take 100.");
        }
        BenchOutput output = BenchOutput.of(bench, file);
        Console console = output.console();
        RobotReading reading = RobotFile.read(GivenPath.robot(robot));
        int count = quick ? Math.min(problems, 10) : problems;
        PlanningBench.Outcome outcome = new PlanningBench(reading, count, ROUNDS, console::progress).measure();
        console.endStatus();
        tell(console, outcome, count);
        output.write(() -> object(outcome, count));
        return ExitCode.PASSED;
    }

    private static void tell(Console console, PlanningBench.Outcome outcome, int count) {
        console.line(String.format(
                Locale.ROOT,
                "%d of %d problems solved, %d by the straight way; %d postures measured a problem",
                outcome.solved(),
                count,
                outcome.straight(),
                outcome.checks() / count));
        console.line(String.format(
                Locale.ROOT,
                "a plan takes %.1f ms in the median, %.1f ms at 90 %%, %.1f ms at 99 %%, %.1f ms at worst",
                outcome.within(0.5),
                outcome.within(0.9),
                outcome.within(0.99),
                outcome.within(1)));
        outcome.refusals().forEach(console::line);
    }

    private static Map<String, Object> object(PlanningBench.Outcome outcome, int count) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("problems", count);
        object.put("solved", outcome.solved());
        object.put("straight", outcome.straight());
        object.put("checks", outcome.checks());
        object.put("medianMillis", outcome.within(0.5));
        object.put("p90Millis", outcome.within(0.9));
        object.put("p99Millis", outcome.within(0.99));
        object.put("worstMillis", outcome.within(1));
        object.put("refusals", outcome.refusals());
        return object;
    }
}
