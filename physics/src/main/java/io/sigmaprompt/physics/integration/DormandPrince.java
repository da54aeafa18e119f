package io.sigmaprompt.physics.integration;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;
import io.sigmaprompt.physics.model.BadInputException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * The Runge-Kutta method of order 8 of Dormand and Prince with steps of its own choice (Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, II.5), as Commons Math has it: for reference runs, not for the tick of a session.
 *
 * <p>It integrates the chart's coordinates u and v; the chart moves on before a rotation in it becomes large, so that
 * quaternions stay rotations and no singularity is met.
 */
public final class DormandPrince implements SmoothIntegrator {
    /** A chart is left after about this rotation, radians. */
    private static final double TURN = 1.0;
    /** Beyond this rotation a chart is not trusted: it is singular at 2π. */
    private static final double LARGEST_TURN = 3.0;

    private static final int MOST_HALVINGS = 60;
    private static final int MOST_EVALUATIONS = 1_000_000;
    /** Least step as a share of the whole. */
    private static final double LEAST_STEP = 1e-10;

    private final ConfigurationSpace space;
    private final double tolerance;
    private final Chart chart;
    private final double[] u;
    private final double[] y;
    private final double[] end;

    /**
     * A method of the given accuracy.
     *
     * @param tolerance greatest error of a step, absolute (rad, m and their rates) and relative
     * @throws BadInputException if the tolerance is not above 0 and at most 0.1
     */
    public DormandPrince(EquationsOfMotion equations, double tolerance) {
        if (!(tolerance > 0 && tolerance <= 0.1)) {
            throw new BadInputException(
                    "adaptive integration, tolerance",
                    "expected a number above 0 and at most 0.1, found " + tolerance,
                    "Use 1e-10.");
        }
        space = equations.space();
        this.tolerance = tolerance;
        chart = new Chart(equations);
        u = new double[space.model().nv()];
        y = new double[2 * u.length];
        end = new double[y.length];
    }

    /**
     * Goes from t to t + dt in steps of its own.
     *
     * @throws BadInputException if the state or the acceleration is not finite, or the system is no smooth one at this
     *     tolerance
     */
    @Override
    public void step(double t, double[] q, double[] v, double dt) {
        if (!(dt > 0) || dt == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    place(t), "expected seconds above 0, found " + dt, "Give the end of the interval after its start.");
        }
        double done = 0;
        while (done < dt) {
            double left = dt - done;
            double spin = space.greatestRotation(v);
            double piece = spin * left > TURN ? TURN / spin : left;
            for (int halvings = 0; !moves(t + done, q, v, piece, dt); halvings++) {
                if (halvings == MOST_HALVINGS) {
                    throw notSmooth(t + done);
                }
                piece *= 0.5;
            }
            done = piece == left ? dt : done + piece;
        }
    }

    /** Goes one piece; false, with nothing changed, if that turned too far for a chart. */
    private boolean moves(double t, double[] q, double[] v, double piece, double whole) {
        int nv = v.length;
        for (int i = 0; i < nv; i++) {
            y[i] = 0;
            y[nv + i] = v[i];
        }
        chart.around(t, q);
        DormandPrince853Integrator method =
                new DormandPrince853Integrator(LEAST_STEP * whole, piece, tolerance, tolerance);
        method.setMaxEvaluations(MOST_EVALUATIONS);
        try {
            method.integrate(chart, 0, y, piece, end);
        } catch (NumberIsTooSmallException | MaxCountExceededException e) {
            BadInputException told = notSmooth(t);
            told.initCause(e);
            throw told;
        }
        System.arraycopy(end, 0, u, 0, nv);
        if (space.greatestRotation(u) > LARGEST_TURN) {
            return false;
        }
        space.retract(q, u, q);
        System.arraycopy(end, nv, v, 0, nv);
        return true;
    }

    private String place(double t) {
        return "robot '" + space.model().name() + "', integration at " + t + " s";
    }

    private BadInputException notSmooth(double t) {
        return new BadInputException(
                place(t),
                "expected a smooth system, found that no step is small enough for a tolerance of " + tolerance,
                "Look for an effort that jumps or is very stiff there, or ask for less accuracy.");
    }

    /** The system as an ordinary differential equation of (u, v) around a configuration. */
    private final class Chart implements FirstOrderDifferentialEquations {
        private final EquationsOfMotion equations;
        private final double[] origin;
        private final double[] q;
        private final double[] u;
        private final double[] v;
        private final double[] rate;
        private double start;

        Chart(EquationsOfMotion equations) {
            this.equations = equations;
            origin = new double[space.model().nq()];
            q = new double[origin.length];
            u = new double[space.model().nv()];
            v = new double[u.length];
            rate = new double[u.length];
        }

        void around(double t, double[] configuration) {
            start = t;
            System.arraycopy(configuration, 0, origin, 0, origin.length);
        }

        @Override
        public int getDimension() {
            return 2 * u.length;
        }

        @Override
        public void computeDerivatives(double t, double[] state, double[] derivative) {
            int nv = u.length;
            System.arraycopy(state, 0, u, 0, nv);
            System.arraycopy(state, nv, v, 0, nv);
            space.retract(origin, u, q);
            space.exactRate(u, q, v, rate);
            System.arraycopy(rate, 0, derivative, 0, nv);
            equations.acceleration(start + t, q, v, rate);
            System.arraycopy(rate, 0, derivative, nv, nv);
            for (int i = 0; i < 2 * nv; i++) {
                if (!Double.isFinite(derivative[i])) {
                    throw new BadInputException(
                            place(start + t),
                            "expected finite rates, found " + derivative[i] + " for entry " + i % nv + " of "
                                    + (i < nv ? "q" : "v"),
                            "Look at the state the run began with, and at what the effort answers.");
                }
            }
        }
    }
}
