package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.workbench.session.Phase;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.theme.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the desktop is asked for on the command line. */
@Command(
        name = "sigma workbench",
        description = {
            "Shows robots and their twins: 3D, decisions, alarms, time. Without options it offers what there is to open.",
            "With --snapshot it draws the window without a screen, writes the picture and exits."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma workbench                                   open something from the window",
            "  sigma workbench --scenario first-light --play     a shipped scenario, at once",
            "  sigma workbench --scenario cell.yaml --lock-step  robots simulated in this process, any speed",
            "  sigma workbench --robot arm.urdf                  just look at a robot",
            "  sigma workbench --headless --scenario first-light --at 13.0 --snapshot out.png",
            "",
            "Exit codes: 0 fine, 2 bad input, 3 something outside failed, 4 a bug of ours."
        })
final class WorkbenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            description = "The scenario to open: a file, library:NAME, or the name of a shipped one.")
    private @Nullable String scenario;

    @Option(
            names = "--robot",
            paramLabel = "ROBOT",
            description = "Just a robot: URDF, xacro, MJCF, SDF, or library:NAME.")
    private @Nullable String robot;

    @Option(names = "--play", description = "Run the scenario at once, else it waits for Space.")
    private boolean play;

    @Option(
            names = "--lock-step",
            description = "Simulate virtual robots in this process, in step with the kernel; then any speed goes.")
    private boolean lockStep;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "Write a picture (PNG) of the window and exit; runs in lock-step as fast as it can.")
    private @Nullable Path snapshot;

    @Option(
            names = "--at",
            paramLabel = "SECONDS",
            description = "Session time of the picture; the scenario's end if not given.")
    private @Nullable Double at;

    @Option(names = "--headless", description = "Use no screen; needs --snapshot.")
    private boolean headless;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1600x1000",
            converter = PictureSize.Converter.class,
            description = "Size of the window in pixels (default: ${DEFAULT-VALUE}).")
    private PictureSize size = new PictureSize(1600, 1000);

    @Option(names = "--theme", defaultValue = "DARK", description = "${COMPLETION-CANDIDATES} (default: DARK).")
    private Theme theme = Theme.DARK;

    @Option(
            names = "--camera",
            paramLabel = "AZ,EL[,DIST]",
            converter = CameraPlace.Converter.class,
            description = "Look from this azimuth and elevation (degrees) and distance (metres).")
    private @Nullable CameraPlace camera;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to record; else runs/<date>-<name> here, or under SIGMA_RUNS.")
    private @Nullable Path directory;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Option(names = "--verbose", description = "Show what the libraries below say, and stack traces.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }

    @Override
    public Integer call() throws Exception {
        Logging.set(verbose);
        check();
        Scenario read = scenario == null ? null : ScenarioReader.read(GivenFile.scenario(scenario));
        RobotReading drawn = robot == null ? null : RobotFile.read(GivenFile.robot(robot));
        if (snapshot != null) {
            SnapshotShot shot = new SnapshotShot(theme, size, snapshot, camera);
            if (read == null) {
                shot.robot(drawn);
                tell("picture: " + snapshot);
            } else {
                SessionSnapshot reached = shot.session(read, directory, at);
                if (at != null && reached.phase() == Phase.ENDED) {
                    warn(String.format(
                            Locale.ROOT, "the session ended at %.3f s, before --at %s", reached.seconds(), at));
                }
                tell(String.format(
                        Locale.ROOT, "picture: %s, %s at %.3f s", snapshot, reached.name(), reached.seconds()));
                if (reached.directory() != null) {
                    tell("recorded: " + reached.directory());
                }
            }
            return 0;
        }
        return window(read, drawn);
    }

    private void tell(String text) {
        spec.commandLine().getOut().println(text);
    }

    private void warn(String text) {
        spec.commandLine().getErr().println("note: " + text);
    }

    private void check() {
        if (headless && snapshot == null) {
            throw new BadInputException(
                    "--headless",
                    "expected something to do without a screen, found nothing",
                    "Add --snapshot picture.png.");
        }
        if (scenario != null && robot != null) {
            throw new BadInputException(
                    "--robot",
                    "expected either a scenario or a robot, found both",
                    "A scenario brings its own robots: leave --robot out.");
        }
        if (at != null && (snapshot == null || scenario == null)) {
            throw new BadInputException(
                    "--at", "expected a picture of a session to take", "Add --scenario FILE and --snapshot FILE.");
        }
        if (at != null && !(at > 0 && at < 1e6)) {
            throw new BadInputException(
                    "--at", "expected seconds above 0, found " + at, "Give the session time of the picture, as 3.0.");
        }
    }

    private int window(@Nullable Scenario read, @Nullable RobotReading drawn) throws Exception {
        DesktopSession desktop = DesktopSession.start(theme, size, false);
        try {
            RunOptions options = new RunOptions(1, lockStep, directory, true);
            desktop.options(new RunOptions(1, lockStep, null, true));
            // The window tells by itself what could not be drawn.
            CompletableFuture<?> unused = CompletableFuture.completedFuture(null);
            if (read != null) {
                CompletableFuture<SessionController> session = desktop.open(read, options);
                unused = play ? session.thenAcceptAsync(SessionController::run, Platform::runLater) : session;
            } else if (drawn != null) {
                unused = desktop.open(drawn);
            }
            CameraPlace place = camera;
            if (place != null) {
                unused = unused.thenCompose(opened -> desktop.look(place));
            }
            desktop.closed().get();
        } catch (InterruptedException e) {
            throw new OutsideFailureException("workbench", "it was interrupted", "Start it again.", e);
        } finally {
            desktop.stop();
        }
        return 0;
    }
}
