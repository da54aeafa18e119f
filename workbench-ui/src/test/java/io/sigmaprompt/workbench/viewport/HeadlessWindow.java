package io.sigmaprompt.workbench.viewport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.workbench.theme.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Assumptions;
import org.lwjgl.system.Library;

/** A viewport in a window without a screen. */
public final class HeadlessWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    final Viewport3D viewport;
    private final Scene scene;
    private final StackPane root;

    private HeadlessWindow(Viewport3D viewport, int width, int height) {
        this.viewport = viewport;
        root = new StackPane(viewport);
        scene = new Scene(root, width, height);
        resize(width, height);
        viewport.start();
    }

    /** Skips the test, saying so, where there is no EGL to draw with. */
    public static void assumeEgl() {
        boolean found = false;
        try {
            Library.loadNative(HeadlessWindow.class, "org.lwjgl", "libEGL.so.1").free();
            found = true;
        } catch (UnsatisfiedLinkError e) {
            // Said below.
        }
        Assumptions.assumeTrue(
                found, "skipped: libEGL.so.1 is absent; on Debian: apt-get install libegl1 libgl1-mesa-dri");
    }

    static HeadlessWindow open(Theme theme, int width, int height) {
        assumeEgl();
        startToolkit();
        return onFx(() -> new HeadlessWindow(new Viewport3D(theme), width, height));
    }

    /** Starts JavaFX once for all tests. */
    public static synchronized void startToolkit() {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
            assertTrue(up.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (IllegalStateException alreadyUp) {
            // Another test was first.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static <T> T onFx(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void resize(int width, int height) {
        root.resize(width, height);
        root.applyCss();
        root.layout();
    }

    /** Waits for a frame with all that was asked for, and answers its pixels as ARGB. */
    int[] pixels() {
        await(onFx(viewport::whenShown));
        return onFx(() -> {
            WritableImage image = viewport.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return pixels;
        });
    }

    @Override
    public void close() {
        onFx(() -> {
            viewport.stop();
            return scene;
        });
    }
}
