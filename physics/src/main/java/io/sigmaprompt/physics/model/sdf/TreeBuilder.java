package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Turns joints of SDFormat, whose frame may be anywhere on the child and whose parent may be the link farther from the
 * root, into joints of a tree, whose frame is that of the link they carry.
 *
 * <p>Link frames stay what they are. Where the joint's frame J lies on the carried link's axis of motion (always so for
 * a prismatic joint), the axis is merely written in the link's frame, since a rotation about an axis does not ask where
 * on it its origin is. Elsewhere a massless link {@code NAME_frame} is put at J, the joint carries that, and the fixed
 * joint {@code NAME_frame_fixed} carries the link. A joint of two axes becomes the joints {@code NAME_axis1} and {@code
 * NAME_axis2} with the massless link {@code NAME_cross} between them.
 *
 * <p>A joint whose child is nearer to the root than its parent is turned round: {@code X_PC(q) =
 * X_PJ · R(a, q) · X_JC} gives {@code X_CP(q) = X_CJ · R(-a, q) · X_JP}, so the axis changes its sign, while
 * coordinate, limits and effort keep theirs; two axes also change their order. A ball's quaternion becomes its inverse.
 */
final class TreeBuilder {
    /** Below this, in metres, what poses differ by is rounding. */
    private static final double ROUNDING = 1e-12;

    private record Placed(int order, Joint joint) {}

    private final FrameGraph graph;
    private final Set<String> taken;
    private final List<Link> massless = new ArrayList<>();
    private final List<Placed> joints = new ArrayList<>();

    /** A tree without joints; {@code taken} are the names in use, to which the tree's own are added. Modified. */
    TreeBuilder(FrameGraph graph, Set<String> taken) {
        this.graph = graph;
        this.taken = taken;
    }

    /** The links that were put between others. */
    List<Link> massless() {
        return massless;
    }

    /** All joints in the order of the source. */
    List<Joint> joints() {
        return joints.stream()
                .sorted(Comparator.comparingInt(Placed::order))
                .map(Placed::joint)
                .toList();
    }

    /**
     * Hangs a link on another by a joint that the file does not have, of type fixed or floating. A floating joint begins at
     * the parent's frame: where the link stands is a matter of the configuration.
     */
    void hang(FrameNode parent, FrameNode child, JointType type) {
        String name = free(parent.name + "_to_" + child.name);
        Pose origin = type == JointType.FLOATING ? Pose.IDENTITY : graph.between(parent, child);
        add(child.order, name, type, parent.name, child.name, origin);
    }

    /** Carries a joint's child, or turned round its parent, by the other. */
    void carry(SdfJoint joint, boolean reversed) {
        FrameNode near = reversed ? joint.child() : joint.parent();
        FrameNode far = reversed ? joint.parent() : joint.child();
        int order = joint.node().order;
        List<Freedom> freedoms = reversed
                ? joint.freedoms().reversed().stream().map(Freedom::reversed).toList()
                : joint.freedoms();
        if (freedoms.isEmpty()) {
            add(order, joint.name(), JointType.FIXED, near.name, far.name, graph.between(near, far));
            return;
        }
        Pose farToJoint = graph.between(joint.node(), far);
        String at = near.name;
        // From the frame that the next joint hangs in to the joint's, and to the carried link's.
        Pose toJoint = graph.between(near, joint.node());
        Pose toFar = graph.between(near, far);
        for (Freedom freedom : freedoms.subList(0, freedoms.size() - 1)) {
            String cross = massless(joint.name() + "_cross");
            add(order, freedom, at, cross, toJoint, freedom.axis());
            at = cross;
            toJoint = Pose.IDENTITY;
            toFar = farToJoint;
        }
        Freedom last = freedoms.getLast();
        if (movesAbout(last, farToJoint)) {
            double[] r = farToJoint.inverse().rotation();
            add(order, last, at, far.name, toFar, AxisReader.rotate(r, last.axis()));
        } else {
            String frame = massless(joint.name() + "_frame");
            add(order, last, at, frame, toJoint, last.axis());
            add(order, free(frame + "_fixed"), JointType.FIXED, frame, far.name, farToJoint);
        }
    }

    /** Whether a motion at the joint's frame is the same motion at the origin of the carried link. */
    private static boolean movesAbout(Freedom freedom, Pose farToJoint) {
        Vec3 axis = freedom.axis();
        double x = farToJoint.x();
        double y = farToJoint.y();
        double z = farToJoint.z();
        return switch (freedom.type()) {
            case PRISMATIC -> true;
            case SPHERICAL -> new Vec3(x, y, z).norm() < ROUNDING;
            default ->
                new Vec3(axis.y() * z - axis.z() * y, axis.z() * x - axis.x() * z, axis.x() * y - axis.y() * x).norm()
                        < ROUNDING;
        };
    }

    private String massless(String wanted) {
        String name = free(wanted);
        massless.add(new Link(name, Inertia.ZERO, List.of(), List.of()));
        return name;
    }

    private String free(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    private void add(int order, Freedom freedom, String parent, String child, Pose origin, Vec3 axis) {
        joints.add(new Placed(
                order,
                new Joint(
                        freedom.name(),
                        freedom.type(),
                        parent,
                        child,
                        origin,
                        axis,
                        freedom.limits(),
                        freedom.dynamics(),
                        freedom.mimic())));
    }

    private void add(int order, String name, JointType type, String parent, String child, Pose origin) {
        joints.add(new Placed(
                order,
                new Joint(
                        name,
                        type,
                        parent,
                        child,
                        origin,
                        new Vec3(1, 0, 0),
                        JointLimits.NONE,
                        JointDynamics.NONE,
                        null)));
    }
}
