package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SpatialInertia;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import java.util.Arrays;
import java.util.List;

/**
 * The joint-torque regressor Y: inverse dynamics is linear in the inertial parameters, {@code tau = Y(q, v, vdot)·pi}
 * (Atkeson, An, Hollerbach, Estimation of inertial parameters of manipulator loads and links, IJRR 5(3), 1986;
 * motions as in Featherstone, Rigid Body Dynamics Algorithms, 2008).
 *
 * <p>Parameters are 10 a moving body in depth-first order, in the frame of the link that the body's joint carries: mass,
 * first moments (x, y, z), and the inertia about the link's origin (xx, xy, xz, yy, yz, zz); links that fixed joints hold
 * to it are counted in. Body b with the link-frame motion omega, alpha and classical acceleration c of its origin (that of
 * free fall taken off) needs the moment and force {@code A·pi_b}, with
 *
 * <pre>
 *         mass  first moments          inertia
 * A = [    0       -c×         L(alpha) + omega × L(omega)  ]      L(x)·(xx .. zz) = J·x
 *     [    c   alpha× + omega×omega×           0            ]
 * </pre>
 *
 * and row k of Y has {@code S_kᵀ·A} for each body that freedom k carries, S_k seen from the link. Allocates nothing after
 * construction; one thread at a time.
 */
public final class TorqueRegressor {
    /** Parameters of a body. */
    private static final int PARAMETERS = SpatialInertia.SIZE;

    private static final List<String> NAMES = List.of("m", "mx", "my", "mz", "ixx", "ixy", "ixz", "iyy", "iyz", "izz");

    private final GroundMotion motion;
    private final BodyTree tree;
    private final int[][] movers;
    /** The link that each body's joint carries. */
    private final int[] link;

    private final double[] parameters;
    private final double[] placement = new double[SpatialTransform.SIZE];
    private final double[] velocity = new double[6];
    private final double[] acceleration = new double[6];
    private final double[] axis = new double[6];
    /** A of one body, 6 x 10, row-major. */
    private final double[] needed = new double[6 * PARAMETERS];

    /** For a robot under 9.81 m/s² along the world's -z. */
    public TorqueRegressor(RobotModel model) {
        this(model, Gravity.STANDARD);
    }

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public TorqueRegressor(RobotModel model, Vec3 gravity) {
        motion = new GroundMotion(model, gravity);
        tree = motion.tree;
        movers = tree.movers();
        link = new int[tree.bodies];
        for (int l = tree.linkBody.length - 1; l >= 0; l--) {
            link[tree.linkBody[l]] = l;
        }
        parameters = new double[PARAMETERS * (tree.bodies - 1)];
        for (int b = 1; b < tree.bodies; b++) {
            // The body's frame seen from the link's: the same origin, turned.
            double[] x = new double[SpatialTransform.SIZE];
            for (int k = 0; k < 9; k++) {
                x[3 * (k % 3) + k / 3] = tree.linkPlacement[SpatialTransform.SIZE * link[b] + k];
            }
            SpatialInertia.addToParent(x, 0, tree.inertia, PARAMETERS * b, parameters, PARAMETERS * (b - 1));
        }
    }

    /** How many parameters there are, 10 a moving body. */
    public int parameterCount() {
        return parameters.length;
    }

    /**
     * The parameters pi of the model itself.
     *
     * @param out Modified. {@link #parameterCount} numbers; kg, kg m and kg m²
     */
    public void parameters(double[] out) {
        System.arraycopy(parameters, 0, out, 0, parameters.length);
    }

    /** A parameter's name: its link's and {@code m, mx, my, mz, ixx, ixy, ixz, iyy, iyz} or {@code izz}. */
    public String parameterName(int index) {
        String owner = tree.model.links().get(link[1 + index / PARAMETERS]).name();
        return owner + "." + NAMES.get(index % PARAMETERS);
    }

    /**
     * The regressor Y of {@code tau = Y(q, v, vdot)·pi}.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param vdot the rates of v (nv)
     * @param out Modified. nv x {@link #parameterCount}, row-major
     */
    public void regressor(double[] q, double[] v, double[] vdot, double[] out) {
        int columns = parameters.length;
        motion.update(q, v);
        motion.accelerate(vdot);
        Arrays.fill(out, 0, tree.model.nv() * columns, 0);
        for (int b = 1; b < tree.bodies; b++) {
            SpatialTransform.compose(
                    motion.placement,
                    SpatialTransform.SIZE * b,
                    tree.linkPlacement,
                    SpatialTransform.SIZE * link[b],
                    placement,
                    0);
            SpatialTransform.motionToChild(placement, 0, motion.velocity, 6 * b, velocity, 0);
            SpatialTransform.motionToChild(placement, 0, motion.acceleration, 6 * b, acceleration, 0);
            writeNeeded();
            int block = PARAMETERS * (b - 1);
            for (int k : movers[b]) {
                writeRow(k, columns * k + block, out);
            }
        }
    }

    private void writeRow(int freedom, int o, double[] out) {
        SpatialTransform.motionToChild(placement, 0, motion.axis, 6 * freedom, axis, 0);
        for (int c = 0; c < PARAMETERS; c++) {
            out[o + c] = axis[0] * needed[c]
                    + axis[1] * needed[PARAMETERS + c]
                    + axis[2] * needed[2 * PARAMETERS + c]
                    + axis[3] * needed[3 * PARAMETERS + c]
                    + axis[4] * needed[4 * PARAMETERS + c]
                    + axis[5] * needed[5 * PARAMETERS + c];
        }
    }

    /** Writes A for the body whose motion stands in {@code velocity} and {@code acceleration}, link frame. */
    private void writeNeeded() {
        double wx = velocity[0];
        double wy = velocity[1];
        double wz = velocity[2];
        double ax = acceleration[0];
        double ay = acceleration[1];
        double az = acceleration[2];
        double cx = acceleration[3] + wy * velocity[5] - wz * velocity[4];
        double cy = acceleration[4] + wz * velocity[3] - wx * velocity[5];
        double cz = acceleration[5] + wx * velocity[4] - wy * velocity[3];
        double xx = wx * wx;
        double xy = wx * wy;
        double xz = wx * wz;
        double yy = wy * wy;
        double yz = wy * wz;
        double zz = wz * wz;
        row(0, 0, 0, cz, -cy, ax, ay - xz, az + xy, -yz, yy - zz, yz);
        row(1, 0, -cz, 0, cx, xz, ax + yz, zz - xx, ay, az - xy, -xz);
        row(2, 0, cy, -cx, 0, -xy, xx - yy, ax - yz, xy, ay + xz, az);
        row(3, cx, -yy - zz, xy - az, xz + ay, 0, 0, 0, 0, 0, 0);
        row(4, cy, xy + az, -xx - zz, yz - ax, 0, 0, 0, 0, 0, 0);
        row(5, cz, xz - ay, yz + ax, -xx - yy, 0, 0, 0, 0, 0, 0);
    }

    private void row(
            int r,
            double m,
            double mx,
            double my,
            double mz,
            double ixx,
            double ixy,
            double ixz,
            double iyy,
            double iyz,
            double izz) {
        int o = PARAMETERS * r;
        needed[o] = m;
        needed[o + 1] = mx;
        needed[o + 2] = my;
        needed[o + 3] = mz;
        needed[o + 4] = ixx;
        needed[o + 5] = ixy;
        needed[o + 6] = ixz;
        needed[o + 7] = iyy;
        needed[o + 8] = iyz;
        needed[o + 9] = izz;
    }
}
