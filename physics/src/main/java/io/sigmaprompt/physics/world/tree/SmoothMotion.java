package io.sigmaprompt.physics.world.tree;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.integration.EquationsOfMotion;
import io.sigmaprompt.physics.integration.RungeKutta4;

/**
 * How a tree moves that nothing holds: by the Runge-Kutta method of order 4, with forces that stay what they are over the
 * step. Where these are none, its energy is kept to the fourth order of the step.
 */
final class SmoothMotion implements EquationsOfMotion {
    private final RobotDynamics dynamics;
    private final ConfigurationSpace space;
    private final RungeKutta4 method;
    private final double[] tau;
    private final double[] diagonal;
    private final double[] q;
    private final double[] v;
    /** Of the centre of mass, 3 x nv. */
    private final double[] jacobian;

    private final double[] weight = new double[3];
    private final double mass;
    private boolean pulled;

    SmoothMotion(RobotDynamics dynamics, ConfigurationSpace space) {
        this.dynamics = dynamics;
        mass = space.model().totalMass();
        jacobian = new double[3 * space.model().nv()];
        this.space = space;
        method = new RungeKutta4(this);
        q = new double[space.model().nq()];
        v = new double[space.model().nv()];
        tau = new double[v.length];
        diagonal = new double[v.length];
    }

    /**
     * Goes one step.
     *
     * @param worldQ Modified. the world's configuration, the tree's from qo on
     * @param worldV Modified. the world's velocity, the tree's from vo on
     * @param worldTau forces, and likewise what the mass matrix's diagonal gains
     * @param fall by how much the acceleration of free fall differs from that of the dynamics, which is in the forces; m/s²
     * @return whether it did: a step that leads to nothing finite is not gone
     */
    boolean step(
            double[] worldQ,
            int qo,
            double[] worldV,
            int vo,
            double[] worldTau,
            double[] worldDiagonal,
            double[] fall,
            double dt) {
        System.arraycopy(worldQ, qo, q, 0, q.length);
        System.arraycopy(worldV, vo, v, 0, v.length);
        System.arraycopy(worldTau, vo, tau, 0, tau.length);
        System.arraycopy(worldDiagonal, vo, diagonal, 0, diagonal.length);
        pulled = fall[0] != 0 || fall[1] != 0 || fall[2] != 0;
        if (pulled) {
            for (int k = 0; k < 3; k++) {
                weight[k] = mass * fall[k];
            }
            addWeight(q, -1);
        }
        method.step(0, q, v, dt);
        double sum = 0;
        for (double x : q) {
            sum += x;
        }
        for (double x : v) {
            sum += x;
        }
        if (!Double.isFinite(sum)) {
            return false;
        }
        System.arraycopy(q, 0, worldQ, qo, q.length);
        System.arraycopy(v, 0, worldV, vo, v.length);
        return true;
    }

    @Override
    public ConfigurationSpace space() {
        return space;
    }

    @Override
    public void acceleration(double t, double[] at, double[] speed, double[] vdot) {
        if (pulled) {
            addWeight(at, 1);
        }
        dynamics.update(at, speed);
        dynamics.solve(tau, diagonal, vdot);
        if (pulled) {
            addWeight(-1);
        }
    }

    private void addWeight(double[] at, double sign) {
        dynamics.centerOfMassJacobian(at, jacobian);
        addWeight(sign);
    }

    private void addWeight(double sign) {
        int nv = tau.length;
        for (int i = 0; i < nv; i++) {
            tau[i] +=
                    sign * (jacobian[i] * weight[0] + jacobian[nv + i] * weight[1] + jacobian[2 * nv + i] * weight[2]);
        }
    }
}
