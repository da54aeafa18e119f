package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.InertiaCheck;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;

/**
 * A robot as the algorithms want it: moving bodies only, with the links that fixed joints hold together lumped into one
 * body, all in flat arrays.
 *
 * <p>Body 0 is the world; a parent stands before its child. Each body's frame has its origin at its joint and its z
 * along the joint's axis (a floating or spherical one keeps its link's frame), so that every freedom of every joint is a unit
 * vector of the body's spatial coordinates and stays it while the joint moves: 0 to 2 turn about x, y, z, 3 to 5 move
 * along them. A revolute joint has freedom {2}, a prismatic {5}, a planar {3, 4, 2},
 * a spherical {0, 1, 2}, a floating {0, 1, 2, 3, 4, 5}.
 */
public final class BodyTree {
    private static final int[] TURN = {2};
    private static final int[] SLIDE = {5};
    private static final int[] PLANE = {3, 4, 2};
    private static final int[] BALL = {0, 1, 2};
    private static final int[] FREE = {0, 1, 2, 3, 4, 5};

    final RobotModel model;
    /** Bodies including the world. */
    final int bodies;

    /** The joint that carries each body, or -1: nothing carries the world, nor a floating base. */
    final int[] joint;

    final int[] parent;
    final JointType[] type;
    final int[] q;
    final int[] v;
    /** The freedoms of each body's joint, as spatial axes. */
    final int[][] axes;
    /** Transform from each joint's frame to its parent body's, 12 a body. */
    final double[] placement;
    /** Lumped inertia in the body's frame, 10 a body. */
    final double[] inertia;

    /** The body that carries each link. */
    final int[] linkBody;
    /** Transform from each link's frame to its body's, 12 a link. */
    final double[] linkPlacement;

    /**
     * Lumps a model.
     *
     * @throws io.sigmaprompt.physics.model.BadInputException if a link has a mass or inertia that is none
     */
    public BodyTree(RobotModel model) {
        InertiaCheck.require(model);
        this.model = model;
        int moving = model.floatingBase() ? 2 : 1;
        for (Joint description : model.joints()) {
            moving += description.type() == JointType.FIXED ? 0 : 1;
        }
        bodies = moving;
        joint = new int[bodies];
        parent = new int[bodies];
        type = new JointType[bodies];
        q = new int[bodies];
        v = new int[bodies];
        axes = new int[bodies][];
        placement = new double[SpatialTransform.SIZE * bodies];
        inertia = new double[SpatialInertia.SIZE * bodies];
        linkBody = new int[model.links().size()];
        linkPlacement = new double[SpatialTransform.SIZE * linkBody.length];
        joint[0] = -1;
        type[0] = JointType.FIXED;
        axes[0] = new int[0];
        SpatialTransform.identity(placement, 0);
        SpatialTransform.identity(linkPlacement, 0);
        int body = 0;
        if (model.floatingBase()) {
            body = 1;
            joint[1] = -1;
            linkBody[0] = 1;
            type[1] = JointType.FLOATING;
            axes[1] = FREE;
            SpatialTransform.identity(placement, SpatialTransform.SIZE);
        }
        for (int j = 0; j < model.joints().size(); j++) {
            if (model.joints().get(j).type() == JointType.FIXED) {
                weld(j);
            } else {
                body++;
                hang(j, body);
            }
        }
        for (int link = 0; link < linkBody.length; link++) {
            lump(link);
        }
    }

    /** What an entry of v belongs to, for messages. */
    String owner(int freedom) {
        for (int b = 1; b < bodies; b++) {
            if (freedom >= v[b] && freedom < v[b] + axes[b].length) {
                return joint[b] < 0
                        ? "floating base"
                        : "joint '" + model.joints().get(joint[b]).name() + "'";
            }
        }
        throw new IllegalArgumentException("no body has the freedom " + freedom);
    }

    /** The freedoms that move each body, the nearest to the world first. */
    int[][] movers() {
        int[][] movers = new int[bodies][];
        movers[0] = new int[0];
        for (int b = 1; b < bodies; b++) {
            int inherited = movers[parent[b]].length;
            movers[b] = Arrays.copyOf(movers[parent[b]], inherited + axes[b].length);
            for (int k = 0; k < axes[b].length; k++) {
                movers[b][inherited + k] = v[b] + k;
            }
        }
        return movers;
    }

    /** The freedoms that move each body's parent, the nearest to the world first. */
    int[][] carriers() {
        int[][] movers = movers();
        int[][] carriers = new int[bodies][];
        for (int b = 0; b < bodies; b++) {
            carriers[b] = movers[parent[b]];
        }
        return carriers;
    }

    private double[] jointToParentBody(int jointIndex) {
        double[] x = new double[SpatialTransform.SIZE];
        int link = model.parentLink(jointIndex);
        double[] origin = transform(model.joints().get(jointIndex).origin());
        SpatialTransform.compose(linkPlacement, SpatialTransform.SIZE * link, origin, 0, x, 0);
        return x;
    }

    private void weld(int jointIndex) {
        int link = jointIndex + 1;
        linkBody[link] = linkBody[model.parentLink(jointIndex)];
        double[] x = jointToParentBody(jointIndex);
        System.arraycopy(x, 0, linkPlacement, SpatialTransform.SIZE * link, SpatialTransform.SIZE);
    }

    private void hang(int jointIndex, int body) {
        Joint description = model.joints().get(jointIndex);
        int link = jointIndex + 1;
        joint[body] = jointIndex;
        linkBody[link] = body;
        parent[body] = linkBody[model.parentLink(jointIndex)];
        type[body] = description.type();
        q[body] = model.qIndex(jointIndex);
        v[body] = model.vIndex(jointIndex);
        axes[body] = switch (description.type()) {
            case REVOLUTE, CONTINUOUS -> TURN;
            case PRISMATIC -> SLIDE;
            case PLANAR -> PLANE;
            case SPHERICAL -> BALL;
            case FLOATING -> FREE;
            case FIXED -> throw new AssertionError("a fixed joint carries no body");
        };
        double[] aligned = new double[SpatialTransform.SIZE];
        SpatialTransform.identity(aligned, 0);
        if (description.type().quaternion() < 0) {
            JointAxisFrame.write(description.name(), description.axis(), aligned);
        }
        SpatialTransform.compose(jointToParentBody(jointIndex), 0, aligned, 0, placement, SpatialTransform.SIZE * body);
        // The link's frame seen from its body: the inverse of a pure rotation.
        int o = SpatialTransform.SIZE * link;
        SpatialTransform.identity(linkPlacement, o);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                linkPlacement[o + 3 * r + c] = aligned[3 * c + r];
            }
        }
    }

    private void lump(int link) {
        Inertia i = model.links().get(link).inertia();
        double m = i.mass();
        Vec3 c = i.com();
        double[] local = {
            m,
            m * c.x(),
            m * c.y(),
            m * c.z(),
            i.ixx() + m * (c.y() * c.y() + c.z() * c.z()),
            i.ixy() - m * c.x() * c.y(),
            i.ixz() - m * c.x() * c.z(),
            i.iyy() + m * (c.x() * c.x() + c.z() * c.z()),
            i.iyz() - m * c.y() * c.z(),
            i.izz() + m * (c.x() * c.x() + c.y() * c.y()),
        };
        SpatialInertia.addToParent(
                linkPlacement, SpatialTransform.SIZE * link, local, 0, inertia, SpatialInertia.SIZE * linkBody[link]);
    }

    /** The model. */
    public RobotModel model() {
        return model;
    }

    /** How many bodies there are, with the world. */
    public int bodies() {
        return bodies;
    }

    /** The body that a body hangs on; 0 is the world. */
    public int parent(int body) {
        return parent[body];
    }

    /** Index of the joint that carries a body, or -1 for a floating base (and the world). */
    public int joint(int body) {
        return joint[body];
    }

    /** The type of a body's joint. */
    public JointType type(int body) {
        return type[body];
    }

    /** First entry of a body's joint in q. */
    public int q(int body) {
        return q[body];
    }

    /** First entry of a body's joint in v. */
    public int v(int body) {
        return v[body];
    }

    /** The freedoms of a body's joint, as spatial axes, in the order of v. */
    public int[] axes(int body) {
        return axes[body].clone();
    }

    /** Transform (12, see {@link SpatialTransform}) from a body's joint frame to its parent body. */
    public double[] placement(int body) {
        return Arrays.copyOfRange(placement, SpatialTransform.SIZE * body, SpatialTransform.SIZE * (body + 1));
    }

    /** Inertia (10, see {@link SpatialInertia}) of a body and all that is welded to it, in the body's frame. */
    public double[] inertia(int body) {
        return Arrays.copyOfRange(inertia, SpatialInertia.SIZE * body, SpatialInertia.SIZE * (body + 1));
    }

    /** The body that carries a link. */
    public int linkBody(int link) {
        return linkBody[link];
    }

    /** Transform (12) from a link's frame to its body's. */
    public double[] linkPlacement(int link) {
        return Arrays.copyOfRange(linkPlacement, SpatialTransform.SIZE * link, SpatialTransform.SIZE * (link + 1));
    }

    private static double[] transform(Pose pose) {
        double[] x = new double[SpatialTransform.SIZE];
        Rotation.fromQuaternion(new double[] {pose.qx(), pose.qy(), pose.qz(), pose.qw()}, 0, x, 0);
        x[9] = pose.x();
        x[10] = pose.y();
        x[11] = pose.z();
        return x;
    }
}
