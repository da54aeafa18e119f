package io.sigmaprompt.physics.world.tree;

import io.sigmaprompt.physics.dynamics.BodyTree;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import io.sigmaprompt.physics.world.description.TreePart;

/**
 * One rigid body that moves freely. Its w belongs to the velocity of its centre of mass (angular, linear) in the body's axes
 * at the start of the step. Turning by itself, it keeps energy and angular momentum ({@link FreeSpin});
 * flying by itself, it follows its parabola exactly.
 */
public final class FreeBody extends WorldTree {
    private static final int[] ALL = {0, 1, 2, 3, 4, 5};
    private static final int STRAIGHTENINGS = 4;

    private final double mass;
    private final Vec3 gravity;
    private final MassCentre centre;
    private final FreeSpin spin;
    private final CentralInertia inertia;
    private final double[] linkPlacements;

    /** The step's start: axes (9), then the centre of mass, world. */
    private final double[] start = new double[12];

    private final double[] end = new double[9];
    /** Velocity of the centre of mass at the start: angular, linear, body axes. */
    private final double[] before = new double[6];

    /** Angular velocity by turning alone: mean over the step, and at its end; axes at the start. */
    private final double[] mean = new double[3];

    private final double[] alone = new double[3];
    private final double[] after = new double[6];
    private final double[] way = new double[6];
    private final double[] turn = new double[3];
    private final double[] place = new double[12];

    public FreeBody(TreePart part, int qOffset, int vOffset, int[] bodies, Vec3 gravity) {
        super(qOffset, vOffset, 6, bodies);
        this.gravity = gravity;
        BodyTree tree = new BodyTree(part.model());
        FreeMass body = FreeMass.of(part.model().links().getFirst().name(), tree.inertia(1));
        mass = body.mass();
        centre = body.centre();
        spin = body.spin();
        inertia = new CentralInertia(mass, spin);
        linkPlacements = new double[12 * bodies.length];
        for (int l = 0; l < bodies.length; l++) {
            System.arraycopy(tree.linkPlacement(l), 0, linkPlacements, 12 * l, 12);
        }
    }

    @Override
    public void place(double[] q, double[] poses) {
        int root = 12 * bodies[0];
        Rotation.fromQuaternion(q, qOffset + 3, poses, root);
        System.arraycopy(q, qOffset, poses, root + 9, 3);
        System.arraycopy(poses, root, start, 0, 9);
        for (int k = 0; k < 3; k++) {
            start[9 + k] = centre.inWorld(poses[root + 9 + k], start, k);
        }
        for (int l = 1; l < bodies.length; l++) {
            SpatialTransform.compose(poses, root, linkPlacements, 12 * l, poses, 12 * bodies[l]);
        }
    }

    @Override
    public void move(double[] q, double[] v, double[] poses, double[] velocities) {
        int root = 12 * bodies[0];
        rotate(poses, root, v, vOffset, velocities, 6 * bodies[0]);
        rotate(poses, root, v, vOffset + 3, velocities, 6 * bodies[0] + 3);
        for (int l = 1; l < bodies.length; l++) {
            int p = 12 * bodies[l] + 9;
            int o = 6 * bodies[l];
            int r = 6 * bodies[0];
            double x = poses[p] - poses[root + 9];
            double y = poses[p + 1] - poses[root + 10];
            double z = poses[p + 2] - poses[root + 11];
            System.arraycopy(velocities, r, velocities, o, 3);
            velocities[o + 3] = velocities[r + 3] + velocities[r + 1] * z - velocities[r + 2] * y;
            velocities[o + 4] = velocities[r + 4] + velocities[r + 2] * x - velocities[r] * z;
            velocities[o + 5] = velocities[r + 5] + velocities[r] * y - velocities[r + 1] * x;
        }
    }

    @Override
    public void prepare(double[] q, double[] v, double[] tau, double[] diagonal, double dt, double[] free) {
        centre.velocity(v, vOffset, before);
        turnAlone(dt);
        inertia.prepare(diagonal, vOffset);
        System.arraycopy(alone, 0, after, 0, 3);
        System.arraycopy(before, 3, after, 3, 3);
        inertia.whitenVelocity(after, free, vOffset);
        int t = vOffset;
        // Moment about the centre of mass, force with weight: body axes.
        way[0] = dt * (tau[t] - centre.y() * tau[t + 5] + centre.z() * tau[t + 4]);
        way[1] = dt * (tau[t + 1] - centre.z() * tau[t + 3] + centre.x() * tau[t + 5]);
        way[2] = dt * (tau[t + 2] - centre.x() * tau[t + 4] + centre.y() * tau[t + 3]);
        for (int k = 0; k < 3; k++) {
            double weight = start[k] * gravity.x() + start[3 + k] * gravity.y() + start[6 + k] * gravity.z();
            way[3 + k] = dt * (tau[t + 3 + k] + mass * weight);
        }
        inertia.whitenForce(way, 0);
        for (int k = 0; k < 6; k++) {
            free[vOffset + k] += way[k];
        }
    }

    private void turnAlone(double dt) {
        spin.step(before[0], before[1], before[2], dt);
        mean[0] = 0.5 * (before[0] + spin.x);
        mean[1] = 0.5 * (before[1] + spin.y);
        mean[2] = 0.5 * (before[2] + spin.z);
        turnedAxes(mean, dt);
        for (int k = 0; k < STRAIGHTENINGS && spin.straighten(before, end, mean, dt); k++) {
            turnedAxes(mean, dt);
        }
        alone[0] = end[0] * spin.x + end[1] * spin.y + end[2] * spin.z;
        alone[1] = end[3] * spin.x + end[4] * spin.y + end[5] * spin.z;
        alone[2] = end[6] * spin.x + end[7] * spin.y + end[8] * spin.z;
    }

    /** The rotation by dt·rate into {@link #end}: axes after the turn, in those before. */
    private void turnedAxes(double[] rate, double dt) {
        for (int k = 0; k < 3; k++) {
            turn[k] = dt * rate[k];
            place[k] = 0;
        }
        place[3] = 1;
        Rotation.turn(place, 0, turn, 0, place, 0);
        Rotation.fromQuaternion(place, 0, end, 0);
    }

    @Override
    public int[] chain(int freedom) {
        return ALL;
    }

    @Override
    public int[] movers(int link) {
        return ALL;
    }

    @Override
    public void project(int link, double sign, double[] wrench, int wo, double[] out, int o) {
        double fx = sign * wrench[wo + 3];
        double fy = sign * wrench[wo + 4];
        double fz = sign * wrench[wo + 5];
        double mx = sign * wrench[wo] - start[10] * fz + start[11] * fy;
        double my = sign * wrench[wo + 1] - start[11] * fx + start[9] * fz;
        double mz = sign * wrench[wo + 2] - start[9] * fy + start[10] * fx;
        for (int k = 0; k < 3; k++) {
            out[o + k] = start[k] * mx + start[3 + k] * my + start[6 + k] * mz;
            out[o + 3 + k] = start[k] * fx + start[3 + k] * fy + start[6 + k] * fz;
        }
    }

    /** Of the freedoms' forces the moment is about the centre of mass; generalised forces have it about the link's origin. */
    @Override
    public void addForce(int[] freedoms, double[] along, double[] tau) {
        centre.addForce(along, tau, vOffset);
    }

    @Override
    public void whiten(int[] freedoms, int count, double[] row, int o) {
        inertia.whitenForce(row, o);
    }

    @Override
    public void velocity(double[] w, double[] out) {
        inertia.velocity(w, vOffset, after);
        centre.originVelocity(after[0], after[1], after[2], after[3], after[4], after[5], out, vOffset);
    }

    @Override
    public void whitenVelocity(double[] v, double[] w) {
        centre.velocity(v, vOffset, after);
        inertia.whitenVelocity(after, w, vOffset);
    }

    @Override
    public void advance(double[] q, double[] v, double[] next, double share, boolean touched, double dt) {
        centre.velocity(next, vOffset, after);
        for (int k = 0; k < 3; k++) {
            if (touched) {
                way[k] = share * before[k] + (1 - share) * after[k];
                way[3 + k] = share * before[3 + k] + (1 - share) * after[3 + k];
            } else {
                way[k] = mean[k] + 0.5 * (after[k] - alone[k]);
                way[3 + k] = 0.5 * (before[3 + k] + after[3 + k]);
            }
        }
        go(q, dt);
        turnedAxes(way, dt);
        tellInNewAxes(v);
    }

    /** From the velocity {@link #after} in the axes before the turn to that in the axes {@link #end} after it. */
    private void tellInNewAxes(double[] v) {
        double wx = end[0] * after[0] + end[3] * after[1] + end[6] * after[2];
        double wy = end[1] * after[0] + end[4] * after[1] + end[7] * after[2];
        double wz = end[2] * after[0] + end[5] * after[1] + end[8] * after[2];
        double ux = end[0] * after[3] + end[3] * after[4] + end[6] * after[5];
        double uy = end[1] * after[3] + end[4] * after[4] + end[7] * after[5];
        double uz = end[2] * after[3] + end[5] * after[4] + end[8] * after[5];
        centre.originVelocity(wx, wy, wz, ux, uy, uz, v, vOffset);
    }

    /** Moves the centre of mass, and turns about it, by dt·{@link #way}, in the axes of {@link #start}. */
    private void go(double[] q, double dt) {
        for (int k = 0; k < 3; k++) {
            turn[k] = dt * way[k];
        }
        Rotation.turn(q, qOffset + 3, turn, 0, q, qOffset + 3);
        Rotation.fromQuaternion(q, qOffset + 3, place, 0);
        for (int k = 0; k < 3; k++) {
            double middle =
                    start[9 + k] + dt * (start[3 * k] * way[3] + start[3 * k + 1] * way[4] + start[3 * k + 2] * way[5]);
            q[qOffset + k] = middle - centre.along(place, k);
        }
    }

    @Override
    public void shift(double[] q, double[] v, double[] shift) {
        centre.velocity(shift, vOffset, way);
        Rotation.fromQuaternion(q, qOffset + 3, start, 0);
        for (int k = 0; k < 3; k++) {
            start[9 + k] = centre.inWorld(q[qOffset + k], start, k);
        }
        go(q, 1);
        centre.velocity(v, vOffset, after);
        turnedAxes(way, 1);
        tellInNewAxes(v);
    }

    @Override
    public double kineticEnergy(double[] q, double[] v) {
        centre.velocity(v, vOffset, after);
        return inertia.kineticEnergy(after);
    }

    @Override
    public double potentialEnergy(double[] q) {
        Rotation.fromQuaternion(q, qOffset + 3, place, 0);
        double energy = 0;
        double[] g = {gravity.x(), gravity.y(), gravity.z()};
        for (int k = 0; k < 3; k++) {
            energy -= mass * g[k] * centre.inWorld(q[qOffset + k], place, k);
        }
        return energy;
    }

    private static void rotate(double[] r, int ro, double[] x, int xo, double[] out, int oo) {
        for (int k = 0; k < 3; k++) {
            int i = ro + 3 * k;
            out[oo + k] = r[i] * x[xo] + r[i + 1] * x[xo + 1] + r[i + 2] * x[xo + 2];
        }
    }
}
