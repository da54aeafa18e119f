package io.sigmaprompt.physics.world.contact;

import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import java.util.Arrays;

/**
 * The forces of the last step's contacts, which are the guess for the next step's. Contacts come sorted by colliders both
 * times, so that one walk along both finds all that stayed. No force is given twice: where one contact became two, the one
 * that kept its feature begins with it, or else the first that is near.
 */
public final class ImpulseMemory {
    /** Force, spins, where the contact was, and how many steps its force was good for. */
    private static final int SIZE = 10;

    /** Square of the distance, metres, within which a contact counts as one whose feature is gone. */
    private static final double NEAR = 1e-4;

    private int[] keys = new int[3 * 64];
    private double[] forces = new double[SIZE * 64];
    private int count;
    private int[] nextKeys = new int[3 * 64];
    private double[] nextForces = new double[SIZE * 64];
    /** Whether each force has been given to a contact of the new step. */
    private boolean[] given = new boolean[64];

    private int cursor;
    private int found;
    private double dt;

    /** Begins a walk along the contacts of a new step. */
    void rewind() {
        cursor = 0;
        if (given.length < count) {
            given = new boolean[2 * count];
        }
        Arrays.fill(given, 0, count, false);
    }

    /** Looks for a contact, by its feature, else the nearest of its pair; whether the last step had it. */
    boolean find(ContactBuffer contacts, int i, double step) {
        int first = contacts.first[i];
        int second = contacts.second[i];
        while (cursor < count
                && (keys[3 * cursor] < first || keys[3 * cursor] == first && keys[3 * cursor + 1] < second)) {
            cursor++;
        }
        dt = step;
        found = -1;
        double nearest = NEAR;
        for (int k = cursor; k < count && keys[3 * k] == first && keys[3 * k + 1] == second; k++) {
            if (given[k]) {
                continue;
            }
            if (keys[3 * k + 2] == contacts.feature[i]) {
                found = k;
                break;
            }
            double distance = distance(contacts.geometry, 7 * i + 3, SIZE * k + 6);
            if (distance < nearest && !stays(contacts, i, keys[3 * k + 2])) {
                nearest = distance;
                found = k;
            }
        }
        if (found >= 0) {
            given[found] = true;
        }
        return found >= 0;
    }

    /** Whether a contact that comes after one, of the same pair, has a feature. */
    private static boolean stays(ContactBuffer contacts, int i, int feature) {
        int first = contacts.first[i];
        int second = contacts.second[i];
        for (int j = i + 1; j < contacts.count() && contacts.first[j] == first && contacts.second[j] == second; j++) {
            if (contacts.feature[j] == feature) {
                return true;
            }
        }
        return false;
    }

    private double distance(double[] points, int p, int o) {
        double x = points[p] - forces[o];
        double y = points[p + 1] - forces[o + 1];
        double z = points[p + 2] - forces[o + 2];
        return x * x + y * y + z * z;
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

    /** How many steps the found contact's force has been good for. */
    int age() {
        return (int) forces[SIZE * found + 9];
    }

    /** Begins to remember this many contacts. */
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

    /**
     * Remembers a contact.
     *
     * @param impulse force and scaled spins times the step: 6 numbers
     * @param age how many steps it has been good for
     */
    void keep(ContactBuffer contacts, int i, double[] impulse, int age, double step) {
        keys[3 * count] = contacts.first[i];
        keys[3 * count + 1] = contacts.second[i];
        keys[3 * count + 2] = contacts.feature[i];
        int f = SIZE * count;
        for (int k = 0; k < 6; k++) {
            forces[f + k] = impulse[k] / step;
        }
        System.arraycopy(contacts.geometry, 7 * i + 3, forces, f + 6, 3);
        forces[f + 9] = age;
        count++;
    }

    public void clear() {
        count = 0;
    }

    public void save(StateWriter out) {
        out.put(count);
        for (int i = 0; i < 3 * count; i++) {
            out.put(keys[i]);
        }
        out.put(forces, 0, SIZE * count);
    }

    public void restore(StateReader in) {
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
