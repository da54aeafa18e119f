package io.sigmaprompt.physics.world.tree;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.ConfigurationSpace;
import io.sigmaprompt.physics.dynamics.MotionScrews;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.description.TreePart;
import java.util.Arrays;

/** A robot, or what of a scene hangs on one joint: its dynamics are those of its kernels. */
public final class ArticulatedTree extends WorldTree {
    private final RobotModel model;
    private final RobotDynamics dynamics;
    private final MotionScrews screws;
    private final ConfigurationSpace space;
    /** The freedoms before each freedom that move its link, too; and those with itself. */
    private final int[][] carriers;

    private final int[][] chains;
    private final TurningAxes turning;
    private final SmoothMotion smooth;
    private final double[] q;
    private final double[] v;
    private final double[] poses;
    private final double[] velocities;
    private final double[] axes;
    private final double[] factor;
    private final double[] inverseRoot;
    private final double[] scratch;
    private final double[] rates;

    public ArticulatedTree(TreePart part, int qOffset, int vOffset, int[] bodies, Vec3 gravity) {
        super(qOffset, vOffset, part.model().nv(), bodies);
        model = part.model();
        dynamics = CompiledDynamics.of(model, gravity);
        screws = new MotionScrews(model);
        space = new ConfigurationSpace(model);
        chains = chains();
        carriers = new int[nv][];
        for (int i = 0; i < nv; i++) {
            carriers[i] = Arrays.copyOf(chains[i], chains[i].length - 1);
        }
        turning = new TurningAxes(model);
        smooth = new SmoothMotion(dynamics, space);
        q = new double[model.nq()];
        v = new double[nv];
        poses = new double[12 * bodies.length];
        velocities = new double[6 * bodies.length];
        axes = new double[6 * nv];
        factor = new double[nv * nv];
        inverseRoot = new double[nv];
        scratch = new double[nv];
        rates = new double[nv];
    }

    private int[][] chains() {
        int[][] result = new int[model.nv()][];
        for (int link = 0; link < model.links().size(); link++) {
            int[] movers = screws.movers(link);
            for (int k = 0; k < movers.length; k++) {
                if (result[movers[k]] == null) {
                    result[movers[k]] = Arrays.copyOf(movers, k + 1);
                }
            }
        }
        return result;
    }

    /** Which kernel computes. */
    String kernel() {
        return dynamics.kernel();
    }

    private void take(double[] worldQ) {
        System.arraycopy(worldQ, qOffset, q, 0, q.length);
    }

    @Override
    public void place(double[] worldQ, double[] worldPoses) {
        take(worldQ);
        dynamics.linkPoses(q, poses);
        screws.write(poses, axes);
        for (int l = 0; l < bodies.length; l++) {
            if (bodies[l] >= 0) {
                System.arraycopy(poses, 12 * l, worldPoses, 12 * bodies[l], 12);
            }
        }
    }

    @Override
    public void move(double[] worldQ, double[] worldV, double[] worldPoses, double[] worldVelocities) {
        take(worldQ);
        System.arraycopy(worldV, vOffset, v, 0, nv);
        dynamics.linkVelocities(q, v, velocities);
        for (int l = 0; l < bodies.length; l++) {
            if (bodies[l] >= 0) {
                System.arraycopy(velocities, 6 * l, worldVelocities, 6 * bodies[l], 6);
            }
        }
    }

    @Override
    public void prepare(double[] worldQ, double[] worldV, double[] tau, double[] diagonal, double dt, double[] free) {
        take(worldQ);
        System.arraycopy(worldV, vOffset, v, 0, nv);
        dynamics.massMatrix(q, factor);
        for (int i = 0; i < nv; i++) {
            factor[i * (nv + 1)] += diagonal[vOffset + i];
        }
        dynamics.factor(factor);
        for (int i = 0; i < nv; i++) {
            inverseRoot[i] = 1 / Math.sqrt(factor[i * (nv + 1)]);
        }
        dynamics.biasForces(q, v, scratch);
        for (int i = 0; i < nv; i++) {
            scratch[i] = tau[vOffset + i] - scratch[i];
        }
        for (int i = nv - 1; i >= 0; i--) {
            double x = scratch[i];
            int[] before = carriers[i];
            for (int k = 0; k < before.length; k++) {
                scratch[before[k]] -= factor[i * nv + before[k]] * x;
            }
        }
        turning.add(v, dt, rates);
        whitenVelocity(rates, free, 0);
        for (int i = 0; i < nv; i++) {
            free[vOffset + i] += dt * inverseRoot[i] * scratch[i];
        }
    }

    @Override
    public int[] chain(int freedom) {
        return chains[freedom];
    }

    @Override
    public int[] movers(int link) {
        return screws.movers(link);
    }

    @Override
    public void project(int link, double sign, double[] wrench, int wo, double[] out, int o) {
        int[] movers = screws.movers(link);
        double mx = sign * wrench[wo];
        double my = sign * wrench[wo + 1];
        double mz = sign * wrench[wo + 2];
        double fx = sign * wrench[wo + 3];
        double fy = sign * wrench[wo + 4];
        double fz = sign * wrench[wo + 5];
        for (int k = 0; k < movers.length; k++) {
            int a = 6 * movers[k];
            out[o + k] = axes[a] * mx
                    + axes[a + 1] * my
                    + axes[a + 2] * mz
                    + axes[a + 3] * fx
                    + axes[a + 4] * fy
                    + axes[a + 5] * fz;
        }
    }

    @Override
    public void whiten(int[] freedoms, int count, double[] row, int o) {
        for (int a = count - 1; a >= 0; a--) {
            double x = row[o + a];
            int line = freedoms[a] * nv;
            for (int b = 0; b < a; b++) {
                row[o + b] -= factor[line + freedoms[b]] * x;
            }
            row[o + a] = x * inverseRoot[freedoms[a]];
        }
    }

    @Override
    public void velocity(double[] w, double[] out) {
        for (int i = 0; i < nv; i++) {
            double x = w[vOffset + i] * inverseRoot[i];
            int[] before = carriers[i];
            for (int k = 0; k < before.length; k++) {
                x -= factor[i * nv + before[k]] * out[vOffset + before[k]];
            }
            out[vOffset + i] = x;
        }
    }

    @Override
    public void whitenVelocity(double[] worldV, double[] w) {
        whitenVelocity(worldV, w, vOffset);
    }

    private void whitenVelocity(double[] from, double[] w, int offset) {
        for (int i = 0; i < nv; i++) {
            double x = from[offset + i];
            int[] before = carriers[i];
            for (int k = 0; k < before.length; k++) {
                x += factor[i * nv + before[k]] * from[offset + before[k]];
            }
            w[vOffset + i] = x / inverseRoot[i];
        }
    }

    @Override
    public void advance(double[] worldQ, double[] worldV, double[] next, double share, boolean touched, double dt) {
        take(worldQ);
        System.arraycopy(worldV, vOffset, v, 0, nv);
        turning.add(v, dt, rates);
        for (int i = 0; i < nv; i++) {
            rates[i] = (next[vOffset + i] - rates[i]) / dt;
        }
        if (share > 0) {
            advanceBoth(share, dt);
        } else {
            space.stepSemiImplicit(q, v, rates, dt, scratch);
        }
        System.arraycopy(q, 0, worldQ, qOffset, q.length);
        System.arraycopy(v, 0, worldV, vOffset, nv);
    }

    /** A part of the way with the old velocity, the rest with the new one. */
    private void advanceBoth(double share, double dt) {
        Arrays.fill(scratch, 0);
        double[] still = velocities;
        Arrays.fill(still, 0, nv, 0);
        space.stepSemiImplicit(q, v, still, share * dt, scratch);
        for (int i = 0; i < nv; i++) {
            rates[i] *= dt / ((1 - share) * dt);
        }
        space.stepSemiImplicit(q, v, rates, (1 - share) * dt, scratch);
    }

    @Override
    public boolean moveFreely(
            double[] worldQ, double[] worldV, double[] tau, double[] diagonal, double[] fall, double dt) {
        return smooth.step(worldQ, qOffset, worldV, vOffset, tau, diagonal, fall, dt);
    }

    @Override
    public void shift(double[] worldQ, double[] worldV, double[] shift) {
        take(worldQ);
        // As velocities over one second, so that floating joints take linear ways in their own axes.
        for (int i = 0; i < nv; i++) {
            v[i] = 0;
            rates[i] = shift[vOffset + i];
        }
        space.stepSemiImplicit(q, v, rates, 1, scratch);
        System.arraycopy(q, 0, worldQ, qOffset, q.length);
    }

    @Override
    public double kineticEnergy(double[] worldQ, double[] worldV) {
        take(worldQ);
        System.arraycopy(worldV, vOffset, v, 0, nv);
        return dynamics.kineticEnergy(q, v);
    }

    @Override
    public double potentialEnergy(double[] worldQ) {
        take(worldQ);
        return dynamics.potentialEnergy(q);
    }
}
