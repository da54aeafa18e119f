package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.world.contact.ContactConstraints;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import io.sigmaprompt.physics.world.tree.BodyMap;
import java.util.Arrays;

/**
 * The contacts that pushed in the last step, and those on which sleeping bodies lie: they are not solved, but bear as they
 * did when their bodies fell asleep. Part of the world's state, so that sensors read the same after a restore.
 */
public final class ContactRecord {
    /** Numbers of a contact: point, force and moment on the second body (world), normal force. */
    public static final int SIZE = 10;

    /** Colliders. */
    public int[] first = new int[64];

    public int[] second = new int[64];
    public double[] data = new double[SIZE * 64];
    public int count;

    /** Takes over what a step solved; bodies that slept in it keep theirs. */
    public void take(
            ContactBuffer contacts, ContactConstraints solved, ConstraintSet set, BodyMap map, Sleep sleep, double dt) {
        if (sleep.count() == 0) {
            count = 0;
        } else {
            keepSleeping(solved, map, sleep);
        }
        for (int i = 0; i < contacts.count(); i++) {
            double normal = solved.solved().normalImpulse(set, i);
            if (normal > 0) {
                reserve(count + 1);
                first[count] = contacts.first[i];
                second[count] = contacts.second[i];
                int o = SIZE * count++;
                System.arraycopy(contacts.geometry, 7 * i + 3, data, o, 3);
                solved.solved().moment(contacts.surface[i], set, i, data, o + 6);
                for (int k = 0; k < 3; k++) {
                    data[o + 3 + k] = solved.impulses()[3 * i + k] / dt;
                    data[o + 6 + k] /= dt;
                }
                data[o + 9] = normal / dt;
            }
        }
    }

    private void keepSleeping(ContactConstraints solved, BodyMap map, Sleep sleep) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int a = map.block(solved.body(first[i]));
            int b = map.block(solved.body(second[i]));
            if ((a < 0 || sleep.asleep(a)) && (b < 0 || sleep.asleep(b))) {
                first[kept] = first[i];
                second[kept] = second[i];
                System.arraycopy(data, SIZE * i, data, SIZE * kept++, SIZE);
            }
        }
        count = kept;
    }

    private void reserve(int size) {
        if (first.length < size) {
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
            data = Arrays.copyOf(data, 2 * SIZE * size);
        }
    }

    public void clear() {
        count = 0;
    }

    public void save(StateWriter out) {
        out.put(count);
        for (int i = 0; i < count; i++) {
            out.put(first[i]);
            out.put(second[i]);
        }
        out.put(data, 0, SIZE * count);
    }

    public void restore(StateReader in) {
        count = in.integer();
        reserve(count);
        for (int i = 0; i < count; i++) {
            first[i] = in.integer();
            second[i] = in.integer();
        }
        in.get(data, 0, SIZE * count);
    }
}
