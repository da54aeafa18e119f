package io.sigmaprompt.physics.integration;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Textbook mechanisms, link by link. */
final class Mechanism {
    static final Vec3 X = new Vec3(1, 0, 0);
    static final Vec3 Y = new Vec3(0, 1, 0);
    static final Vec3 Z = new Vec3(0, 0, 1);

    private final List<Link> links = new ArrayList<>();
    private final List<Joint> joints = new ArrayList<>();

    private Mechanism(Inertia base) {
        links.add(new Link("base", base, List.of(), List.of()));
    }

    /** Something that hangs on the world. */
    static Mechanism onTheGround() {
        return new Mechanism(Inertia.ZERO);
    }

    /** One rigid body in free flight, its centre of mass at its origin. */
    static RobotModel freeBody(double mass, double ixx, double iyy, double izz) {
        Mechanism body = new Mechanism(new Inertia(mass, Vec3.ZERO, ixx, 0, 0, iyy, 0, izz));
        return new RobotModel("body", true, body.links, body.joints);
    }

    /**
     * Hangs a link on the last one, its joint at {@code offset} there.
     *
     * @param inertia the diagonal about the centre of mass, kg m²
     */
    Mechanism link(
            JointType type, Vec3 axis, Vec3 offset, double mass, Vec3 com, Vec3 inertia, JointDynamics dynamics) {
        String name = "link" + links.size();
        joints.add(new Joint(
                "joint" + links.size(),
                type,
                links.getLast().name(),
                name,
                new Pose(offset.x(), offset.y(), offset.z(), 0, 0, 0, 1),
                axis,
                JointLimits.NONE,
                dynamics,
                null));
        links.add(new Link(
                name, new Inertia(mass, com, inertia.x(), 0, 0, inertia.y(), 0, inertia.z()), List.of(), List.of()));
        return this;
    }

    /** A point mass at the end of a massless rod that turns about y and hangs down at angle 0. */
    Mechanism rod(double offset, double mass, double length) {
        return link(
                JointType.CONTINUOUS,
                Y,
                new Vec3(0, 0, -offset),
                mass,
                new Vec3(0, 0, -length),
                Vec3.ZERO,
                JointDynamics.NONE);
    }

    RobotModel model() {
        return new RobotModel("mechanism", false, links, joints);
    }
}
