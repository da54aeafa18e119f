package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.offscreen.RenderQuality;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Takes a picture of the window without a screen. */
final class SnapshotShot {
    private static final long DRAWING_PATIENCE_SECONDS = 120;
    private static final long RUN_PATIENCE_SECONDS = 3600;

    private final Theme theme;
    private final PictureSize size;
    private final Path file;
    private final @Nullable CameraPlace camera;

    SnapshotShot(Theme theme, PictureSize size, Path file, @Nullable CameraPlace camera) {
        this.theme = theme;
        this.size = size;
        this.file = file;
        this.camera = camera;
    }

    /** The window with a robot that stands still, or with nothing. */
    void robot(@Nullable RobotReading robot) throws Exception {
        DesktopSession desktop = DesktopSession.start(theme, size, true);
        try {
            if (robot != null) {
                await(desktop.open(robot), DRAWING_PATIENCE_SECONDS);
            }
            take(desktop);
        } finally {
            desktop.stop();
        }
    }

    /**
     * The window at a moment of a session.
     *
     * @param directory where to record; null for a new folder
     * @param seconds session time, or null for the end
     * @return the session as it is on the picture
     */
    SessionSnapshot session(Scenario scenario, @Nullable Path directory, @Nullable Double seconds) throws Exception {
        if (seconds == null && scenario.durationNanos() == Long.MAX_VALUE) {
            throw new BadInputException(
                    "--snapshot", "the scenario has no end to take a picture at", "Add --at SECONDS.");
        }
        DesktopSession desktop = DesktopSession.start(theme, size, true);
        try {
            RunOptions options = new RunOptions(0, true, directory, true);
            SessionController session = await(desktop.open(scenario, options), DRAWING_PATIENCE_SECONDS);
            long until = seconds == null ? Long.MAX_VALUE : Math.round(seconds * 1e9);
            SessionSnapshot reached = await(session.runTo(until), RUN_PATIENCE_SECONDS);
            if (session.failure() instanceof RuntimeException broken) {
                throw broken;
            }
            await(desktop.refresh(), DRAWING_PATIENCE_SECONDS);
            take(desktop);
            return reached;
        } finally {
            desktop.stop();
        }
    }

    private void take(DesktopSession desktop) throws Exception {
        if (camera != null) {
            await(desktop.look(camera), DRAWING_PATIENCE_SECONDS);
        }
        await(desktop.quality(RenderQuality.PICTURE), DRAWING_PATIENCE_SECONDS);
        WindowPicture picture = await(desktop.picture(), DRAWING_PATIENCE_SECONDS);
        try {
            picture.write(file);
        } catch (IOException e) {
            throw new OutsideFailureException(
                    file.toString(), "the picture could not be written: " + e.getMessage(), "Name another file.", e);
        }
    }

    private static <T> T await(CompletableFuture<T> future, long patienceSeconds) throws InterruptedException {
        try {
            return future.get(patienceSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new OutsideFailureException(
                    "window", "nothing came within " + patienceSeconds + " s", "Look whether the machine is busy.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadInputException bad) {
                throw bad;
            }
            throw new OutsideFailureException(
                    "window",
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()),
                    "See docs/workbench.md.",
                    e);
        }
    }
}
