package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes links and joints of bodies. A body is a link of its name, whose frame is the body's. Where a body has several
 * joints, each but the last carries a massless link, {@code JOINT_link}; where the last one's anchor is not at the
 * body's origin, it does too, and a fixed joint {@code BODY_anchor} leads from there to the body. A body without joints
 * hangs on the fixed joint {@code BODY_fixed}.
 */
final class TreeBuilder {
    private static final Vec3 Z = new Vec3(0, 0, 1);

    private final NameTable names;
    private final Set<String> paired;
    private final List<Link> links = new ArrayList<>();
    private final List<Joint> joints = new ArrayList<>();

    /** A builder; {@code paired} are the geoms that touch because a contact pair says so. */
    TreeBuilder(NameTable names, Set<String> paired) {
        this.names = names;
        this.paired = paired;
    }

    RobotModel build(String name, Body world) {
        for (Body body : world.all()) {
            if (body.parent != null) {
                hang(body, body.parent.name);
            }
            links.add(link(body));
        }
        return new RobotModel(name, false, links, joints);
    }

    private Link link(Body body) {
        List<Shape> visuals = new ArrayList<>();
        List<Shape> collisions = new ArrayList<>();
        for (Geom geom : body.geoms) {
            boolean touches = geom.touches() || paired.contains(geom.shape().name());
            if (touches) {
                collisions.add(geom.shape());
            }
            if (geom.seen(touches)) {
                visuals.add(geom.shape());
            }
        }
        return new Link(body.name, body.inertia, visuals, collisions);
    }

    private void hang(Body body, String parent) {
        if (body.joints.isEmpty()) {
            joints.add(fixed(invented("joint", body.name + "_fixed", body), parent, body.name, body.pose));
            return;
        }
        String at = parent;
        // From the frame that the next joint's anchor is told in, which moves as the body does, to the link's at hand.
        Pose offset = body.pose;
        for (int i = 0; i < body.joints.size(); i++) {
            HangingJoint joint = body.joints.get(i);
            boolean last = i == body.joints.size() - 1;
            boolean anchored = turns(joint) && !joint.anchor().equals(Vec3.ZERO);
            String child = last && !anchored ? body.name : invented("body", joint.name() + "_link", body);
            if (!child.equals(body.name)) {
                links.add(new Link(child, Inertia.ZERO, List.of(), List.of()));
            }
            Vec3 anchor = anchored ? joint.anchor() : Vec3.ZERO;
            Pose origin = joint.type() == JointType.FLOATING
                    ? Pose.IDENTITY
                    : offset.times(Pose.at(anchor)).times(atReference(joint));
            joints.add(new Joint(
                    joint.name(),
                    joint.type(),
                    at,
                    child,
                    origin,
                    joint.axis(),
                    joint.limits(),
                    joint.dynamics(),
                    null));
            offset = Pose.at(new Vec3(-anchor.x(), -anchor.y(), -anchor.z()));
            at = child;
            if (last && anchored) {
                joints.add(fixed(invented("joint", body.name + "_anchor", body), at, body.name, offset));
            }
        }
    }

    /** Whether the place of the joint's anchor makes a difference. */
    private static boolean turns(HangingJoint joint) {
        return joint.type() != JointType.PRISMATIC && joint.type() != JointType.FLOATING;
    }

    /** At coordinate {@code ref} the body is where the file draws it, so at coordinate 0 it is that much behind. */
    private static Pose atReference(HangingJoint joint) {
        double back = -joint.reference();
        Vec3 axis = joint.axis();
        if (back == 0) {
            return Pose.IDENTITY;
        }
        return joint.type() == JointType.PRISMATIC
                ? Pose.at(new Vec3(back * axis.x(), back * axis.y(), back * axis.z()))
                : Placement.turn(axis, back);
    }

    private String invented(String kind, String wish, Body body) {
        return names.invent(kind, wish, body.element);
    }

    private static Joint fixed(String name, String parent, String child, Pose origin) {
        return new Joint(name, JointType.FIXED, parent, child, origin, Z, JointLimits.NONE, JointDynamics.NONE, null);
    }
}
