package io.sigmaprompt.physics.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An immutable tree of links and joints.
 *
 * <p>Order is depth-first from the root, children in the order of the source: link 0 is the root, joint {@code i}
 * carries link {@code i + 1}, and a parent always stands before its child. The root is welded to the world, or floats
 * in it: then the first seven entries of q are its pose (x, y, z, qx, qy, qz, qw) and the first six of v its (angular,
 * linear) velocity in the root link's frame. Fixed joints have no entries; mimic joints have entries of their own.
 */
public final class RobotModel {
    private final String name;
    private final boolean floatingBase;
    private final List<Link> links;
    private final List<Joint> joints;
    private final int[] parentLink;
    private final int[] qIndex;
    private final int[] vIndex;
    private final int nq;
    private final int nv;
    private final Map<String, Integer> linkIndex = new HashMap<>();
    private final Map<String, Integer> jointIndex = new HashMap<>();

    /**
     * A model of the given parts, put into depth-first order.
     *
     * @throws IllegalArgumentException if the parts are not one tree: a name twice, a parent or child that is no link,
     *     a link with two parents, a cycle, or more than one root
     */
    public RobotModel(String name, boolean floatingBase, List<Link> links, List<Joint> joints) {
        this.name = name;
        this.floatingBase = floatingBase;
        List<Link> orderedLinks = new ArrayList<>(links.size());
        List<Joint> orderedJoints = new ArrayList<>(joints.size());
        KinematicTree.order(links, joints, orderedLinks, orderedJoints);
        this.links = Collections.unmodifiableList(orderedLinks);
        this.joints = Collections.unmodifiableList(orderedJoints);
        for (int i = 0; i < orderedLinks.size(); i++) {
            linkIndex.put(orderedLinks.get(i).name(), i);
        }
        int n = orderedJoints.size();
        parentLink = new int[n];
        qIndex = new int[n];
        vIndex = new int[n];
        int q = floatingBase ? JointType.FLOATING.positions() : 0;
        int v = floatingBase ? JointType.FLOATING.velocities() : 0;
        for (int i = 0; i < n; i++) {
            Joint joint = orderedJoints.get(i);
            jointIndex.put(joint.name(), i);
            parentLink[i] = indexOf(linkIndex, joint.parent());
            qIndex[i] = q;
            vIndex[i] = v;
            q += joint.type().positions();
            v += joint.type().velocities();
        }
        nq = q;
        nv = v;
    }

    private static int indexOf(Map<String, Integer> index, String key) {
        Integer found = index.get(key);
        return found == null ? -1 : found;
    }

    public String name() {
        return name;
    }

    /** Whether the root link moves freely in the world. */
    public boolean floatingBase() {
        return floatingBase;
    }

    /** The same robot with its root welded to the world, or free. */
    public RobotModel withFloatingBase(boolean floating) {
        return floating == floatingBase ? this : new RobotModel(name, floating, links, joints);
    }

    /** Links in depth-first order; the root first. */
    public List<Link> links() {
        return links;
    }

    /** Joints in depth-first order, fixed ones too; joint i carries link i + 1. */
    public List<Joint> joints() {
        return joints;
    }

    /** Length of q. */
    public int nq() {
        return nq;
    }

    /** Length of v, vdot and tau. */
    public int nv() {
        return nv;
    }

    /** Index of the link that joint {@code joint} hangs on. */
    public int parentLink(int joint) {
        return parentLink[joint];
    }

    /** First entry of joint {@code joint} in q. */
    public int qIndex(int joint) {
        return qIndex[joint];
    }

    /** First entry of joint {@code joint} in v. */
    public int vIndex(int joint) {
        return vIndex[joint];
    }

    /** Index of the link of that name, or -1. */
    public int linkIndex(String link) {
        return indexOf(linkIndex, link);
    }

    /** Index of the joint of that name, or -1. */
    public int jointIndex(String joint) {
        return indexOf(jointIndex, joint);
    }

    /** Sum of the links' masses, kg. */
    public double totalMass() {
        double sum = 0;
        for (Link link : links) {
            sum += link.inertia().mass();
        }
        return sum;
    }

    /** The neutral configuration: zeros, unit quaternions, and each bounded joint moved into its limits. */
    public double[] neutral() {
        double[] q = new double[nq];
        if (floatingBase) {
            q[6] = 1;
        }
        for (int i = 0; i < joints.size(); i++) {
            Joint joint = joints.get(i);
            if (joint.type().quaternion() >= 0) {
                q[qIndex[i] + joint.type().quaternion() + 3] = 1;
            } else if (joint.type().isScalar()) {
                q[qIndex[i]] =
                        Math.max(joint.limits().lower(), Math.min(joint.limits().upper(), 0.0));
            }
        }
        return q;
    }

    @Override
    public String toString() {
        return "RobotModel[" + name + ", " + links.size() + " links, nv " + nv + (floatingBase ? ", floating" : "")
                + "]";
    }
}
