package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.twin.calibration.excitation.ExcitationDesign;
import io.sigmaprompt.twin.calibration.excitation.ExcitationLimits;
import io.sigmaprompt.twin.calibration.excitation.FourierTrajectory;
import io.sigmaprompt.twin.calibration.excitation.SelfCollision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the motion for the next recording is looked for. */
final class DesignOptions {
    @Option(
            names = "--design",
            required = true,
            description = "Design an exciting motion (Fourier series of 5 harmonics) and write it to --out.")
    @SuppressWarnings("UnusedVariable")
    private boolean design;

    @Option(names = "--period", paramLabel = "S", defaultValue = "10", description = "Length of the motion (10 s).")
    private double period = 10;

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            defaultValue = "0.6",
            description = "How much of the robot's speed and effort it may use (0.6).")
    private double share = 0.6;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Where the search begins (1).")
    private long seed = 1;

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many motions are tried (1000).")
    private int evaluations = 1000;

    @Option(names = "--rate", paramLabel = "HZ", defaultValue = "100", description = "Rows a second (100).")
    private double rate = 100;

    int run(RobotReading reading, @Nullable Path out, Console console) {
        if (out == null) {
            throw new BadInputException(
                    "--out", "expected a file for the motion, found nothing", "Add --out trajectory.csv");
        }
        GivenPath.requireWritable("--out", out);
        CalibrateCommand.require("--period", period >= 1 && period <= 600, "1 to 600 seconds", period);
        CalibrateCommand.require("--share", share > 0 && share <= 1, "a share above 0 and at most 1", share);
        CalibrateCommand.require("--rate", rate >= 10 && rate <= 1000, "10 to 1000 Hz", rate);
        CalibrateCommand.require("--evaluations", evaluations >= 0, "a count", evaluations);
        DrivenJoints driven = new DrivenJoints(reading.model());
        if (driven.count() == 0) {
            throw new BadInputException("--robot", "expected a robot that moves, found no joint", "Name another one.");
        }
        SelfCollision collision = new SelfCollision(reading);
        Predicate<double[]> collides = collision.hasShapes() ? collision : q -> false;
        if (!collision.hasShapes()) {
            console.line(console.paint(Tone.WARN, "warning: ")
                    + "the model has no collision shapes: look yourself whether the robot touches itself");
        }
        ExcitationDesign.Result result = new ExcitationDesign(
                        reading.model(), period, ExcitationLimits.of(driven, share), seed, collides, console::progress)
                .search(evaluations);
        console.endStatus();
        write(result.trajectory(), driven.names(), out);
        console.line(String.format(
                Locale.ROOT,
                "  condition number %.1f, %.1f with the best of 60 random motions; %.4g s, starts and ends at rest",
                result.condition(),
                result.firstCondition(),
                period));
        console.line("  surroundings are not in the robot's file: watch its first, slow run");
        console.line("  wrote " + out);
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("verdict", "PASSED");
            object.put("condition", JsonNumber.of(result.condition()));
            object.put("conditionOfBestRandomMotion", JsonNumber.of(result.firstCondition()));
            object.put("period", period);
            object.put("joints", driven.names());
            object.put("centre", result.trajectory().centre());
            object.put("sine", result.trajectory().sine());
            object.put("cosine", result.trajectory().cosine());
            object.put("out", out.toString());
            console.object(object);
        }
        return ExitCode.PASSED;
    }

    private void write(FourierTrajectory trajectory, List<String> names, Path out) {
        int n = names.size();
        StringBuilder text = new StringBuilder("time");
        for (String kind : List.of("position", "velocity", "acceleration")) {
            names.forEach(name -> text.append(',').append(name).append('.').append(kind));
        }
        double[][] state = new double[3][n];
        long rows = Math.round(period * rate);
        for (long i = 0; i <= rows; i++) {
            double at = i / rate;
            trajectory.at(at, state[0], state[1], state[2]);
            text.append(String.format(Locale.ROOT, "%n%.6f", at));
            for (double[] part : state) {
                for (double value : part) {
                    text.append(String.format(Locale.ROOT, ",%.9g", value));
                }
            }
        }
        try {
            Files.writeString(out, text.append(System.lineSeparator()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
