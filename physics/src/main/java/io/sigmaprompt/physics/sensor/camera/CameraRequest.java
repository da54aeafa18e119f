package io.sigmaprompt.physics.sensor.camera;

import io.sigmaprompt.physics.model.Pose;

/**
 * A picture that is wanted of one instant of a world.
 *
 * @param camera its name
 * @param stampNanos the instant, nanoseconds since the world's time 0; with the name it tells requests apart
 * @param pose from the optical frame (x right, y down, z ahead; REP 103) to the world
 * @param content what each pixel tells
 */
public record CameraRequest(String camera, long stampNanos, Pose pose, CameraIntrinsics intrinsics, Content content) {
    /** What a pixel can tell. */
    public enum Content {
        /** Red, green and blue, 8 bits each. */
        COLOUR,
        /** Metres along z, a 32-bit float; infinite where nothing is. */
        DEPTH,
        /** Index of the link seen, 32 bits; -1 where there is none. */
        LINK
    }
}
