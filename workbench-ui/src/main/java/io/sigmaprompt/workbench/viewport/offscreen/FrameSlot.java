package io.sigmaprompt.workbench.viewport.offscreen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * One image in host memory that is passed to and fro: the drawing thread takes it from its pool and fills it, the
 * JavaFX thread shows it and gives it back. Slots of one size share a pool; a resize makes a new pool, and the old
 * slots die with the last image that shows them.
 */
public final class FrameSlot {
    private static final int SLOTS = 3;

    private final ByteBuffer bytes;
    private final PixelBuffer<ByteBuffer> pixels;
    private final WritableImage image;
    private final BlockingQueue<FrameSlot> pool;
    private long sequence;

    private FrameSlot(int width, int height, BlockingQueue<FrameSlot> pool) {
        this.pool = pool;
        bytes = ByteBuffer.allocateDirect(width * height * 4).order(ByteOrder.nativeOrder());
        pixels = new PixelBuffer<>(width, height, bytes, PixelFormat.getByteBgraPreInstance());
        image = new WritableImage(pixels);
    }

    /** A pool for frames of one size in pixels: one slot to show, one on its way, one to fill. */
    static BlockingQueue<FrameSlot> pool(int width, int height) {
        BlockingQueue<FrameSlot> pool = new ArrayBlockingQueue<>(SLOTS);
        for (int i = 0; i < SLOTS; i++) {
            pool.add(new FrameSlot(width, height, pool));
        }
        return pool;
    }

    /** Drawing thread: copies a frame in (BGRA, premultiplied, top row first). */
    void fill(ByteBuffer frame, long frameSequence) {
        bytes.clear();
        bytes.put(frame);
        bytes.flip();
        sequence = frameSequence;
    }

    /** The number of the newest request that this frame answers. */
    public long sequence() {
        return sequence;
    }

    /** JavaFX thread: the image, told that all of it has changed. */
    public Image refreshed() {
        pixels.updateBuffer(buffer -> null);
        return image;
    }

    /** Either thread: the frame is no longer looked at. */
    public void giveBack() {
        pool.offer(this);
    }
}
