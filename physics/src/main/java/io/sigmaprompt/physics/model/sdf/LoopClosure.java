package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Equality;
import io.sigmaprompt.physics.model.xml.Warnings;
import java.util.List;

/**
 * Turns a joint that closes a loop into constraints between the links that it ties: a fixed one into a weld, a ball into
 * one common point, a hinge into two on its axis. A slide and a universal joint have no such constraint.
 */
final class LoopClosure {
    /** Metres between the two points of a hinge. */
    private static final double APART = 0.1;

    private final RobotModel model;
    private final FrameGraph graph;
    private final Warnings warnings;

    LoopClosure(RobotModel model, FrameGraph graph, Warnings warnings) {
        this.model = model;
        this.graph = graph;
        this.warnings = warnings;
    }

    /** The constraints that stand for a joint; none for one that cannot be kept. */
    List<Equality> close(SdfJoint joint) {
        if (!joint.supported()) {
            return List.of();
        }
        List<Equality> closed = constraints(joint);
        String problem = joint.node().described() + " closes a loop, since "
                + joint.parent().described() + " and " + joint.child().described() + " are tied already: ";
        boolean more = joint.freedoms().stream()
                .anyMatch(f -> !f.limits().equals(JointLimits.NONE)
                        || !f.dynamics().equals(JointDynamics.NONE)
                        || f.stiffness() != 0
                        || f.mimic() != null);
        warnings.add(
                joint.node().element,
                problem
                        + (closed.isEmpty()
                                ? "it is left out"
                                : "it is kept as a constraint beside the tree"
                                        + (more ? ", without its limits, losses and mimic" : "")));
        return closed;
    }

    private List<Equality> constraints(SdfJoint joint) {
        if (joint.freedoms().isEmpty()) {
            return List.of(new Equality.Weld(
                    joint.name(),
                    true,
                    Softness.DEFAULT,
                    frame(joint, joint.parent(), Pose.IDENTITY),
                    frame(joint, joint.child(), Pose.IDENTITY),
                    1));
        }
        Freedom freedom = joint.freedoms().getFirst();
        JointType type = freedom.type();
        if (joint.freedoms().size() > 1 || type == JointType.PRISMATIC) {
            return List.of();
        }
        Equality centre = point(joint, joint.name(), Pose.IDENTITY);
        if (type == JointType.SPHERICAL) {
            return List.of(centre);
        }
        Vec3 axis = freedom.axis();
        Pose along = Pose.at(new Vec3(APART * axis.x(), APART * axis.y(), APART * axis.z()));
        return List.of(centre, point(joint, joint.name() + "_axis", along));
    }

    private Equality point(SdfJoint joint, String name, Pose inJoint) {
        return new Equality.Connect(
                name,
                true,
                Softness.DEFAULT,
                frame(joint, joint.parent(), inJoint),
                frame(joint, joint.child(), inJoint));
    }

    private Frame frame(SdfJoint joint, FrameNode link, Pose inJoint) {
        Pose pose = graph.between(link, joint.node()).times(inJoint);
        return new Frame(joint.name() + "@" + link.name, model.linkIndex(link.name), pose);
    }
}
