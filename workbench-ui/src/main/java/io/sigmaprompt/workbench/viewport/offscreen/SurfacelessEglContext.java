package io.sigmaprompt.workbench.viewport.offscreen;

import com.jme3.input.JoyInput;
import com.jme3.input.KeyInput;
import com.jme3.input.MouseInput;
import com.jme3.input.TouchInput;
import com.jme3.input.dummy.DummyKeyInput;
import com.jme3.input.dummy.DummyMouseInput;
import com.jme3.system.AppSettings;
import com.jme3.system.Displays;
import com.jme3.system.NanoTimer;
import com.jme3.system.lwjgl.LwjglContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An OpenGL 3.3 context of jMonkeyEngine that needs no window system: EGL on Mesa's surfaceless platform. Linux only.
 *
 * <p>jMonkeyEngine makes it by its class name, so it is public and has a public constructor. One thread, started by
 * {@link #create(boolean)}, owns the context and runs the application's loop until {@link #destroy(boolean)}.
 */
public final class SurfacelessEglContext extends LwjglContext implements Runnable {
    private static final int EXTENT = 64;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final MouseInput mouse = new DummyMouseInput();
    private final KeyInput keys = new DummyKeyInput();
    private @Nullable Thread thread;

    @Override
    public void setSettings(AppSettings wanted) {
        super.setSettings(wanted);
        // jMonkeyEngine keeps the custom context's class name here, and then refuses it as a renderer.
        settings.setRenderer(AppSettings.LWJGL_OPENGL33);
    }

    @Override
    public Type getType() {
        return Type.OffscreenSurface;
    }

    @Override
    public void create(boolean waitFor) {
        Thread loop = new Thread(this, "viewport-gl");
        loop.setDaemon(true);
        thread = loop;
        loop.start();
        if (waitFor) {
            waitFor(true);
        }
    }

    @Override
    public void run() {
        EglDisplay display;
        try {
            display = EglDisplay.open(EXTENT);
        } catch (RuntimeException | LinkageError e) {
            listener.handleError("No OpenGL context on EGL's surfaceless platform", e);
            return;
        }
        try {
            timer = new NanoTimer();
            created.set(true);
            internalCreate();
            listener.initialize();
            loop();
            listener.destroy();
            renderer.cleanup();
        } catch (RuntimeException | Error e) {
            listener.handleError("The viewport's drawing thread failed", e);
        } finally {
            display.close();
            internalDestroy();
        }
    }

    private void loop() {
        long next = System.nanoTime();
        while (!stopping.get()) {
            listener.update();
            renderer.postFrame();
            int rate = settings.getFrameRate();
            if (rate > 0) {
                next += 1_000_000_000L / rate;
                long ahead = next - System.nanoTime();
                if (ahead > 0) {
                    LockSupport.parkNanos(ahead);
                } else {
                    next = System.nanoTime();
                }
            }
        }
    }

    @Override
    public void destroy(boolean waitFor) {
        stopping.set(true);
        if (waitFor && Thread.currentThread() != thread) {
            waitFor(false);
        }
    }

    @Override
    public MouseInput getMouseInput() {
        return mouse;
    }

    @Override
    public KeyInput getKeyInput() {
        return keys;
    }

    @Override
    public @Nullable JoyInput getJoyInput() {
        return null;
    }

    @Override
    public @Nullable TouchInput getTouchInput() {
        return null;
    }

    @Override
    public void setTitle(String title) {
        // There is no window to carry it.
    }

    @Override
    public void setAutoFlushFrames(boolean enabled) {
        // Nothing is shown from here, so there is nothing to flush.
    }

    @Override
    public void restart() {
        // Settings that ask for a restart concern a window.
    }

    @Override
    public int getFramebufferHeight() {
        return EXTENT;
    }

    @Override
    public int getFramebufferWidth() {
        return EXTENT;
    }

    @Override
    public int getWindowXPosition() {
        return 0;
    }

    @Override
    public int getWindowYPosition() {
        return 0;
    }

    @Override
    public @Nullable Displays getDisplays() {
        return null;
    }

    @Override
    public int getPrimaryDisplay() {
        return 0;
    }
}
