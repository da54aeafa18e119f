package io.sigmaprompt.physics.sensor.camera;

import java.nio.ByteBuffer;

/**
 * What draws pictures of a world, outside of the kernel: a viewport implements it. Pictures are not the same bits on
 * every machine, so whatever reads them comes back to the kernel as a journaled input.
 */
public interface CameraPort {
    /**
     * Asks for a picture of the world as it is now; returns at once. The world may go on before the picture is drawn: the
     * port keeps what it needs of the instant.
     *
     * @param receiver called once, on any thread
     */
    void request(CameraRequest request, Receiver receiver);

    /** Takes pictures. */
    interface Receiver {
        /**
         * A picture that was asked for.
         *
         * @param pixels rows from top to bottom, each from left to right, little-endian, without padding; valid only
         *     during the call
         */
        void picture(CameraRequest request, ByteBuffer pixels);

        /** A picture that cannot be drawn, and why. */
        void refused(CameraRequest request, String reason);
    }
}
