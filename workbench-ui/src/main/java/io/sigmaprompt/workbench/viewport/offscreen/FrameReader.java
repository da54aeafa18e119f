package io.sigmaprompt.workbench.viewport.offscreen;

import static org.lwjgl.opengl.GL33C.GL_BGRA;
import static org.lwjgl.opengl.GL33C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL33C.GL_DRAW_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_LINEAR;
import static org.lwjgl.opengl.GL33C.GL_MAP_READ_BIT;
import static org.lwjgl.opengl.GL33C.GL_NEAREST;
import static org.lwjgl.opengl.GL33C.GL_PACK_ALIGNMENT;
import static org.lwjgl.opengl.GL33C.GL_PIXEL_PACK_BUFFER;
import static org.lwjgl.opengl.GL33C.GL_READ_FRAMEBUFFER;
import static org.lwjgl.opengl.GL33C.GL_STREAM_READ;
import static org.lwjgl.opengl.GL33C.GL_SYNC_FLUSH_COMMANDS_BIT;
import static org.lwjgl.opengl.GL33C.GL_SYNC_GPU_COMMANDS_COMPLETE;
import static org.lwjgl.opengl.GL33C.GL_UNSIGNED_INT_8_8_8_8_REV;
import static org.lwjgl.opengl.GL33C.glBindBuffer;
import static org.lwjgl.opengl.GL33C.glBindFramebuffer;
import static org.lwjgl.opengl.GL33C.glBlitFramebuffer;
import static org.lwjgl.opengl.GL33C.glBufferData;
import static org.lwjgl.opengl.GL33C.glClientWaitSync;
import static org.lwjgl.opengl.GL33C.glDeleteBuffers;
import static org.lwjgl.opengl.GL33C.glDeleteSync;
import static org.lwjgl.opengl.GL33C.glFenceSync;
import static org.lwjgl.opengl.GL33C.glFlush;
import static org.lwjgl.opengl.GL33C.glGenBuffers;
import static org.lwjgl.opengl.GL33C.glMapBufferRange;
import static org.lwjgl.opengl.GL33C.glPixelStorei;
import static org.lwjgl.opengl.GL33C.glReadPixels;
import static org.lwjgl.opengl.GL33C.glUnmapBuffer;

import com.jme3.renderer.Renderer;
import com.jme3.texture.FrameBuffer;
import com.jme3.texture.FrameBuffer.FrameBufferTarget;
import com.jme3.texture.Image.Format;
import com.jme3.texture.Texture2D;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frame buffers of one size, and the way of their pixels to JavaFX: multi-sampled drawing is resolved, a larger
 * drawing shrunk, the result flipped (OpenGL counts rows from below), read into one of two pixel buffers behind a
 * fence, and copied into a slot one frame later, when the fence has long been passed. Drawing thread only.
 */
public final class FrameReader {
    private static final long FENCE_PATIENCE_NANOS = 1_000_000_000L;

    private final int width;
    private final int height;
    private final FrameBuffer canvas;
    private final @Nullable FrameBuffer resolved;
    private final FrameBuffer output;
    private final BlockingQueue<FrameSlot> pool;
    private final Consumer<FrameSlot> sink;
    private final int[] buffers = new int[2];
    private final long[] fences = new long[2];
    private final long[] sequences = new long[2];
    private int next;

    /**
     * Frame buffers for frames of a size in pixels.
     *
     * @param sink is handed each finished frame and must see to it that the slot is given back
     */
    public FrameReader(int width, int height, RenderQuality quality, Consumer<FrameSlot> sink) {
        this.width = width;
        this.height = height;
        this.sink = sink;
        int drawnWidth = width * quality.supersampling();
        int drawnHeight = height * quality.supersampling();
        canvas = frameBuffer(drawnWidth, drawnHeight, quality.samples());
        canvas.setDepthTarget(FrameBufferTarget.newTarget(Format.Depth24));
        // A multi-sampled buffer can only be resolved at its own size, and upright.
        resolved = quality.samples() > 1 ? frameBuffer(drawnWidth, drawnHeight, 1) : null;
        output = frameBuffer(width, height, 1);
        pool = FrameSlot.pool(width, height);
        for (int i = 0; i < 2; i++) {
            buffers[i] = glGenBuffers();
            glBindBuffer(GL_PIXEL_PACK_BUFFER, buffers[i]);
            glBufferData(GL_PIXEL_PACK_BUFFER, frameBytes(), GL_STREAM_READ);
        }
        glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    }

    private static FrameBuffer frameBuffer(int width, int height, int samples) {
        FrameBuffer made = new FrameBuffer(width, height, samples);
        if (samples > 1) {
            made.addColorTarget(FrameBufferTarget.newTarget(Format.RGB8));
        } else {
            made.addColorTarget(FrameBufferTarget.newTarget(new Texture2D(width, height, Format.RGB8)));
        }
        return made;
    }

    /** Where to draw. */
    public FrameBuffer canvas() {
        return canvas;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Starts reading what was drawn; it reaches the sink with the next call of {@link #deliver()}. */
    public void read(Renderer renderer, long sequence) {
        FrameBuffer source = canvas;
        if (resolved != null) {
            blit(renderer, canvas, resolved, false);
            source = resolved;
        }
        blit(renderer, source, output, true);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, output.getId());
        glPixelStorei(GL_PACK_ALIGNMENT, 4);
        glBindBuffer(GL_PIXEL_PACK_BUFFER, buffers[next]);
        glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, 0L);
        glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
        fences[next] = glFenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
        sequences[next] = sequence;
        glFlush();
        next ^= 1;
        // jMonkeyEngine believes that what it bound last is still bound.
        renderer.setFrameBuffer(canvas);
    }

    private static void blit(Renderer renderer, FrameBuffer from, FrameBuffer to, boolean flip) {
        renderer.setFrameBuffer(to);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, from.getId());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.getId());
        boolean sameSize = from.getWidth() == to.getWidth() && from.getHeight() == to.getHeight();
        glBlitFramebuffer(
                0,
                0,
                from.getWidth(),
                from.getHeight(),
                0,
                flip ? to.getHeight() : 0,
                to.getWidth(),
                flip ? 0 : to.getHeight(),
                GL_COLOR_BUFFER_BIT,
                sameSize ? GL_NEAREST : GL_LINEAR);
    }

    /**
     * Hands the oldest frame that is being read to the sink, if there is one and a slot is free. Where none is free,
     * nothing is lost for good: the frame waits for the next call.
     */
    public void deliver() {
        int oldest = fences[next] != 0 ? next : next ^ 1;
        if (fences[oldest] == 0) {
            return;
        }
        FrameSlot slot = pool.poll();
        if (slot == null) {
            return;
        }
        glClientWaitSync(fences[oldest], GL_SYNC_FLUSH_COMMANDS_BIT, FENCE_PATIENCE_NANOS);
        glDeleteSync(fences[oldest]);
        fences[oldest] = 0;
        glBindBuffer(GL_PIXEL_PACK_BUFFER, buffers[oldest]);
        ByteBuffer mapped = glMapBufferRange(GL_PIXEL_PACK_BUFFER, 0, frameBytes(), GL_MAP_READ_BIT);
        if (mapped != null) {
            slot.fill(mapped, sequences[oldest]);
            glUnmapBuffer(GL_PIXEL_PACK_BUFFER);
        }
        glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
        if (mapped == null) {
            slot.giveBack();
        } else {
            sink.accept(slot);
        }
    }

    /** Whether the next frame can be read without overwriting one that has not been delivered. */
    public boolean ready() {
        return fences[next] == 0;
    }

    private long frameBytes() {
        return 4L * width * height;
    }

    /** Frees what the graphics driver holds. */
    public void dispose() {
        for (int i = 0; i < 2; i++) {
            if (fences[i] != 0) {
                glDeleteSync(fences[i]);
                fences[i] = 0;
            }
            glDeleteBuffers(buffers[i]);
        }
        canvas.dispose();
        output.dispose();
        if (resolved != null) {
            resolved.dispose();
        }
    }
}
