package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.collision.ContactBuffer;
import java.util.Arrays;

/**
 * The forces of the last step's contacts, which are the guess for the next step's. Contacts come sorted by colliders both
 * times, so that one walk along both finds all that stayed.
 */
final class ImpulseMemory {
    private static final int SIZE = 6;

    private int[] keys = new int[3 * 64];
    private double[] forces = new double[SIZE * 64];
    private int count;
    private int[] nextKeys = new int[3 * 64];
    private double[] nextForces = new double[SIZE * 64];
    private int cursor;
    private int found;
    private double dt;

    /** Begins a walk along the contacts of a new step. */
    void rewind() {
        cursor = 0;
    }

    /** Looks for a contact; whether the last step had it. */
    boolean find(ContactBuffer contacts, int i, double step) {
        int first = contacts.first[i];
        int second = contacts.second[i];
        while (cursor < count
                && (keys[3 * cursor] < first || keys[3 * cursor] == first && keys[3 * cursor + 1] < second)) {
            cursor++;
        }
        for (int k = cursor; k < count && keys[3 * k] == first && keys[3 * k + 1] == second; k++) {
            if (keys[3 * k + 2] == contacts.feature[i]) {
                found = k;
                dt = step;
                return true;
            }
        }
        return false;
    }

    /** The found contact's impulse over the new step along an axis (3 numbers at {@code o}), N s. */
    double along(double[] axes, int o) {
        int f = SIZE * found;
        return dt * (forces[f] * axes[o] + forces[f + 1] * axes[o + 1] + forces[f + 2] * axes[o + 2]);
    }

    /** The found contact's scaled impulse about the normal (0) or a tangent (1, 2). */
    double spin(int which) {
        return dt * forces[SIZE * found + 3 + which];
    }

    /** Begins to remember this many contacts; {@link #end} forgets those of the step before. */
    void begin(int size) {
        if (nextKeys.length < 3 * size) {
            nextKeys = new int[6 * size];
            nextForces = new double[2 * SIZE * size];
        }
        int[] k = keys;
        double[] f = forces;
        keys = nextKeys;
        forces = nextForces;
        nextKeys = k;
        nextForces = f;
        count = 0;
    }

    /** Remembers a contact's impulse (3 numbers at {@code o}) over a step, and its scaled spins. */
    void keep(
            ContactBuffer contacts,
            int i,
            double[] impulse,
            int o,
            double spin,
            double roll1,
            double roll2,
            double step) {
        keys[3 * count] = contacts.first[i];
        keys[3 * count + 1] = contacts.second[i];
        keys[3 * count + 2] = contacts.feature[i];
        int f = SIZE * count;
        for (int k = 0; k < 3; k++) {
            forces[f + k] = impulse[o + k] / step;
        }
        forces[f + 3] = spin / step;
        forces[f + 4] = roll1 / step;
        forces[f + 5] = roll2 / step;
        count++;
    }

    void clear() {
        count = 0;
    }

    void save(StateWriter out) {
        out.put(count);
        for (int i = 0; i < 3 * count; i++) {
            out.put(keys[i]);
        }
        out.put(forces, 0, SIZE * count);
    }

    void restore(StateReader in) {
        count = in.integer();
        if (keys.length < 3 * count) {
            keys = Arrays.copyOf(keys, 6 * count);
            forces = Arrays.copyOf(forces, 2 * SIZE * count);
        }
        for (int i = 0; i < 3 * count; i++) {
            keys[i] = in.integer();
        }
        in.get(forces, 0, SIZE * count);
    }
}
