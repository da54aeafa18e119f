package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;

/** Jacobian and acceleration of any frame, from what the kernels say of freedoms, bodies and links. */
final class FrameGeometry {
    private final ReducedTree tree;
    private final int nv;
    /** The freedoms that move each body. */
    private final int[][] movers;
    /** Whether each freedom turns. */
    private final boolean[] turns;
    /** See {@link KinematicsProgram#screws}. */
    final double[] screws;
    /** See {@link KinematicsProgram#bodyMotions}. */
    final double[] motions;
    /** 12 a link. */
    final double[] poses;

    FrameGeometry(ReducedTree tree) {
        this.tree = tree;
        nv = tree.model.nv();
        screws = new double[KinematicsProgram.SCREW * nv];
        motions = new double[KinematicsProgram.MOTION * tree.bodies.size()];
        poses = new double[SpatialTransform.SIZE * tree.linkBody.length];
        movers = new int[tree.bodies.size()][];
        movers[0] = new int[0];
        turns = new boolean[nv];
        for (ReducedBody body : tree.moving()) {
            int[] carriers = movers[body.parent];
            int[] all = Arrays.copyOf(carriers, carriers.length + body.axes.length);
            for (int k = 0; k < body.axes.length; k++) {
                all[carriers.length + k] = body.v + k;
                turns[body.v + k] = body.axes[k] < 3;
            }
            movers[body.index] = all;
        }
    }

    /** Place of a frame's origin along world axis r. */
    private double place(Frame frame, int r) {
        int o = SpatialTransform.SIZE * frame.link();
        int row = o + 3 * r;
        return poses[o + 9 + r]
                + poses[row] * frame.pose().x()
                + poses[row + 1] * frame.pose().y()
                + poses[row + 2] * frame.pose().z();
    }

    void jacobian(Frame frame, double[] out) {
        Arrays.fill(out, 0);
        double px = place(frame, 0);
        double py = place(frame, 1);
        double pz = place(frame, 2);
        for (int dof : movers[tree.linkBody[frame.link()]]) {
            int s = KinematicsProgram.SCREW * dof;
            double x = screws[s];
            double y = screws[s + 1];
            double z = screws[s + 2];
            if (turns[dof]) {
                double dx = px - screws[s + 3];
                double dy = py - screws[s + 4];
                double dz = pz - screws[s + 5];
                out[dof] = x;
                out[nv + dof] = y;
                out[2 * nv + dof] = z;
                out[3 * nv + dof] = y * dz - z * dy;
                out[4 * nv + dof] = z * dx - x * dz;
                out[5 * nv + dof] = x * dy - y * dx;
            } else {
                out[3 * nv + dof] = x;
                out[4 * nv + dof] = y;
                out[5 * nv + dof] = z;
            }
        }
    }

    void biasAcceleration(Frame frame, double[] out) {
        int m = KinematicsProgram.MOTION * tree.linkBody[frame.link()];
        double rx = place(frame, 0) - motions[m];
        double ry = place(frame, 1) - motions[m + 1];
        double rz = place(frame, 2) - motions[m + 2];
        double wx = motions[m + 3];
        double wy = motions[m + 4];
        double wz = motions[m + 5];
        double ax = motions[m + 6];
        double ay = motions[m + 7];
        double az = motions[m + 8];
        double ux = wy * rz - wz * ry;
        double uy = wz * rx - wx * rz;
        double uz = wx * ry - wy * rx;
        out[0] = ax;
        out[1] = ay;
        out[2] = az;
        out[3] = motions[m + 9] + ay * rz - az * ry + wy * uz - wz * uy;
        out[4] = motions[m + 10] + az * rx - ax * rz + wz * ux - wx * uz;
        out[5] = motions[m + 11] + ax * ry - ay * rx + wx * uy - wy * ux;
    }
}
