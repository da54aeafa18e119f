package io.sigmaprompt.physics.sensor.camera;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.ParameterCheck;

/**
 * A pinhole camera without distortion: a point (x, y, z) of the optical frame is seen at {@code (fx·x/z + cx, fy·y/z +
 * cy)} (Hartley, Zisserman, Multiple View Geometry, 2nd edition, 2004, section 6.1).
 *
 * @param width pixels
 * @param height pixels
 * @param fx focal length, pixels
 * @param fy focal length, pixels
 * @param cx principal point, pixels from the left edge of the picture
 * @param cy principal point, pixels from the upper edge
 * @param near nearest depth that is drawn, metres
 * @param far farthest depth that is drawn, metres
 */
public record CameraIntrinsics(
        int width, int height, double fx, double fy, double cx, double cy, double near, double far) {
    private static final int GREATEST_SIZE = 16384;

    /**
     * A camera that can see.
     *
     * @throws BadInputException if a number is impossible
     */
    public CameraIntrinsics {
        size("camera's width", width);
        size("camera's height", height);
        focal("camera's fx", fx);
        focal("camera's fy", fy);
        ParameterCheck.finite("camera's cx", cx, "Half the width is the middle.");
        ParameterCheck.finite("camera's cy", cy, "Half the height is the middle.");
        if (!(near > 0 && far > near) || far == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "camera's depths",
                    "expected 0 < near < far, found " + near + " and " + far + " m",
                    "0.05 m and 100 m are usual.");
        }
    }

    /**
     * A camera of square pixels that looks along its middle.
     *
     * @param fieldOfView vertical, rad, as {@link io.sigmaprompt.physics.model.mechanism.Camera} has it
     */
    public static CameraIntrinsics ofFieldOfView(int width, int height, double fieldOfView, double near, double far) {
        if (!(fieldOfView > 0 && fieldOfView < Math.PI)) {
            throw new BadInputException(
                    "camera's field of view",
                    "expected between 0 and π rad, found " + fieldOfView,
                    "Give radians: 45° are 0.785.");
        }
        double focal = 0.5 * height / StrictMath.tan(0.5 * fieldOfView);
        return new CameraIntrinsics(width, height, focal, focal, 0.5 * width, 0.5 * height, near, far);
    }

    private static void size(String place, int pixels) {
        if (pixels < 1 || pixels > GREATEST_SIZE) {
            throw new BadInputException(
                    place,
                    "expected between 1 and " + GREATEST_SIZE + " pixels, found " + pixels,
                    "640 x 480 is a good start.");
        }
    }

    private static void focal(String place, double pixels) {
        if (!(pixels > 0) || pixels == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    place, "expected more than 0 pixels, found " + pixels, "Half the height is a view of 90°.");
        }
    }
}
