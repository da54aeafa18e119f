package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.Frame;

/**
 * A camera that looks along its frame's -z, with y up.
 *
 * @param frame fixed to a link
 * @param fieldOfView vertical, radians; metres for an orthographic one
 * @param mode how it follows its link: fixed, track, trackcom, targetbody, targetbodycom
 * @param target the link that it turns to, or an empty string
 * @param width pixels
 * @param height pixels
 */
public record Camera(
        Frame frame, double fieldOfView, boolean orthographic, String mode, String target, int width, int height) {}
