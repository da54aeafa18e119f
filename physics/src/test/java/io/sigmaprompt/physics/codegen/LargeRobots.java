package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Robots larger than most. */
final class LargeRobots {
    private LargeRobots() {}

    /** A floating tree of joints of all types. */
    static RobotModel tree(int joints) {
        RobotModel chain = new RandomRobot(joints).chain(joints, List.of(JointType.values()), true);
        Random random = new Random(joints);
        List<Joint> rewired = new ArrayList<>();
        for (int j = 0; j < joints; j++) {
            Joint joint = chain.joints().get(j);
            rewired.add(rewired(joint, joint.type(), "link" + random.nextInt(j + 1), joint.origin()));
        }
        return new RobotModel("tree", true, chain.links(), rewired);
    }

    /** One joint, and on what it carries a field of links side by side, as the cells of a skin. */
    static RobotModel skin(int cells) {
        RobotModel chain = new RandomRobot(cells).chain(1 + cells, List.of(JointType.REVOLUTE), true);
        List<Joint> rewired = new ArrayList<>();
        rewired.add(chain.joints().getFirst());
        for (int j = 1; j <= cells; j++) {
            Pose place = Pose.fromXyzRpy(0.01 * j, 0.02, 0.03, 0, 0, 0);
            rewired.add(rewired(chain.joints().get(j), JointType.FIXED, "link1", place));
        }
        return new RobotModel("skin", true, chain.links(), rewired);
    }

    /** Chains that all hang on one link. */
    static RobotModel bush(int branches, int joints) {
        RobotModel chain = new RandomRobot(branches).chain(branches * joints, List.of(JointType.REVOLUTE), false);
        List<Joint> rewired = new ArrayList<>();
        for (int j = 0; j < branches * joints; j++) {
            Joint joint = chain.joints().get(j);
            rewired.add(rewired(joint, joint.type(), j % joints == 0 ? "link0" : joint.parent(), joint.origin()));
        }
        return new RobotModel("bush", false, chain.links(), rewired);
    }

    private static Joint rewired(Joint joint, JointType type, String parent, Pose origin) {
        return new Joint(
                joint.name(),
                type,
                parent,
                joint.child(),
                origin,
                joint.axis(),
                joint.limits(),
                joint.dynamics(),
                joint.mimic());
    }
}
