package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.world.BenchScene;
import io.sigmaprompt.headless.bench.world.SceneTimings;
import io.sigmaprompt.headless.bench.world.WorldBench;
import io.sigmaprompt.headless.bench.world.WorldBenchPlan;
import io.sigmaprompt.headless.bench.world.WorldBenchReport;
import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures the steps of a folder of scenes. */
@Command(
        name = "world",
        header = "Measure the steps of scenes with contacts, with MuJoCo in turns beside them.",
        description = "Microseconds a step, median and spread, and how far a step is from the laws of contact, by one "
                + "formula for both engines. Each scene settles, then the same half second is timed again and again. "
                + "MuJoCo is npm's mujoco-js, installed when node and npm are there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma bench world",
            "  sigma bench world --scene stack20 --quick",
            "  sigma bench world --scenes scenes/ --settle 5 --rounds 20 --json bench.json",
            "  sigma bench world --scenes scenes/ --random-control 0.5 --no-peer"
        })
final class BenchWorldCommand implements Callable<Integer> {
    private static final int MOST_ROUNDS = 1000;
    private static final double LONGEST_SETTLING = 3600;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BenchCommand bench;

    @Option(
            names = "--scenes",
            paramLabel = "DIR",
            description = "The folder with the scenes, .xml files in MJCF; the library's worlds if it is left out.")
    private @Nullable String scenes;

    @Option(names = "--scene", paramLabel = "NAME", description = "Only that scene of the folder; may be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--settle",
            paramLabel = "S",
            defaultValue = "2",
            description = "How long a scene runs before it is timed, in its own seconds. The default is 2.")
    private double settle;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How many turns each engine has. The default is 15.")
    private int rounds;

    @Option(names = "--quick", description = "Under a second a scene; not to be quoted.")
    private boolean quick;

    @Option(
            names = "--keyframe",
            paramLabel = "NAME|none",
            description = "Where scenes start; their first keyframe, where they have one, if it is left out.")
    private @Nullable String keyframe;

    @Option(
            names = "--random-control",
            paramLabel = "A",
            description = "New controls from -A to A at every step, the same for both engines. Left out: as the figures"
                    + " of MuJoCo were taken (0.5 for 'humanoid'), else the scene's own.")
    private @Nullable Double amplitude;

    @Option(names = "--sleep", description = "Let bodies that rest sleep; MuJoCo's do not.")
    private boolean sleep;

    @Option(names = "--no-peer", description = "Leave MuJoCo out.")
    private boolean alone;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "With --json: where to write the object, instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        WorldBenchPlan plan = plan();
        BenchOutput output = BenchOutput.of(bench, file);
        Console console = output.console();
        String given = scenes;
        Path folder = given == null
                ? GivenPath.worlds()
                : GivenPath.folder(
                        "--scenes", given, "Name the folder that holds the scenes; --scene picks one of it.");
        List<BenchScene> chosen = BenchScene.in(folder, names);
        WorldBenchReport report = new WorldBenchReport(plan);
        report.head().forEach(console::line);
        List<SceneTimings> all = new ArrayList<>();
        WorldBench world = new WorldBench(plan, console::progress);
        for (BenchScene scene : chosen) {
            SceneTimings timings = world.measure(scene);
            all.add(timings);
            console.endStatus();
            report.table(timings).forEach(console::line);
        }
        report.foot(all).forEach(console::line);
        output.write(() -> report.object(all));
        return ExitCode.PASSED;
    }

    private WorldBenchPlan plan() {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new BadInputException(
                    "--rounds", "expected 1 to " + MOST_ROUNDS + ", found " + rounds, "Fifteen are enough to quote.");
        }
        if (!(settle >= 0 && settle <= LONGEST_SETTLING)) {
            throw new BadInputException(
                    "--settle",
                    "expected 0 to " + LONGEST_SETTLING + " seconds, found " + settle,
                    "Two seconds are enough for a stack.");
        }
        if (amplitude != null && !(amplitude >= 0 && Double.isFinite(amplitude))) {
            throw new BadInputException(
                    "--random-control",
                    "expected a finite amplitude from 0, found " + amplitude,
                    "Write --random-control 0.5");
        }
        String start = Objects.equals(keyframe, "none") ? "" : keyframe;
        WorldBenchPlan plan = WorldBenchPlan.full(settle, rounds, start, amplitude, sleep, !alone);
        return quick ? plan.quick() : plan;
    }
}
