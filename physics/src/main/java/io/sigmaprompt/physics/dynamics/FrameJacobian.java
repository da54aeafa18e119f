package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;

/**
 * The geometric Jacobian of a frame and what its change does (Siciliano, Sciavicco, Villani, Oriolo, Robotics, 2009,
 * section 3.1; the acceleration by the outward recursion of Featherstone, Rigid Body Dynamics Algorithms, 2008, table
 * 5.1, and from spatial to classical by section 2.11). Velocities and accelerations are the frame's origin's, in the world's axes, angular first. Only the
 * joints that carry the frame are looked at. Allocates nothing after construction; one thread at a time.
 */
public final class FrameJacobian {
    private final ArgumentCheck check;
    private final BodyTree tree;
    private final BodyPoses poses;
    private final double[] velocity;
    private final double[] acceleration;
    /** The bodies that carry the frame, from the frame to the world. */
    private final int[] path;

    private final double[] pose = new double[SpatialTransform.SIZE];
    private final double[] quaternion = new double[4];
    /** The frame in its body: R, then its origin. */
    private final double[] local = new double[SpatialTransform.SIZE];

    /** For a robot's frames. */
    public FrameJacobian(RobotModel model) {
        check = new ArgumentCheck(model);
        tree = new BodyTree(model);
        poses = new BodyPoses(tree);
        velocity = new double[6 * tree.bodies];
        acceleration = new double[6 * tree.bodies];
        path = new int[tree.bodies];
    }

    /**
     * The Jacobian J, with {@code J·v} the frame's velocity; the columns of joints that do not carry the frame are zero.
     *
     * @param q configuration (nq)
     * @param frame a frame of this robot
     * @param jacobian Modified. 6 x nv, row-major
     * @throws io.sigmaprompt.physics.model.BadInputException if the robot has no such link
     */
    public void jacobian(double[] q, Frame frame, double[] jacobian) {
        int nv = tree.model.nv();
        int length = locate(frame);
        placeBodies(q, length);
        Arrays.fill(jacobian, 0, 6 * nv, 0);
        double[] world = poses.world;
        int w = SpatialTransform.SIZE * tree.linkBody[frame.link()];
        double px = world[w + 9] + world[w] * local[9] + world[w + 1] * local[10] + world[w + 2] * local[11];
        double py = world[w + 10] + world[w + 3] * local[9] + world[w + 4] * local[10] + world[w + 5] * local[11];
        double pz = world[w + 11] + world[w + 6] * local[9] + world[w + 7] * local[10] + world[w + 8] * local[11];
        for (int i = 0; i < length; i++) {
            int b = path[i];
            int o = SpatialTransform.SIZE * b;
            int[] axes = tree.axes[b];
            for (int k = 0; k < axes.length; k++) {
                int column = tree.v[b] + k;
                int axis = o + axes[k] % 3;
                double x = world[axis];
                double y = world[axis + 3];
                double z = world[axis + 6];
                if (axes[k] < 3) {
                    double dx = px - world[o + 9];
                    double dy = py - world[o + 10];
                    double dz = pz - world[o + 11];
                    jacobian[column] = x;
                    jacobian[nv + column] = y;
                    jacobian[2 * nv + column] = z;
                    jacobian[3 * nv + column] = y * dz - z * dy;
                    jacobian[4 * nv + column] = z * dx - x * dz;
                    jacobian[5 * nv + column] = x * dy - y * dx;
                } else {
                    jacobian[3 * nv + column] = x;
                    jacobian[4 * nv + column] = y;
                    jacobian[5 * nv + column] = z;
                }
            }
        }
    }

    /**
     * What the frame's velocity changes by where vdot is zero, {@code dJ/dt·v}: its classical acceleration is {@code
     * J·vdot} plus this. (A floating or planar joint's vdot is its spatial acceleration; what that leaves out is here.)
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param frame a frame of this robot
     * @param out6 Modified. angular (rad/s²), then linear (m/s²)
     * @throws io.sigmaprompt.physics.model.BadInputException if the robot has no such link
     */
    public void biasAcceleration(double[] q, double[] v, Frame frame, double[] out6) {
        int length = locate(frame);
        placeBodies(q, length);
        JointKinematics joints = poses.joints;
        double[] world = poses.world;
        for (int i = length - 1; i >= 0; i--) {
            int b = path[i];
            joints.velocity(b, v, velocity);
            SpatialTransform.motionToChild(
                    joints.x, SpatialTransform.SIZE * b, acceleration, 6 * tree.parent[b], acceleration, 6 * b);
            joints.addVelocityProduct(b, v, velocity, acceleration);
        }
        int body = tree.linkBody[frame.link()];
        int o = 6 * body;
        int w = SpatialTransform.SIZE * body;
        double px = local[9];
        double py = local[10];
        double pz = local[11];
        double wx = velocity[o];
        double wy = velocity[o + 1];
        double wz = velocity[o + 2];
        double ux = velocity[o + 3] + wy * pz - wz * py;
        double uy = velocity[o + 4] + wz * px - wx * pz;
        double uz = velocity[o + 5] + wx * py - wy * px;
        double ax = acceleration[o];
        double ay = acceleration[o + 1];
        double az = acceleration[o + 2];
        // The spatial acceleration at the frame's origin, and ω × u that makes it the acceleration of that point.
        double lx = acceleration[o + 3] + ay * pz - az * py + wy * uz - wz * uy;
        double ly = acceleration[o + 4] + az * px - ax * pz + wz * ux - wx * uz;
        double lz = acceleration[o + 5] + ax * py - ay * px + wx * uy - wy * ux;
        for (int r = 0; r < 3; r++) {
            double rx = world[w + 3 * r];
            double ry = world[w + 3 * r + 1];
            double rz = world[w + 3 * r + 2];
            out6[r] = rx * ax + ry * ay + rz * az;
            out6[r + 3] = rx * lx + ry * ly + rz * lz;
        }
    }

    /** Writes the frame's place in its body and the bodies that carry it, and counts these. */
    private int locate(Frame frame) {
        check.frame(frame);
        int link = frame.link();
        Pose p = frame.pose();
        quaternion[0] = p.qx();
        quaternion[1] = p.qy();
        quaternion[2] = p.qz();
        quaternion[3] = p.qw();
        Rotation.fromQuaternion(quaternion, 0, pose, 0);
        pose[9] = p.x();
        pose[10] = p.y();
        pose[11] = p.z();
        SpatialTransform.compose(tree.linkPlacement, SpatialTransform.SIZE * link, pose, 0, local, 0);
        int length = 0;
        for (int b = tree.linkBody[link]; b > 0; b = tree.parent[b]) {
            path[length] = b;
            length++;
        }
        return length;
    }

    private void placeBodies(double[] q, int length) {
        for (int i = length - 1; i >= 0; i--) {
            poses.place(path[i], q);
        }
    }
}
