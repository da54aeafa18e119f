package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.urdf.RobotReading;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.offscreen.RenderQuality;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the desktop is asked for on the command line. */
@Command(
        name = "workbench",
        mixinStandardHelpOptions = true,
        description = "Shows a robot and its twin in 3D, or takes a picture of the window without a screen.")
final class WorkbenchCommand implements Callable<Integer> {
    private static final long PICTURE_PATIENCE_SECONDS = 120;

    @Option(names = "--robot", paramLabel = "FILE", description = "the robot to show, as URDF or xacro")
    private @Nullable Path robot;

    @Option(names = "--snapshot", paramLabel = "FILE", description = "write a picture (PNG) and exit; no screen needed")
    private @Nullable Path snapshot;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1600x1000",
            converter = PictureSize.Converter.class,
            description = "size of the window in pixels (default: ${DEFAULT-VALUE})")
    private PictureSize size = new PictureSize(1600, 1000);

    @Option(names = "--theme", defaultValue = "DARK", description = "${COMPLETION-CANDIDATES} (default: DARK)")
    private Theme theme = Theme.DARK;

    @Option(names = "--headless", description = "without a screen")
    private boolean headless;

    @Override
    public Integer call() throws Exception {
        if (headless && snapshot == null) {
            throw new BadInputException(
                    "--headless",
                    "expected something to do without a screen, found nothing",
                    "Add --snapshot picture.png.");
        }
        RobotReading reading = robot == null ? null : UrdfReader.read(robot);
        DesktopSession desktop = DesktopSession.start(theme, size, snapshot != null);
        try {
            if (reading != null) {
                await(desktop.open(reading.model()));
            }
            if (snapshot == null) {
                desktop.closed().get();
            } else {
                await(desktop.quality(RenderQuality.PICTURE));
                await(desktop.picture()).write(snapshot);
            }
        } catch (IOException e) {
            throw new OutsideFailure("The picture could not be written: " + e.getMessage(), e);
        } finally {
            desktop.stop();
        }
        return 0;
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(PICTURE_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new OutsideFailure("The window was not drawn within " + PICTURE_PATIENCE_SECONDS + " s.", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new OutsideFailure(String.valueOf((cause == null ? e : cause).getMessage()), e);
        }
    }
}
