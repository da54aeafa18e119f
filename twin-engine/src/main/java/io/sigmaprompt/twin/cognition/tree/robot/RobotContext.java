package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.skill.JointPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tree may name of its robot.
 *
 * @param known whether the robot is known; any name is taken if not
 * @param joints its driven joints
 * @param paths its paths by name
 */
public record RobotContext(boolean known, List<String> joints, Map<String, JointPath> paths) {
    /** A tree that is looked at without a robot. */
    public static final RobotContext UNKNOWN = new RobotContext(false, List.of(), Map.of());

    public RobotContext {
        joints = List.copyOf(joints);
        paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    }

    /** A robot of these joints and paths. */
    public static RobotContext of(List<String> joints, Map<String, JointPath> paths) {
        return new RobotContext(true, joints, paths);
    }
}
