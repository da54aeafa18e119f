package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;

/**
 * What a sensor is fixed to.
 *
 * @param link index of the link in the whole world, or {@link SensedWorld#WORLD}
 * @param pose from the sensor's frame to the link's
 */
public record Mount(int link, Pose pose) {
    /**
     * A place for a sensor.
     *
     * @throws BadInputException if the link's index is below -1 or the pose is none
     */
    public Mount {
        ParameterCheck.index("sensor's mount, link", link, SensedWorld.WORLD);
        double square = pose.qx() * pose.qx() + pose.qy() * pose.qy() + pose.qz() * pose.qz() + pose.qw() * pose.qw();
        if (!(square > 0 && square <= Double.MAX_VALUE)) {
            throw new BadInputException(
                    "sensor's mount, rotation",
                    "expected a unit quaternion (x, y, z, w), found one whose squared length is " + square,
                    "No rotation is (0, 0, 0, 1).");
        }
        ParameterCheck.finite("sensor's mount, x", pose.x(), "Give metres in the link's frame.");
        ParameterCheck.finite("sensor's mount, y", pose.y(), "Give metres in the link's frame.");
        ParameterCheck.finite("sensor's mount, z", pose.z(), "Give metres in the link's frame.");
    }

    /**
     * A frame of a robot.
     *
     * @param firstLink index in the whole world of the robot's link 0
     */
    public static Mount at(Frame frame, int firstLink) {
        return new Mount(firstLink + frame.link(), frame.pose());
    }

    /** A link's own frame. */
    public static Mount on(int link) {
        return new Mount(link, Pose.IDENTITY);
    }
}
