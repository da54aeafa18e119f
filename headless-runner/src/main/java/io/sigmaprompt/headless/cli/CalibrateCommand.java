package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.twin.calibration.Calibration;
import io.sigmaprompt.twin.calibration.CalibrationSettings;
import io.sigmaprompt.twin.calibration.JointCalibration;
import io.sigmaprompt.twin.calibration.RobotCalibration;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import io.sigmaprompt.twin.calibration.signal.JointLogCollector;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Calibrates a robot from a log of its motion. */
@Command(name = "calibrate", header = "Learn from a log what a robot's links weigh and its joints lose.")
final class CalibrateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(arity = "0..1", paramLabel = "LOG", description = "A recording (.db3, rosbag2 folder, .csv).")
    private @Nullable String log;

    @Option(names = "--robot", required = true, paramLabel = "ROBOT", description = "The robot.")
    @SuppressWarnings("NullAway.Init")
    private String robot;

    @Override
    public Integer call() {
        Console console = sigma.console();
        RobotReading reading = RobotFile.read(GivenPath.robot(robot));
        RobotModel model = reading.model();
        DrivenJoints driven = new DrivenJoints(model);
        if (log == null) {
            throw new BadInputException("LOG", "expected a recording, found nothing", "Name a recording.");
        }
        Path path = GivenPath.existing("LOG", log);
        JointLog joints;
        try (HardwareInterface recording = HardwareInterfaces.create(path.toString(), new LinkedHashMap<>(Map.of()))) {
            JointLogCollector collector = JointLogCollector.read(recording, driven, path.toString());
            joints = collector.log();
        }
        Calibration calibration = new RobotCalibration(
                        model, model.neutral(), joints, CalibrationSettings.DEFAULT, console::progress)
                .compute();
        console.endStatus();
        for (JointCalibration joint : calibration.joints()) {
            console.line(String.format(
                    "  %-28s %10s %10s %10s %8s  %s %s %s",
                    joint.joint(),
                    SessionText.fixed(joint.before(), 3),
                    SessionText.fixed(joint.frictionOnly(), 3),
                    SessionText.fixed(joint.after(), 3),
                    SessionText.fixed(joint.ratio(), 3),
                    SessionText.fixed(joint.rawAfter() / joint.rawBefore(), 3),
                    joint.folds(),
                    joint.numbers().values()));
        }
        calibration
                .masses()
                .forEach(each -> console.line(each + " " + each.knowledge().words()));
        calibration
                .base()
                .forEach(each ->
                        console.line(each + " " + each.parameter().knowledge().words()));
        console.line(calibration.condition() + " " + calibration.surprise() + " " + calibration.warnings());
        return ExitCode.PASSED;
    }
}
