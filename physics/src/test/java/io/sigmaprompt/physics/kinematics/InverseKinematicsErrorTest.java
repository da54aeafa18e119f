package io.sigmaprompt.physics.kinematics;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is wrong with a question is said with names. */
class InverseKinematicsErrorTest {
    private final PlacedRobot arm =
            PlacedRobot.planar(new JointLimits(-3, 3, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY), 0.5, 0.4);
    private final Frame tip = arm.frame("tip");
    private final IkTarget target = IkTarget.position(tip, new Vec3(0.5, 0.3, 0));

    private static void assertRefused(Executable question, String... expected) {
        String message = assertThrows(BadInputException.class, question).getMessage();
        for (String word : expected) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void aFrameThatIsNotThereIsNamed() {
        assertRefused(() -> arm.frame("tpi"), "frame 'tpi'", "did you mean 'tip'?");
        Frame foreign = new Frame("camera", 40, Pose.IDENTITY);
        assertRefused(
                () -> arm.inverse().solve(IkTarget.position(foreign, Vec3.ZERO), new double[2], IkOptions.DEFAULT),
                "robot 'planar'",
                "frame 'camera'",
                "expected a link from 0 to 3, found 40");
    }

    @Test
    void aTargetThatIsNoPlaceIsNamed() {
        assertRefused(
                () -> IkTarget.position(tip, new Vec3(0, Double.NaN, 0)), "frame 'tip', position", "found 0.0, NaN");
        assertRefused(
                () -> IkTarget.pose(tip, new Pose(0, 0, 0, 0, 0, 0, Double.NaN)),
                "frame 'tip', orientation",
                "unit quaternion");
        assertRefused(() -> IkTarget.pose(tip, new Pose(0, 0, 0, 0, 0, 0, 2)), "frame 'tip', orientation");
        assertRefused(
                () -> IkTarget.pointing(tip, new Vec3(0, 0, 1), Vec3.ZERO), "frame 'tip', direction", "0.0, 0.0, 0.0");
        assertRefused(() -> IkTarget.pointing(tip, new Vec3(Double.NaN, 0, 1), new Vec3(1, 0, 0)), "frame 'tip', axis");
        assertRefused(() -> target.withWeight(0), "frame 'tip', weight", "found 0.0");
        assertRefused(() -> IkTarget.partial(tip, Pose.IDENTITY, Axes.NONE, Axes.NONE), "at least one axis");
        assertRefused(() -> arm.inverse().solve(List.of(), new double[2], IkOptions.DEFAULT), "at least one target");
    }

    @Test
    void aStartOrAPostureThatIsNoConfigurationIsNamed() {
        assertRefused(() -> arm.inverse().solve(target, new double[3], IkOptions.DEFAULT), "expected 2", "found 3");
        assertRefused(
                () -> arm.inverse().solve(target, new double[] {0, Double.NaN}, IkOptions.DEFAULT), "joint2", "NaN");
        assertRefused(
                () -> arm.inverse().solve(target, new double[2], IkOptions.DEFAULT.withPosture(new double[1])),
                "expected 2",
                "found 1");
    }

    @Test
    void optionsThatCannotBeMetAreNamed() {
        assertRefused(() -> IkOptions.DEFAULT.withTolerances(0, 1e-9), "position tolerance", "found 0.0");
        assertRefused(() -> IkOptions.DEFAULT.withTolerances(1e-9, Double.NaN), "orientation tolerance");
        assertRefused(() -> IkOptions.DEFAULT.withBudget(0, 1), "iterations", "found 0");
        assertRefused(() -> IkOptions.DEFAULT.withBudget(1, -1), "restarts", "found -1");
    }

    @Test
    void limitsThatLeaveNoRangeAreNamed() {
        assertRefused(
                () -> PlacedRobot.planar(
                        new JointLimits(1, -1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY), 0.5),
                "joint 'joint1', limits",
                "found 1.0 to -1.0");
    }
}
