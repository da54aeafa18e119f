package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;

/**
 * The dynamics of one robot in many states at once, to the bit those of each state by itself.
 *
 * <p>Arrays hold row after row of all states: entry {@code k} of state {@code s} of {@code count} stands at {@code [k *
 * count + s]}, the entries of matrices row by row. Names, units and frames are those of {@link RobotDynamics}. Nothing is
 * allocated. One thread at a time.
 */
public final class BatchDynamics {
    private final RobotDynamics dynamics;
    private final RobotModel model;
    private final int nv;
    private final double[] q;
    private final double[] v;
    private final double[] a;
    private final double[] result;
    private final double[] matrix;

    /**
     * For the states of one robot.
     *
     * @param dynamics computes each state; nobody else may use it meanwhile
     */
    public BatchDynamics(RobotDynamics dynamics) {
        this.dynamics = dynamics;
        model = dynamics.model();
        nv = model.nv();
        q = new double[model.nq()];
        v = new double[nv];
        a = new double[nv];
        result = new double[nv];
        matrix = new double[nv * nv];
    }

    /**
     * Inverse dynamics of all states.
     *
     * @param count how many states
     * @param q nq x count
     * @param v nv x count
     * @param vdot nv x count
     * @param tau Modified. nv x count
     * @throws BadInputException if an array's length is wrong, or a configuration is none
     */
    public void inverseDynamics(int count, double[] q, double[] v, double[] vdot, double[] tau) {
        require(count, q, v);
        require(count, "vdot", nv, vdot);
        require(count, "tau", nv, tau);
        for (int s = 0; s < count; s++) {
            gather(count, s, q, this.q);
            gather(count, s, v, this.v);
            gather(count, s, vdot, a);
            dynamics.inverseDynamics(this.q, this.v, a, result);
            scatter(count, s, result, tau);
        }
    }

    /**
     * Forward dynamics of all states.
     *
     * @param count how many states
     * @param q nq x count
     * @param v nv x count
     * @param tau nv x count
     * @param vdot Modified. nv x count
     * @throws BadInputException if an array's length is wrong, a configuration is none, or a mass matrix is singular
     */
    public void forwardDynamics(int count, double[] q, double[] v, double[] tau, double[] vdot) {
        require(count, q, v);
        require(count, "tau", nv, tau);
        require(count, "vdot", nv, vdot);
        for (int s = 0; s < count; s++) {
            gather(count, s, q, this.q);
            gather(count, s, v, this.v);
            gather(count, s, tau, a);
            dynamics.forwardDynamics(this.q, this.v, a, result);
            scatter(count, s, result, vdot);
        }
    }

    /**
     * The bias forces h(q, v) of all states.
     *
     * @param count how many states
     * @param q nq x count
     * @param v nv x count
     * @param tau Modified. nv x count
     * @throws BadInputException if an array's length is wrong, or a configuration is none
     */
    public void biasForces(int count, double[] q, double[] v, double[] tau) {
        require(count, q, v);
        require(count, "tau", nv, tau);
        for (int s = 0; s < count; s++) {
            gather(count, s, q, this.q);
            gather(count, s, v, this.v);
            dynamics.biasForces(this.q, this.v, result);
            scatter(count, s, result, tau);
        }
    }

    /**
     * The mass matrices of all states.
     *
     * @param count how many states
     * @param q nq x count
     * @param matrices Modified. nv · nv x count
     * @throws BadInputException if an array's length is wrong, or a configuration is none
     */
    public void massMatrix(int count, double[] q, double[] matrices) {
        require(count, "q", model.nq(), q);
        require(count, "matrices", nv * nv, matrices);
        for (int s = 0; s < count; s++) {
            gather(count, s, q, this.q);
            dynamics.massMatrix(this.q, matrix);
            scatter(count, s, matrix, matrices);
        }
    }

    private static void gather(int count, int state, double[] rows, double[] out) {
        for (int k = 0, at = state; k < out.length; k++, at += count) {
            out[k] = rows[at];
        }
    }

    private static void scatter(int count, int state, double[] values, double[] rows) {
        for (int k = 0, at = state; k < values.length; k++, at += count) {
            rows[at] = values[k];
        }
    }

    private void require(int count, double[] q, double[] v) {
        require(count, "q", model.nq(), q);
        require(count, "v", nv, v);
    }

    private void require(int count, String name, int rows, double[] array) {
        if (count < 0) {
            throw new BadInputException(
                    "robot '" + model.name() + "', count",
                    "expected a number of states, found " + count,
                    "Give the number of columns that the arrays have.");
        }
        if (array.length != (long) rows * count) {
            throw new BadInputException(
                    "robot '" + model.name() + "', " + name,
                    "expected " + (long) rows * count + " numbers (" + rows + " x " + count + " states), found "
                            + array.length,
                    "Give one row of all states for each entry: entry k of state s stands at [k * count + s].");
        }
    }
}
