package io.sigmaprompt.workbench.viewport;

/**
 * A camera that looks at a target from a distance and turns about it; world frame, z up, metres and radians. Not for
 * several threads.
 */
public final class OrbitCamera {
    private static final double STEEPEST = Math.toRadians(89);
    private static final double NEAREST = 0.02;
    private static final double FARTHEST = 500;
    private static final double START_YAW = Math.toRadians(-52);
    private static final double START_PITCH = Math.toRadians(21);
    /** Free border about a framed robot, as a factor of the distance. */
    private static final double MARGIN = 1.12;

    private double targetX;
    private double targetY;
    private double targetZ = 0.4;
    private double yaw = START_YAW;
    private double pitch = START_PITCH;
    private double distance = 3;
    private final double verticalView = Math.toRadians(32);

    /**
     * Where the camera is and looks; the up direction is z.
     *
     * @param eye 3, metres
     * @param target 3, metres
     * @param verticalView the whole vertical angle of view, radians
     * @param distance from eye to target, metres
     */
    public record View(double[] eye, double[] target, double verticalView, double distance) {}

    /** Turns about the target: {@code yaw} about z, {@code pitch} upwards; never over the top. */
    public void orbit(double yawBy, double pitchBy) {
        yaw = Math.IEEEremainder(yaw + yawBy, 2 * Math.PI);
        pitch = Math.clamp(pitch + pitchBy, -STEEPEST, STEEPEST);
    }

    /**
     * Moves the target in the image plane so that the scene follows the pointer.
     *
     * @param right pointer's way to the right, pixels
     * @param down pointer's way down, pixels
     * @param viewHeight height of the view, pixels
     */
    public void pan(double right, double down, double viewHeight) {
        double metresPerPixel = 2 * distance * StrictMath.tan(verticalView / 2) / Math.max(1, viewHeight);
        double sy = StrictMath.sin(yaw);
        double cy = StrictMath.cos(yaw);
        double sp = StrictMath.sin(pitch);
        double cp = StrictMath.cos(pitch);
        double x = -right * metresPerPixel;
        double y = down * metresPerPixel;
        // The image's right is (-sin yaw, cos yaw, 0), its up (-sin pitch cos yaw, -sin pitch sin yaw, cos pitch).
        targetX += -sy * x - sp * cy * y;
        targetY += cy * x - sp * sy * y;
        targetZ += cp * y;
    }

    /** Moves target and eye together, metres in the world: angles and distance stay. */
    public void carry(double x, double y, double z) {
        targetX += x;
        targetY += y;
        targetZ += z;
    }

    /** Looks at the middle of a box from where it looks at things now: angles and distance stay. */
    public void lookAt(Bounds bounds) {
        targetX = bounds.x();
        targetY = bounds.y();
        targetZ = bounds.z();
    }

    /** Moves nearer (factor below 1) or away, within 2 cm to 500 m. */
    public void zoom(double factor) {
        distance = Math.clamp(distance * factor, NEAREST, FARTHEST);
    }

    /** Turns to an azimuth about z and an elevation, radians; never over the top. */
    public void turnTo(double azimuth, double elevation) {
        yaw = Math.IEEEremainder(azimuth, 2 * Math.PI);
        pitch = Math.clamp(elevation, -STEEPEST, STEEPEST);
    }

    /** Moves to a distance from the target, within 2 cm to 500 m. */
    public void setDistance(double metres) {
        distance = Math.clamp(metres, NEAREST, FARTHEST);
    }

    /**
     * Looks at the whole of a box.
     *
     * @param aspect width by height of the view
     */
    public void frame(Bounds bounds, double aspect) {
        lookAt(bounds);
        distance = Math.clamp(fittingDistance(bounds, aspect) * MARGIN, NEAREST, FARTHEST);
    }

    /** The least distance at which all eight corners are in view. */
    private double fittingDistance(Bounds bounds, double aspect) {
        double tanVertical = StrictMath.tan(verticalView / 2);
        double tanHorizontal = tanVertical * Math.max(0.1, aspect);
        double[] backward = backward();
        double sy = StrictMath.sin(yaw);
        double cy = StrictMath.cos(yaw);
        double sp = StrictMath.sin(pitch);
        double cp = StrictMath.cos(pitch);
        double fitting = NEAREST;
        for (int corner = 0; corner < 8; corner++) {
            double x = bounds.halfX() * ((corner & 1) == 0 ? 1 : -1);
            double y = bounds.halfY() * ((corner & 2) == 0 ? 1 : -1);
            double z = bounds.halfZ() * ((corner & 4) == 0 ? 1 : -1);
            double right = -sy * x + cy * y;
            double up = -sp * cy * x - sp * sy * y + cp * z;
            double towards = backward[0] * x + backward[1] * y + backward[2] * z;
            fitting =
                    Math.max(fitting, towards + Math.max(Math.abs(right) / tanHorizontal, Math.abs(up) / tanVertical));
        }
        return fitting;
    }

    /** Puts the camera back to the angles it starts with. */
    public void resetAngles() {
        yaw = START_YAW;
        pitch = START_PITCH;
    }

    /** Where the camera is now. */
    public View view() {
        double[] backward = backward();
        return new View(
                new double[] {
                    targetX + distance * backward[0], targetY + distance * backward[1], targetZ + distance * backward[2]
                },
                new double[] {targetX, targetY, targetZ},
                verticalView,
                distance);
    }

    /** Unit vector from target to eye. */
    private double[] backward() {
        double cp = StrictMath.cos(pitch);
        return new double[] {cp * StrictMath.cos(yaw), cp * StrictMath.sin(yaw), StrictMath.sin(pitch)};
    }
}
