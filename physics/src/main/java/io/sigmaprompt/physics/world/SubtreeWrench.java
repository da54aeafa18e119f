package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.world.description.LinkMasses;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.step.ContactRecord;
import java.util.Arrays;

/**
 * The wrench through a link's joint over the last step, by Newton and Euler for all that hangs on the link: the rate of its
 * momentum less weight, contacts, loops and what else acts from outside. Forces that an actuator passes to a site, and a
 * propeller's, count as passed through the joint.
 */
final class SubtreeWrench {
    private final World world;
    private final LinkMasses masses;
    /** Last link of each link's subtree; a subtree is contiguous in depth-first order. */
    private final int[] last;

    private final double[] rate = new double[3];
    private final double[] mean = new double[3];
    private final double[] before = new double[3];
    private final double[] moment = new double[3];
    private final double[] spin = new double[3];

    SubtreeWrench(World world) {
        this.world = world;
        masses = new LinkMasses(world.robots(), world.bodyCount());
        last = new int[world.bodyCount()];
        for (WorldRobot robot : world.robots()) {
            int links = robot.model().links().size();
            for (int l = links - 1; l >= 0; l--) {
                int body = robot.bodyOffset() + l;
                last[body] = Math.max(last[body], body);
                if (l > 0) {
                    int parent = robot.bodyOffset() + robot.model().parentLink(l - 1);
                    last[parent] = Math.max(last[parent], last[body]);
                }
            }
        }
    }

    /** The wrench on a link from its parent: moment about the link's origin, force; world axes, 6 numbers. */
    void parentWrench(int link, double[] out) {
        Arrays.fill(out, 0, 6, 0);
        double[] poses = world.poses();
        double[] applied = world.forces().applied();
        int p = 12 * link + 9;
        for (int body = link; body <= last[link]; body++) {
            int b = 12 * body + 9;
            double x = poses[b] - poses[p];
            double y = poses[b + 1] - poses[p + 1];
            double z = poses[b + 2] - poses[p + 2];
            int a = 6 * body;
            for (int k = 0; k < 3; k++) {
                out[k] -= applied[a + k];
            }
            addForce(x, y, z, -applied[a + 3], -applied[a + 4], -applied[a + 5], out);
            if (masses.mass[body] > 0) {
                addInertia(body, x, y, z, out);
            }
        }
        addContacts(link, link, last[link], -1, out);
    }

    private void addInertia(int body, double x, double y, double z, double[] out) {
        double[] poses = world.poses();
        double[] now = world.velocities();
        double[] then = world.lastVelocities();
        double[] gravity = world.forces().gravity();
        double dt = world.lastStep();
        double perStep = dt > 0 ? 1 / dt : 0;
        int o = 6 * body;
        masses.locate(body, poses);
        double[] r = masses.arm;
        for (int k = 0; k < 3; k++) {
            mean[k] = 0.5 * (now[o + k] + then[o + k]);
            rate[k] = perStep * (now[o + k] - then[o + k]);
        }
        // Where the centre of mass was before the step, seen from the link's origin: turned back, to second order.
        cross(mean, 0, r, moment);
        cross(mean, 0, moment, spin);
        for (int k = 0; k < 3; k++) {
            before[k] = r[k] - dt * moment[k] + 0.5 * dt * dt * spin[k];
        }
        cross(now, o, r, moment);
        cross(then, o, before, spin);
        double m = masses.mass[body];
        double fx = m * (perStep * (now[o + 3] - then[o + 3] + moment[0] - spin[0]) - gravity[0]);
        double fy = m * (perStep * (now[o + 4] - then[o + 4] + moment[1] - spin[1]) - gravity[1]);
        double fz = m * (perStep * (now[o + 5] - then[o + 5] + moment[2] - spin[2]) - gravity[2]);
        masses.turn(body, poses, mean, spin);
        cross(mean, 0, spin, moment);
        masses.turn(body, poses, rate, spin);
        for (int k = 0; k < 3; k++) {
            out[k] += spin[k] + moment[k];
        }
        addForce(x + r[0], y + r[1], z + r[2], fx, fy, fz, out);
    }

    /**
     * Adds what contacts do to some links.
     *
     * @param origin the link about whose origin moments are told
     * @param from first of the links
     * @param to last of them; contacts among them cancel
     * @param out Modified. moment, force; world axes
     */
    void addContacts(int origin, int from, int to, double sign, double[] out) {
        ContactRecord record = world.record();
        int[] links = world.colliderLinks();
        double[] poses = world.poses();
        int p = 12 * origin + 9;
        for (int i = 0; i < record.count; i++) {
            int a = links[record.first[i]];
            int b = links[record.second[i]];
            double s = sign * ((b >= from && b <= to ? 1 : 0) - (a >= from && a <= to ? 1 : 0));
            if (s != 0) {
                double[] d = record.data;
                int o = ContactRecord.SIZE * i;
                for (int k = 0; k < 3; k++) {
                    out[k] += s * d[o + 6 + k];
                }
                addForce(
                        d[o] - poses[p],
                        d[o + 1] - poses[p + 1],
                        d[o + 2] - poses[p + 2],
                        s * d[o + 3],
                        s * d[o + 4],
                        s * d[o + 5],
                        out);
            }
        }
    }

    private static void addForce(double x, double y, double z, double fx, double fy, double fz, double[] out) {
        out[0] += y * fz - z * fy;
        out[1] += z * fx - x * fz;
        out[2] += x * fy - y * fx;
        out[3] += fx;
        out[4] += fy;
        out[5] += fz;
    }

    private static void cross(double[] a, int ao, double[] b, double[] out) {
        double x = a[ao + 1] * b[2] - a[ao + 2] * b[1];
        double y = a[ao + 2] * b[0] - a[ao] * b[2];
        out[2] = a[ao] * b[1] - a[ao + 1] * b[0];
        out[0] = x;
        out[1] = y;
    }
}
