package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.kinematics.Axes;
import io.sigmaprompt.physics.kinematics.IkTarget;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where a frame of the robot is wanted. */
final class FrameTarget {
    @Option(names = "--frame", paramLabel = "LINK", description = "The link whose frame is wanted.")
    private @Nullable String frame;

    @Option(
            names = "--xyz",
            arity = "3",
            paramLabel = "X Y Z",
            hideParamSyntax = true,
            description = "Where its origin is wanted in the world, metres.")
    private double @Nullable [] xyz;

    @Option(
            names = "--rpy",
            arity = "3",
            paramLabel = "R P Y",
            hideParamSyntax = true,
            description = "How it is to be turned: roll, pitch and yaw as in URDF, radians.")
    private double @Nullable [] rpy;

    /** Whether anything was said of a frame. */
    boolean given() {
        return frame != null || xyz != null || rpy != null;
    }

    /** Whether its place is wanted. */
    boolean withPosition() {
        return xyz != null;
    }

    /** Whether its turn is wanted. */
    boolean withOrientation() {
        return rpy != null;
    }

    /**
     * The link's name.
     *
     * @throws BadInputException if none was given
     */
    String frame() {
        if (frame == null) {
            throw new BadInputException(
                    "--frame", "expected the name of a link, found none", "`sigma model` lists the links.");
        }
        return frame;
    }

    /**
     * What is wanted of the robot.
     *
     * @throws BadInputException if there is no such link, it never moves, or nothing is wanted of it
     */
    IkTarget of(RobotModel model) {
        Frame moved = movable(model, Frame.of(model, frame()));
        if (xyz == null && rpy == null) {
            throw new BadInputException(
                    "--xyz, --rpy", "expected one of them or both, found none", "Say where the frame is wanted.");
        }
        double[] p = xyz == null ? new double[3] : xyz;
        double[] r = rpy == null ? new double[3] : rpy;
        return IkTarget.partial(
                moved,
                Pose.fromXyzRpy(p[0], p[1], p[2], r[0], r[1], r[2]),
                xyz == null ? Axes.NONE : Axes.ALL,
                rpy == null ? Axes.NONE : Axes.ALL);
    }

    private static Frame movable(RobotModel model, Frame frame) {
        // A joint carries the link after it.
        for (int link = frame.link(); link > 0; link = model.parentLink(link - 1)) {
            if (model.joints().get(link - 1).type() != JointType.FIXED) {
                return frame;
            }
        }
        throw new BadInputException(
                "--frame",
                "expected a link that a joint moves, found '" + frame.name() + "', which is fixed to the world",
                "`sigma model` shows which links hang on joints.");
    }
}
