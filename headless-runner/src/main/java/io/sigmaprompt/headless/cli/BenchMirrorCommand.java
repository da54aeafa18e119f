package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.mirror.MirrorBench;
import io.sigmaprompt.headless.bench.mirror.MirrorBenchPlan;
import io.sigmaprompt.headless.bench.mirror.MirrorBenchReport;
import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures the mirror under the load of a fleet. */
@Command(
        name = "mirror",
        header = "Measure how many telemetry frames a second the twins of a fleet follow, and how soon.",
        description =
                "First one thread mirrors the whole fleet as fast as it can: frames a second through ingest, estimate and "
                        + "prediction, and the bytes that a frame leaves behind. Then the fleet speaks in real time, at the rate "
                        + "asked for and at a part of what one thread can do: from a frame's arrival in its robot's queue to the "
                        + "publication of the twin's state, median to the worst. Robots are of one made-up kind, limbs of six joints.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma bench mirror",
            "  sigma bench mirror --robots 20 --rate 500 --joints 30",
            "  sigma bench mirror --robots 4 --rate 125 --joints 6 --quick",
            "  sigma bench mirror --soak 3600 --robots 2",
            "  sigma bench mirror --json mirror.json"
        })
final class BenchMirrorCommand implements Callable<Integer> {
    private static final int MOST_ROBOTS = 1000;
    private static final int MOST_JOINTS = 200;
    private static final int MOST_RATE = 1000;
    private static final int USUAL_REFERENCES = 100;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BenchCommand bench;

    @Option(
            names = "--robots",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many robots. The default is 20.")
    private int robots;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "500",
            description = "Joint states a second of each robot. The default is 500.")
    private int rate;

    @Option(
            names = "--references",
            paramLabel = "HZ",
            description = "How often each robot tells what it was commanded; 0: never, and so there is no prediction."
                    + " The default is 100, or the rate where that is less.")
    private @Nullable Integer wantedReferences;

    @Option(
            names = "--joints",
            paramLabel = "J",
            defaultValue = "30",
            description = "Joints of each robot. The default is 30.")
    private int joints;

    @Option(
            names = "--threads",
            paramLabel = "T",
            defaultValue = "0",
            description = "Threads that run kernels, for the latency; the processors but one, if it is left out.")
    private int threads;

    @Option(
            names = "--load",
            paramLabel = "PART",
            defaultValue = "0.6",
            description = "The part of the greatest throughput that latency is measured at. The default is 0.6.")
    private double load;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long each measurement takes, after half of it for warming up. The default is 10.")
    private double seconds;

    @Option(
            names = "--soak",
            paramLabel = "S",
            defaultValue = "0",
            description = "Instead: mirror so many seconds of session time as fast as possible, and tell whether memory"
                    + " grows.")
    private double soak;

    @Option(names = "--quick", description = "Some seconds in all; not to be quoted.")
    private boolean quick;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "With --json: where to write the object, instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() throws InterruptedException {
        MirrorBenchPlan plan = plan();
        BenchOutput output = BenchOutput.of(bench, file);
        Console console = output.console();
        MirrorBenchReport report = new MirrorBenchReport(plan);
        report.head().forEach(console::line);
        MirrorBench mirror = new MirrorBench(plan, console::progress);
        if (soak > 0) {
            MirrorBench.Soak outcome = mirror.soak(soak);
            console.endStatus();
            report.soak(outcome).forEach(console::line);
            output.write(() -> report.object(outcome));
            return outcome.flat() ? ExitCode.PASSED : ExitCode.FAILED;
        }
        MirrorBench.Outcome outcome = mirror.measure();
        console.endStatus();
        report.lines(outcome).forEach(console::line);
        output.write(() -> report.object(outcome));
        return ExitCode.PASSED;
    }

    private MirrorBenchPlan plan() {
        int references = wantedReferences == null ? Math.min(USUAL_REFERENCES, rate) : wantedReferences;
        within("--robots", robots, 1, MOST_ROBOTS, "Twenty are a fleet.");
        within("--rate", rate, 1, MOST_RATE, "A tick is a millisecond: a robot says no more in one than the newest.");
        within("--references", references, 0, rate, "References come with joint states, at most as often.");
        within("--joints", joints, 1, MOST_JOINTS, "Arms have six or seven joints, humanoids some thirty.");
        within("--threads", threads, 0, robots, "A robot lives on one thread.");
        if (!(load > 0 && load <= 1)) {
            throw new BadInputException("--load", "expected a part from 0 to 1, found " + load, "Write --load 0.6");
        }
        if (!(seconds >= 1 && seconds <= 600)) {
            throw new BadInputException("--seconds", "expected 1 to 600, found " + seconds, "Ten are enough to quote.");
        }
        if (!(soak >= 0 && soak <= 86_400)) {
            throw new BadInputException("--soak", "expected up to 86400 s, found " + soak, "An hour is 3600.");
        }
        MirrorBenchPlan plan = MirrorBenchPlan.full(robots, rate, references, joints, threads, load, seconds);
        return quick ? plan.quick() : plan;
    }

    private static void within(String option, int value, int least, int most, String remedy) {
        if (value < least || value > most) {
            throw new BadInputException(option, "expected " + least + " to " + most + ", found " + value, remedy);
        }
    }
}
