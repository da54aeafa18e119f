package io.sigmaprompt.twin.estimation.effort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolLinkTest {
    private static Joint joint(String name, JointType type, String parent, String child) {
        return new Joint(
                name,
                type,
                parent,
                child,
                Pose.IDENTITY,
                new Vec3(0, 1, 0),
                new JointLimits(-1, 1, 1, 10),
                JointDynamics.NONE,
                null);
    }

    private static RobotModel withGripper() {
        RobotModel arm = ThreeJointArm.model();
        List<Link> links = new ArrayList<>(arm.links());
        List<Joint> joints = new ArrayList<>(arm.joints());
        for (String name : List.of("palm", "left", "right")) {
            links.add(new Link(name, new Inertia(0.1, Vec3.ZERO, 1e-4, 0, 0, 1e-4, 0, 1e-4), List.of(), List.of()));
        }
        joints.add(joint("flange", JointType.FIXED, "fore", "palm"));
        joints.add(joint("l", JointType.PRISMATIC, "palm", "left"));
        joints.add(joint("r", JointType.PRISMATIC, "palm", "right"));
        return new RobotModel("gripping", false, links, joints);
    }

    @Test
    void aChainCarriesAtItsEnd() {
        assertEquals("fore", ToolLink.of(ThreeJointArm.model()));
    }

    @Test
    void aGripperCarriesWhereItsFingersPart() {
        assertEquals("fore", ToolLink.of(withGripper()));
    }

    @Test
    void aFreeBaseHasNoTool() {
        assertEquals("", ToolLink.of(ThreeJointArm.model().withFloatingBase(true)));
    }
}
