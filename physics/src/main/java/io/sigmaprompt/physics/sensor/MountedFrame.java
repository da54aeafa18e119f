package io.sigmaprompt.physics.sensor;

import java.util.Arrays;

/**
 * How a frame that is fixed to a link stands and moves: the rigid body's point P has {@code v_P = v_O + ω × r} and
 * {@code a_P = a_O + α × r + ω × (ω × r)} (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 2.11). Buffers
 * that are filled on demand; allocates nothing after construction.
 */
public final class MountedFrame {
    /** From the frame to the world: rotation, row-major, then origin, metres. */
    public final double[] pose = new double[12];

    /** Angular velocity and velocity of the frame's origin, world axes. */
    public final double[] velocity = new double[6];

    /** Angular acceleration and acceleration of the frame's origin, world axes, gravity not subtracted. */
    public final double[] acceleration = new double[6];

    /** From the link's origin to the frame's, world axes, metres. */
    public final double[] arm = new double[3];

    private final int link;
    private final double[] mount = new double[12];
    private final double[] linkPose = new double[12];
    private final double[] held = new double[6];

    /** The frame of a mount. */
    public MountedFrame(Mount mount) {
        link = mount.link();
        System.arraycopy(mount.pose().rotation(), 0, this.mount, 0, 9);
        this.mount[9] = mount.pose().x();
        this.mount[10] = mount.pose().y();
        this.mount[11] = mount.pose().z();
    }

    /** The link it is fixed to, or {@link SensedWorld#WORLD}. */
    public int link() {
        return link;
    }

    /** Fills {@link #pose} and {@link #arm}. */
    public void locate(SensedWorld world) {
        if (link == SensedWorld.WORLD) {
            System.arraycopy(mount, 0, pose, 0, 12);
            System.arraycopy(mount, 9, arm, 0, 3);
            return;
        }
        world.linkPose(link, linkPose);
        for (int i = 0; i < 3; i++) {
            double x = linkPose[3 * i];
            double y = linkPose[3 * i + 1];
            double z = linkPose[3 * i + 2];
            for (int j = 0; j < 3; j++) {
                pose[3 * i + j] = x * mount[j] + y * mount[j + 3] + z * mount[j + 6];
            }
            arm[i] = x * mount[9] + y * mount[10] + z * mount[11];
            pose[9 + i] = linkPose[9 + i] + arm[i];
        }
    }

    /** Fills {@link #velocity} too. */
    public void move(SensedWorld world) {
        locate(world);
        if (link == SensedWorld.WORLD) {
            Arrays.fill(velocity, 0);
            return;
        }
        world.linkVelocity(link, velocity);
        addCross(velocity, 0, arm, velocity, 3);
    }

    /** Fills {@link #acceleration} too. */
    public void accelerate(SensedWorld world) {
        move(world);
        if (link == SensedWorld.WORLD) {
            Arrays.fill(acceleration, 0);
            return;
        }
        world.linkAcceleration(link, acceleration);
        addCross(acceleration, 0, arm, acceleration, 3);
        double wx = velocity[0];
        double wy = velocity[1];
        double wz = velocity[2];
        double along = wx * arm[0] + wy * arm[1] + wz * arm[2];
        double square = wx * wx + wy * wy + wz * wz;
        acceleration[3] += wx * along - arm[0] * square;
        acceleration[4] += wy * along - arm[1] * square;
        acceleration[5] += wz * along - arm[2] * square;
    }

    /**
     * The wrench with which the link's parent holds it, seen from here. Fills {@link #pose} too.
     *
     * @param out Modified. 6 numbers: moment about the frame's origin, N m, and force, N, along the frame's axes; 0 on
     *     the world, which nothing holds
     */
    public void wrench(SensedWorld world, double[] out) {
        locate(world);
        if (link == SensedWorld.WORLD) {
            Arrays.fill(out, 0, 6, 0);
            return;
        }
        world.parentWrench(link, held);
        seenFromHere(out);
    }

    /** Likewise what contacts do to the link. */
    public void contactWrench(SensedWorld world, double[] out) {
        locate(world);
        if (link == SensedWorld.WORLD) {
            Arrays.fill(out, 0, 6, 0);
            return;
        }
        world.contactWrench(link, held);
        seenFromHere(out);
    }

    private void seenFromHere(double[] out) {
        held[0] -= arm[1] * held[5] - arm[2] * held[4];
        held[1] -= arm[2] * held[3] - arm[0] * held[5];
        held[2] -= arm[0] * held[4] - arm[1] * held[3];
        toFrame(held, 0, out, 0);
        toFrame(held, 3, out, 3);
    }

    /**
     * Turns a vector from world axes to the frame's.
     *
     * @param out Modified. 3 numbers at {@code oo}; not where {@code in} is
     */
    public void toFrame(double[] in, int io, double[] out, int oo) {
        for (int i = 0; i < 3; i++) {
            out[oo + i] = pose[i] * in[io] + pose[3 + i] * in[io + 1] + pose[6 + i] * in[io + 2];
        }
    }

    /** Turns a vector from the frame's axes to the world's; {@code out} must not be {@code in}. */
    public void toWorld(double[] in, int io, double[] out, int oo) {
        for (int i = 0; i < 3; i++) {
            out[oo + i] = pose[3 * i] * in[io] + pose[3 * i + 1] * in[io + 1] + pose[3 * i + 2] * in[io + 2];
        }
    }

    /** Adds a × b to three numbers of {@code sum}. */
    private static void addCross(double[] a, int ao, double[] b, double[] sum, int so) {
        sum[so] += a[ao + 1] * b[2] - a[ao + 2] * b[1];
        sum[so + 1] += a[ao + 2] * b[0] - a[ao] * b[2];
        sum[so + 2] += a[ao] * b[1] - a[ao + 1] * b[0];
    }
}
