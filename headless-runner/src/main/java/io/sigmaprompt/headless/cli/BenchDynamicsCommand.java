package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.Algorithm;
import io.sigmaprompt.headless.bench.BenchPlan;
import io.sigmaprompt.headless.bench.BenchReport;
import io.sigmaprompt.headless.bench.BenchRobot;
import io.sigmaprompt.headless.bench.DynamicsBench;
import io.sigmaprompt.headless.bench.RobotTimings;
import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures the dynamics of a folder of robots. */
@Command(
        name = "dynamics",
        header = "Measure the dynamics of robots, every kernel, with MuJoCo in turns beside them.",
        description =
                "Nanoseconds a call, median and spread, and bytes allocated, by JMH in fresh single-threaded Java "
                        + "machines. MuJoCo is npm's mujoco-js, installed when node and npm are there. Each algorithm takes "
                        + "about 4 s a round and kernel; --quick is for a look.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma bench dynamics --robots robots/ --robot arm --algorithm rnea,aba --quick",
            "  sigma bench dynamics --robots robots/ --rounds 5 --json bench.json",
            "  sigma bench dynamics --robots robots/ --floating yes --no-peer"
        })
final class BenchDynamicsCommand implements Callable<Integer> {
    private static final List<Algorithm> QUICK =
            List.of(Algorithm.RNEA, Algorithm.ABA, Algorithm.CRBA, Algorithm.ABA_DERIVATIVES);
    private static final int MOST_ROUNDS = 100;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BenchCommand bench;

    @Option(
            names = "--robots",
            paramLabel = "DIR",
            required = true,
            description =
                    "The folder with the robots: .urdf, .xacro, .xml (MJCF) and .sdf files. States are taken from ../rbd/NAME.json where that is there.")
    @SuppressWarnings("NullAway.Init")
    private String robots;

    @Option(names = "--robot", paramLabel = "NAME", description = "Only that robot of the folder; may be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            split = ",",
            converter = AlgorithmName.class,
            description = "Only that; may be repeated. One of: rnea, aba, crba, crba-factor, kinematics-jacobian, bias,"
                    + " centroidal, rnea-derivatives, aba-derivatives, regressor.")
    private List<Algorithm> algorithms = new ArrayList<>();

    @Option(
            names = "--floating",
            paramLabel = "auto|yes|no",
            defaultValue = "auto",
            description = "Whether the root is free; auto: as the states say, else welded.")
    @SuppressWarnings("NullAway.Init")
    private BenchRobot.Root floating;

    @Option(names = "--quick", description = "A few seconds a robot, one round, fewer algorithms; not to be quoted.")
    private boolean quick;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many Java machines each algorithm and kernel is measured in. The default is 2.")
    private int rounds;

    @Option(names = "--no-peer", description = "Leave MuJoCo out.")
    private boolean alone;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "With --json: where to write the object, instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new BadInputException(
                    "--rounds", "expected 1 to " + MOST_ROUNDS + ", found " + rounds, "Two are enough for a look.");
        }
        BenchOutput output = BenchOutput.of(bench, file);
        Console console = output.console();
        List<BenchRobot> chosen = BenchRobot.in(
                GivenPath.folder("--robots", robots, "Name the folder that holds the robots; --robot picks one of it."),
                names,
                floating);
        List<Algorithm> wanted = !algorithms.isEmpty() ? algorithms : quick ? QUICK : Arrays.asList(Algorithm.values());
        BenchPlan plan = quick ? BenchPlan.quick(wanted, !alone) : BenchPlan.full(wanted, rounds, !alone);
        BenchReport report = new BenchReport(plan);
        report.head().forEach(console::line);
        List<RobotTimings> all = new ArrayList<>();
        try (DynamicsBench dynamics = new DynamicsBench(plan, console::progress)) {
            for (BenchRobot robot : chosen) {
                RobotTimings timings = dynamics.measure(robot);
                all.add(timings);
                console.endStatus();
                report.table(timings).forEach(console::line);
            }
        }
        report.foot(all).forEach(console::line);
        output.write(() -> report.object(all));
        return ExitCode.PASSED;
    }
}
