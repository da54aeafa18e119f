package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.RecordedJoints;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.port.HardwareDescription;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Mirrors a recorded log with a robot's twin, or replays one of our own run directories. */
@Command(
        name = "replay",
        header = "Mirror a recorded log with a twin, or replay a run of our own.",
        description = "Mirror a recorded log with a robot's twin as if it were live, and report each joint's "
                + "inverse-dynamics residual; or replay a run directory's journal and compare the trace hash.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma replay log.db3 --robot arm.urdf",
            "  sigma replay log.db3 --robot arm.urdf --speed 1 --topic /joint_states",
            "  sigma replay log.csv --robot arm.urdf --map columns.yaml",
            "  sigma replay flight.ulg                               a flight that PX4 logged",
            "  sigma replay log.db3 --robot arm.urdf --names names.yaml",
            "  sigma replay runs/2026-11-22-first-light",
            "  sigma replay runs/2026-11-22-first-light --verify --until 12.3"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final String JOURNAL = "journal";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            paramLabel = "LOG|RUN_DIR",
            description = "A recording (.db3, .mcap, rosbag2 folder, .bag, .csv, .ulg) or a run directory.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--robot",
            paramLabel = "ROBOT",
            description =
                    "The robot that was recorded: a URDF, xacro, MJCF or SDF file, or library:NAME; a flight (.ulg) needs none.")
    private @Nullable String robot;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Pace: 1 as it was recorded, 0 as fast as it can (the default).")
    private double speed;

    @Mixin
    private final LogOptions reading = new LogOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to record; else runs/<date>-<name> here, or under SIGMA_RUNS.")
    private @Nullable Path directory;

    @Option(
            names = "--until",
            paramLabel = "S",
            description = "Of a run directory: end at so many seconds of session time.")
    private @Nullable Double until;

    @Option(
            names = "--verify",
            description = "Of a run directory: tell how many ticks were compared with the run's, hash by hash.")
    private boolean verify;

    @Override
    public Integer call() {
        Console console = sigma.console();
        Path path = GivenPath.existing("LOG|RUN_DIR", source);
        if (Files.isRegularFile(path.resolve(JOURNAL))) {
            double end = until == null ? Double.POSITIVE_INFINITY : until;
            if (!(end >= 0)) {
                throw new BadInputException(
                        "--until", "expected seconds from 0 on, found " + until, "Name an instant.");
            }
            refuseForRuns("--robot", robot != null);
            reading.given().forEach(option -> refuseForRuns(option, true));
            refuseForRuns("--speed", speed != 0);
            return JournalComparison.run(path, end, verify, console);
        }
        GivenPath.requireRecording(path);
        refuseForLogs("--until", until != null);
        refuseForLogs("--verify", verify);
        if (robot == null && ScenarioReader.isFlight(path)) {
            return replay(path, GivenPath.robot(ScenarioReader.FREE_BODY), console);
        }
        if (robot == null) {
            throw new BadInputException(
                    "--robot", "expected the robot whose log this is, found nothing", "Add --robot arm.urdf");
        }
        return replay(path, GivenPath.robot(robot), console);
    }

    private static void refuseForRuns(String option, boolean given) {
        if (given) {
            throw new BadInputException(
                    option,
                    "expected a log beside it, found a run directory, which is replayed as it was",
                    "Leave it out; mirror the run's trace.mcap to look at it with another robot or pace.");
        }
    }

    private static void refuseForLogs(String option, boolean given) {
        if (given) {
            throw new BadInputException(
                    option,
                    "expected a run directory beside it, found a log, which is mirrored to its end",
                    "Leave it out, or name the run that mirrored the log before.");
        }
    }

    private int replay(Path log, Path model, Console console) {
        HardwareDescription recording = describe(log, reading.forLog());
        Scenario scenario = RecordedJoints.replay(log, model, reading.forScenario());
        ResidualTable residuals = new ResidualTable();
        try (Interruption interruption = new Interruption()) {
            ScenarioSession session = new ScenarioSession(console);
            RunOptions how = new RunOptions(Speed.checked(speed), false, directory, true);
            BaseTable base = new BaseTable();
            RunResult result = session.run(scenario, how, List.of(residuals, base), interruption);
            List<String> unavailable = unavailable(recording, session);
            if (base.isEmpty() || residuals.framesApplied() > 0) {
                residuals.write(console);
            }
            if (!base.isEmpty()) {
                base.write(console);
            }
            unavailable.forEach(each -> console.line("  " + console.paint(Tone.HINT, "not available: ") + each));
            String tooShort = residuals.tooShort();
            if (!tooShort.isEmpty()) {
                console.line("  " + console.paint(Tone.WARN, "warning: ") + tooShort);
            }
            session.verdict(result);
            if (console.json()) {
                Map<String, Object> object = ScenarioSession.object(result);
                object.put("framesApplied", residuals.framesApplied());
                object.put("effortResidual", residuals.objects());
                if (!base.isEmpty()) {
                    object.put("base", base.object());
                }
                object.put("unavailable", unavailable);
                if (!tooShort.isEmpty()) {
                    object.put("tooShort", tooShort);
                }
                console.object(object);
            }
            return ScenarioSession.exitCode(result.verdict());
        }
    }

    private static HardwareDescription describe(Path log, Map<String, String> options) {
        try (HardwareInterface recording = HardwareInterfaces.create(log.toString(), options)) {
            return recording.describe();
        }
    }

    private static List<String> unavailable(HardwareDescription recording, ScenarioSession session) {
        List<String> all = new ArrayList<>();
        if (!recording.carriesReferences()) {
            all.add("tracking and prediction: the recording does not say what the robot was commanded.");
        }
        if (!recording.carriesReceiveTimes()) {
            all.add("delay: the recording does not say when its messages were received.");
        }
        for (String each : session.unavailable()) {
            if (recording.carriesReferences() || !each.contains("prediction")) {
                all.add(each);
            }
        }
        return all;
    }
}
