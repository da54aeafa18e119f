package io.sigmaprompt.physics.kinematics;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;

/**
 * Where a frame of the robot is wanted, wholly or in part.
 *
 * <p>Of the position those components count that {@code position} names, along the axes of the wanted pose. Of the
 * orientation all three axes, none, two (then the third one of the frame shall point along that of the wanted pose, and
 * turning about it is free), or one (then the frame shall not be twisted about that axis, and tilting it is free).
 *
 * @param frame what is to be brought there
 * @param pose where it is wanted, frame to world, metres
 * @param position what counts of the position
 * @param orientation what counts of the orientation
 * @param weight how much it counts against other targets where not all can be met, above 0; one radian counts as {@value
 *     TargetStack#METRES_PER_RADIAN} m
 */
public record IkTarget(Frame frame, Pose pose, Axes position, Axes orientation, double weight) {

    /** @throws BadInputException if a number is not finite, the weight not above 0, or nothing counts */
    public IkTarget {
        String place = "target of frame '" + frame.name() + "'";
        require(
                Double.isFinite(pose.x()) && Double.isFinite(pose.y()) && Double.isFinite(pose.z()),
                place + ", position",
                "expected three finite numbers, found " + pose.x() + ", " + pose.y() + ", " + pose.z(),
                "Give metres in the world.");
        double norm = pose.qx() * pose.qx() + pose.qy() * pose.qy() + pose.qz() * pose.qz() + pose.qw() * pose.qw();
        require(
                Math.abs(norm - 1) <= 1e-6,
                place + ", orientation",
                "expected a unit quaternion x, y, z, w, found " + pose.qx() + ", " + pose.qy() + ", " + pose.qz() + ", "
                        + pose.qw(),
                "Divide it by its length.");
        require(
                weight > 0 && weight <= 1e12,
                place + ", weight",
                "expected a number above 0, at most 1e12, found " + weight,
                "Leave a target out that does not count.");
        require(
                position.count() + orientation.count() > 0,
                place,
                "expected at least one axis to count, found none",
                "Name axes of its position or orientation.");
    }

    private static void require(boolean condition, String place, String problem, String remedy) {
        if (!condition) {
            throw new BadInputException(place, problem, remedy);
        }
    }

    /** A frame's whole pose. */
    public static IkTarget pose(Frame frame, Pose pose) {
        return partial(frame, pose, Axes.ALL, Axes.ALL);
    }

    /** Where a frame's origin is wanted in the world, metres, however it is turned. */
    public static IkTarget position(Frame frame, Vec3 position) {
        return partial(frame, new Pose(position.x(), position.y(), position.z(), 0, 0, 0, 1), Axes.ALL, Axes.NONE);
    }

    /** How a frame is to be turned, wherever it is: the rotation of {@code pose}, frame to world. */
    public static IkTarget orientation(Frame frame, Pose pose) {
        return partial(frame, pose, Axes.NONE, Axes.ALL);
    }

    /** What is wanted of a frame's pose, axis by axis. */
    public static IkTarget partial(Frame frame, Pose pose, Axes position, Axes orientation) {
        return new IkTarget(frame, pose, position, orientation, 1);
    }

    /**
     * Where an axis of a frame is to point, wherever the frame is and however it is turned about that axis.
     *
     * @param axis in the frame, of any length but zero
     * @param direction in the world, of any length but zero
     * @throws BadInputException if one has no direction
     */
    public static IkTarget pointing(Frame frame, Vec3 axis, Vec3 direction) {
        Pose along = frame.pose().times(turnFromZ("target of frame '" + frame.name() + "', axis", axis));
        Pose wanted = turnFromZ("target of frame '" + frame.name() + "', direction", direction);
        return partial(new Frame(frame.name(), frame.link(), along), wanted, Axes.NONE, new Axes(true, true, false));
    }

    /** The shortest rotation that turns z to a direction. */
    private static Pose turnFromZ(String place, Vec3 direction) {
        double norm = direction.norm();
        require(
                norm > 0 && norm <= Double.MAX_VALUE,
                place,
                "expected a direction, found " + direction.x() + ", " + direction.y() + ", " + direction.z(),
                "Give three finite numbers that are not all zero.");
        double x = direction.x() / norm;
        double y = direction.y() / norm;
        double z = direction.z() / norm;
        if (z < -0.999999) {
            // Half a turn about x first, so that the rest is short.
            Pose rest = turnFromZ(place, new Vec3(x, -y, -z));
            return new Pose(0, 0, 0, 1, 0, 0, 0).times(rest);
        }
        double scale = 1 / Math.sqrt(2 * (1 + z));
        return new Pose(0, 0, 0, -y * scale, x * scale, 0, (1 + z) * scale);
    }

    /** The same with another weight. */
    public IkTarget withWeight(double weight) {
        return new IkTarget(frame, pose, position, orientation, weight);
    }
}
