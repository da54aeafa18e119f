package io.sigmaprompt.workbench.viewport.offscreen;

import static org.lwjgl.egl.EGL10.EGL_BLUE_SIZE;
import static org.lwjgl.egl.EGL10.EGL_DEPTH_SIZE;
import static org.lwjgl.egl.EGL10.EGL_GREEN_SIZE;
import static org.lwjgl.egl.EGL10.EGL_HEIGHT;
import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_NO_CONTEXT;
import static org.lwjgl.egl.EGL10.EGL_NO_SURFACE;
import static org.lwjgl.egl.EGL10.EGL_PBUFFER_BIT;
import static org.lwjgl.egl.EGL10.EGL_RED_SIZE;
import static org.lwjgl.egl.EGL10.EGL_SURFACE_TYPE;
import static org.lwjgl.egl.EGL10.EGL_WIDTH;
import static org.lwjgl.egl.EGL10.eglChooseConfig;
import static org.lwjgl.egl.EGL10.eglCreateContext;
import static org.lwjgl.egl.EGL10.eglCreatePbufferSurface;
import static org.lwjgl.egl.EGL10.eglDestroyContext;
import static org.lwjgl.egl.EGL10.eglDestroySurface;
import static org.lwjgl.egl.EGL10.eglGetError;
import static org.lwjgl.egl.EGL10.eglInitialize;
import static org.lwjgl.egl.EGL10.eglMakeCurrent;
import static org.lwjgl.egl.EGL12.EGL_RENDERABLE_TYPE;
import static org.lwjgl.egl.EGL12.eglBindAPI;
import static org.lwjgl.egl.EGL14.EGL_DEFAULT_DISPLAY;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_API;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MAJOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MINOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK;

import java.nio.IntBuffer;
import java.util.Locale;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** A display, context and small surface of EGL's surfaceless platform, current on the thread that opened it. */
record EglDisplay(long display, long context, long surface) implements AutoCloseable {
    /** From the extension EGL_MESA_platform_surfaceless. */
    private static final int PLATFORM_SURFACELESS_MESA = 0x31DD;

    /** Opens a display and makes an OpenGL 3.3 core context current on this thread. */
    static EglDisplay open(int extent) {
        long getPlatformDisplay = EGL.getCapabilities().eglGetPlatformDisplayEXT;
        require(getPlatformDisplay != MemoryUtil.NULL, "eglGetPlatformDisplayEXT");
        // Called without LWJGL's wrapper, which refuses the null native display that this platform asks for.
        long display = JNI.callPPP(PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, MemoryUtil.NULL, getPlatformDisplay);
        require(display != MemoryUtil.NULL, "eglGetPlatformDisplay");
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer major = stack.mallocInt(1);
            IntBuffer minor = stack.mallocInt(1);
            require(eglInitialize(display, major, minor), "eglInitialize");
            EGL.createDisplayCapabilities(display, major.get(0), minor.get(0));
            require(eglBindAPI(EGL_OPENGL_API), "eglBindAPI");
            PointerBuffer configs = stack.mallocPointer(1);
            IntBuffer found = stack.mallocInt(1);
            IntBuffer wanted = stack.ints(
                    EGL_SURFACE_TYPE,
                    EGL_PBUFFER_BIT,
                    EGL_RENDERABLE_TYPE,
                    EGL_OPENGL_BIT,
                    EGL_RED_SIZE,
                    8,
                    EGL_GREEN_SIZE,
                    8,
                    EGL_BLUE_SIZE,
                    8,
                    EGL_DEPTH_SIZE,
                    24,
                    EGL_NONE);
            require(eglChooseConfig(display, wanted, configs, found) && found.get(0) > 0, "eglChooseConfig");
            IntBuffer core33 = stack.ints(
                    EGL_CONTEXT_MAJOR_VERSION,
                    3,
                    EGL_CONTEXT_MINOR_VERSION,
                    3,
                    EGL_CONTEXT_OPENGL_PROFILE_MASK,
                    EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                    EGL_NONE);
            long context = eglCreateContext(display, configs.get(0), EGL_NO_CONTEXT, core33);
            require(context != EGL_NO_CONTEXT, "eglCreateContext");
            IntBuffer size = stack.ints(EGL_WIDTH, extent, EGL_HEIGHT, extent, EGL_NONE);
            long surface = eglCreatePbufferSurface(display, configs.get(0), size);
            require(eglMakeCurrent(display, surface, surface, context), "eglMakeCurrent");
            return new EglDisplay(display, context, surface);
        }
    }

    private static void require(boolean condition, String call) {
        if (!condition) {
            throw new IllegalStateException(call + " failed with EGL error 0x"
                    + Integer.toHexString(eglGetError()).toUpperCase(Locale.ROOT));
        }
    }

    /** Lets go of context and surface. The display stays initialised: other contexts of the process share it. */
    @Override
    public void close() {
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroySurface(display, surface);
        eglDestroyContext(display, context);
        GL.setCapabilities(null);
    }
}
