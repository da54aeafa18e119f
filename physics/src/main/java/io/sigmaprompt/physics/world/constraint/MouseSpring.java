package io.sigmaprompt.physics.world.constraint;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import java.util.Arrays;

/**
 * A spring with critical damping between a point of a body and a place in the world, as a mouse pulls. Its stiffness is
 * that which gives a natural frequency with the mass that the point has for forces on it, so that light and heavy bodies
 * follow alike. It is solved with the contacts as a compliant constraint, implicit in position and velocity: of
 * {@code f = k·(target - p - dt·u) - d·u}, {@code u + (dt·(d + dt·k))⁻¹·(dt·f) = k·(target - p) / (d + dt·k)}.
 */
public final class MouseSpring {
    private static final int SIZE = 10;

    /** The body; -1 where there is none. */
    public int body = -1;

    /** Point in the body (3), target in the world (3), rad/s, force of the last step (3). */
    private final double[] state = new double[SIZE];

    private final double[] point = new double[3];
    private final double[] wrenches = new double[18];
    private int row = -1;

    public void set(int of, double[] local, double[] target, double frequency) {
        if (of != body) {
            Arrays.fill(state, 0);
        }
        body = of;
        System.arraycopy(local, 0, state, 0, 3);
        System.arraycopy(target, 0, state, 3, 3);
        state[6] = frequency;
    }

    public void clear() {
        body = -1;
        Arrays.fill(state, 0);
    }

    /** Adds its rows, if it pulls at anything that can move. */
    public void build(ConstraintSet set, PairRows rows, double[] poses, double dt) {
        row = -1;
        if (body < 0 || !rows.movable(-1, body)) {
            return;
        }
        int p = 12 * body;
        for (int k = 0; k < 3; k++) {
            int r = p + 3 * k;
            point[k] = poses[p + 9 + k] + poses[r] * state[0] + poses[r + 1] * state[1] + poses[r + 2] * state[2];
        }
        Arrays.fill(wrenches, 0);
        wrenches[1] = point[2];
        wrenches[2] = -point[1];
        wrenches[3] = 1;
        wrenches[6] = -point[2];
        wrenches[8] = point[0];
        wrenches[10] = 1;
        wrenches[12] = point[1];
        wrenches[13] = -point[0];
        wrenches[17] = 1;
        row = rows.add(set, ConstraintKind.BILATERAL, 3, -1, body, wrenches);
        double mobility = 0;
        int size = 3 * set.supportSize[row];
        for (int k = 0; k < size; k++) {
            double y = set.y[set.values[row] + k];
            mobility += y * y;
        }
        double rate = state[6];
        // Per unit of mass: damping and stiffness over a step.
        double slope = 2 * rate + dt * rate * rate;
        set.compliance[row] = mobility / (3 * dt * slope);
        for (int k = 0; k < 3; k++) {
            set.bias[set.row[row] + k] = (point[k] - state[3 + k]) * rate * rate / slope;
            set.lambda[set.row[row] + k] = dt * state[7 + k];
        }
    }

    public void collect(ConstraintSet set, double dt, boolean[] touched) {
        if (row >= 0) {
            for (int k = 0; k < 3; k++) {
                state[7 + k] = set.lambda[set.row[row] + k] / dt;
            }
            touched[set.firstBlock[row]] = true;
        }
    }

    /** Adds what it did in the last step to what acts on bodies, 6 each. */
    public void addWrenches(double[] poses, double[] out) {
        if (row < 0) {
            return;
        }
        int p = 12 * body + 9;
        int o = 6 * body;
        double x = point[0] - poses[p];
        double y = point[1] - poses[p + 1];
        double z = point[2] - poses[p + 2];
        out[o] += y * state[9] - z * state[8];
        out[o + 1] += z * state[7] - x * state[9];
        out[o + 2] += x * state[8] - y * state[7];
        for (int k = 0; k < 3; k++) {
            out[o + 3 + k] += state[7 + k];
        }
    }

    /** Forgets the force of the last step. */
    public void forget() {
        Arrays.fill(state, 7, 10, 0);
    }

    public void save(StateWriter out) {
        out.put(body);
        out.put(state, 0, SIZE);
    }

    public void restore(StateReader in) {
        body = in.integer();
        in.get(state, 0, SIZE);
    }
}
