package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.CalibrationPage;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.twin.calibration.Calibration;
import io.sigmaprompt.twin.calibration.CalibrationSettings;
import io.sigmaprompt.twin.calibration.JointCalibration;
import io.sigmaprompt.twin.calibration.Parameter;
import io.sigmaprompt.twin.calibration.RobotCalibration;
import io.sigmaprompt.twin.calibration.description.CalibratedRobotFile;
import io.sigmaprompt.twin.calibration.regression.Unknown;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Calibrates a robot from a log of its motion, or designs the motion for the next log. */
@Command(
        name = "calibrate",
        header = "Learn from a log what a robot's links weigh and its joints lose.",
        description =
                "Learn masses, centres of mass, inertias and friction from a log of positions and efforts, judge them on "
                        + "the part of the log from which nothing was learnt, and write the robot's file anew; or design the motion "
                        + "that shows them best (--design).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma calibrate log.db3 --robot arm.urdf --out calibrated.urdf --report calibration.html",
            "  sigma calibrate log.db3 --robot arm.urdf --cutoff 8 --stribeck --json",
            "  sigma calibrate --design --robot arm.urdf --out trajectory.csv --evaluations 20"
        })
final class CalibrateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            arity = "0..1",
            paramLabel = "LOG|RUN_DIR",
            description = "A recording (.db3, .mcap, rosbag2 folder, .bag, .csv) with efforts, or a run directory.")
    private @Nullable String log;

    @Option(
            names = "--robot",
            required = true,
            paramLabel = "ROBOT",
            description = "The robot that was recorded: a URDF, xacro, MJCF or SDF file, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The calibrated robot, in its own format (URDF or MJCF); with --design the motion as CSV.")
    private @Nullable Path out;

    @Option(names = "--report", paramLabel = "FILE", description = "A page with plots and tables.")
    private @Nullable Path report;

    @Mixin
    private final LogOptions logReading = new LogOptions();

    @Option(
            names = "--cutoff",
            paramLabel = "HZ",
            defaultValue = "5",
            description = "Cut-off of the zero-phase filter (5).")
    private double cutoff;

    @Option(
            names = "--train",
            paramLabel = "SHARE",
            defaultValue = "0.6666666666666666",
            description = "The first part of the log, from which is learnt; the rest judges (2/3).")
    private double train;

    @Option(
            names = "--spread",
            paramLabel = "S",
            defaultValue = "0.6",
            description = "How far bodies may be from the file's: the relative standard deviation of a mass (0.6).")
    private double spread;

    @Option(names = "--currents", description = "The log's efforts are motor currents: find each motor's gain, too.")
    private boolean currents;

    @Option(
            names = "--gain",
            paramLabel = "JOINT=G",
            description =
                    "A motor gain that is known, N m/A: without one, currents tell ratios only (with --currents).")
    private Map<String, Double> gains = new LinkedHashMap<>();

    @Option(names = "--stribeck", description = "Ask for friction that falls with speed, too.")
    private boolean stribeck;

    @Option(names = "--armature", description = "Ask for reflected rotor inertia, too.")
    private boolean armature;

    @Option(names = "--joint-offsets", description = "Ask for the encoders' zero positions, too.")
    private boolean jointOffsets;

    @ArgGroup(exclusive = false, heading = "%nDesign of a motion:%n")
    private @Nullable DesignOptions design;

    @Override
    public Integer call() {
        Console console = sigma.console();
        Path file = GivenPath.robot(robot);
        RobotReading reading = RobotFile.read(file);
        if (design != null) {
            if (log != null) {
                throw new BadInputException(
                        "--design", "expected no log, found " + log, "Design a motion, or calibrate: one at a time.");
            }
            return design.run(reading, out, console);
        }
        if (log == null) {
            throw new BadInputException(
                    "LOG|RUN_DIR",
                    "expected a recording, found nothing",
                    "Name a recording with positions and efforts, or design a motion with --design.");
        }
        Path path = GivenPath.existing("LOG|RUN_DIR", log);
        CalibrationSettings settings = settings();
        CalibratedRobotFile target = null;
        if (out != null) {
            GivenPath.requireWritable("--out", out);
            GivenPath.requireOther("--out", out, file, "the robot");
            GivenPath.requireOther("--out", out, path, "the log");
            target = new CalibratedRobotFile(file, reading.model());
        }
        if (report != null) {
            GivenPath.requireWritable("--report", report);
        }
        return calibrate(reading, path, settings, target, console);
    }

    private int calibrate(
            RobotReading reading,
            Path path,
            CalibrationSettings settings,
            @Nullable CalibratedRobotFile target,
            Console console) {
        RobotModel model = reading.model();
        List<String> warnings = new ArrayList<>();
        JointLog joints = new JointLogFile(logReading).read(path, new DrivenJoints(model), warnings, console);
        Calibration calibration =
                new RobotCalibration(model, rest(reading), joints, settings, console::progress).compute();
        console.endStatus();
        warnings.addAll(calibration.warnings());
        console.warnings(warnings);
        CalibrationText.write(calibration, console);
        Path written = out;
        if (target != null && written != null) {
            target.write(calibration.parameters(), dynamics(model, calibration), written);
            console.line("  wrote " + written);
        }
        if (report != null) {
            page(calibration, model.name(), path, warnings);
            console.line("  wrote " + report);
        }
        boolean better = calibration.joints().stream().anyMatch(each -> each.ratio() < 1);
        if (console.json()) {
            Map<String, Object> object = CalibrationJson.object(calibration);
            object.put("verdict", better ? "PASSED" : "FAILED");
            object.put("warnings", warnings);
            console.object(object);
        }
        return better ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private CalibrationSettings settings() {
        require("--train", train > 0.1 && train < 0.95, "a share between 0.1 and 0.95", train);
        require("--spread", spread > 0.01 && spread <= 3, "a relative spread between 0.01 and 3", spread);
        if (!currents && !gains.isEmpty()) {
            throw new BadInputException(
                    "--gain",
                    "expected --currents beside it",
                    "Add --currents if the log's efforts are amperes; leave --gain out if they are N m.");
        }
        if (currents && gains.isEmpty() && out != null) {
            throw new BadInputException(
                    "--out",
                    "expected a known motor gain, found none: currents tell masses to a common factor only",
                    "Give one gain, best of a joint that bears weight (--gain JOINT=VALUE, N m/A), or leave --out out.");
        }
        return new CalibrationSettings(
                cutoff,
                train,
                spread,
                currents,
                stribeck,
                armature,
                jointOffsets,
                CalibrationSettings.DEFAULT.folds(),
                gains);
    }

    static void require(String option, boolean holds, String expected, double found) {
        if (!holds) {
            throw new BadInputException(
                    option, "expected " + expected + ", found " + found, "`sigma calibrate --help` tells the default.");
        }
    }

    /** Where the file draws the robot, or else neutral. */
    private static double[] rest(RobotReading reading) {
        List<Double> reference = reading.mechanism().reference();
        return reference == null
                ? reading.model().neutral()
                : reference.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, JointDynamics> dynamics(RobotModel model, Calibration calibration) {
        Map<String, JointDynamics> all = new LinkedHashMap<>();
        for (JointCalibration joint : calibration.joints()) {
            JointDynamics before =
                    model.joints().get(model.jointIndex(joint.joint())).dynamics();
            Parameter armature = joint.numbers().get(Unknown.ARMATURE);
            if (joint.moved()) {
                all.put(
                        joint.joint(),
                        new JointDynamics(
                                value(joint, Unknown.VISCOUS),
                                value(joint, Unknown.COULOMB),
                                armature == null ? before.armature() : armature.value()));
            }
        }
        return all;
    }

    private static double value(JointCalibration joint, Unknown kind) {
        Parameter parameter = joint.numbers().get(kind);
        return parameter == null ? 0 : parameter.value();
    }

    private void page(Calibration calibration, String name, Path source, List<String> warnings) {
        try {
            Files.writeString(
                    java.util.Objects.requireNonNull(report),
                    new CalibrationPage(calibration, name, source.getFileName().toString(), warnings).write());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
