package io.sigmaprompt.physics.world.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.collision.manifold.Manifold;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.world.snapshot.StateReader;
import io.sigmaprompt.physics.world.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class ImpulseMemoryTest {
    private static final double DT = 1e-3;
    private static final double[] UP = {0, 0, 1};
    private static final PairSurface SURFACE = PairSurface.of(ContactSurface.DEFAULT, ContactSurface.DEFAULT);

    private final ImpulseMemory memory = new ImpulseMemory();

    /** Contacts of one pair along x: place and feature in turn. */
    private static void add(ContactBuffer contacts, int first, int second, double... placesAndFeatures) {
        Manifold manifold = new Manifold();
        manifold.normal[2] = 1;
        for (int k = 0; k < placesAndFeatures.length; k += 2) {
            manifold.add(placesAndFeatures[k], 0, 0, 0, (int) placesAndFeatures[k + 1]);
        }
        contacts.add(first, second, SURFACE, manifold, 1);
    }

    private static ContactBuffer contacts(double... placesAndFeatures) {
        ContactBuffer contacts = new ContactBuffer();
        add(contacts, 0, 1, placesAndFeatures);
        return contacts;
    }

    /** Remembers an upward impulse of 1, 2, ... N s of each contact. */
    private void keepAll(ContactBuffer contacts) {
        memory.begin(contacts.count());
        for (int i = 0; i < contacts.count(); i++) {
            memory.keep(contacts, i, new double[] {0, 0, i + 1, 0.1, 0.2, 0.3}, 5, DT);
        }
    }

    /** What it gives a contact; 0 for nothing. */
    private double found(ContactBuffer contacts, int i) {
        return memory.find(contacts, i, DT) ? memory.along(UP, 0) : 0;
    }

    @Test
    void a_contact_is_known_by_its_feature_wherever_it_went() {
        keepAll(contacts(0, 3, 1, 4));
        ContactBuffer next = contacts(5, 4, 7, 3);
        memory.rewind();
        assertEquals(2, found(next, 0), 1e-15);
        assertEquals(1, found(next, 1), 1e-15);
        assertEquals(5, memory.age());
        assertEquals(0.2, memory.spin(1), 1e-15);
    }

    @Test
    void one_whose_feature_is_new_takes_the_nearest_within_a_centimetre() {
        keepAll(contacts(0, 3, 1, 4));
        ContactBuffer next = contacts(1.005, 8, 0.5, 9);
        memory.rewind();
        assertEquals(2, found(next, 0), 1e-15);
        assertFalse(memory.find(next, 1, DT), "nothing was near");
    }

    @Test
    void an_impulse_grows_with_the_step() {
        keepAll(contacts(0, 3));
        memory.rewind();
        assertTrue(memory.find(contacts(0, 3), 0, 3 * DT));
        assertEquals(3, memory.along(UP, 0), 1e-15);
    }

    @Test
    void where_one_contact_became_two_only_one_begins_with_its_force() {
        keepAll(contacts(0, 3));
        ContactBuffer next = contacts(0.004, 8, 0.001, 9);
        memory.rewind();
        assertEquals(1, found(next, 0), 1e-15);
        assertEquals(0, found(next, 1));
        memory.rewind();
        assertEquals(1, found(next, 1), 1e-15, "a new walk begins anew");
    }

    @Test
    void a_contact_that_stayed_begins_with_its_force_also_where_one_beside_it_came() {
        keepAll(contacts(0, 3));
        ContactBuffer next = contacts(0.001, 8, 0.002, 3);
        memory.rewind();
        assertEquals(0, found(next, 0));
        assertEquals(1, found(next, 1), 1e-15);
    }

    @Test
    void pairs_are_told_apart_also_where_one_came_and_one_went() {
        ContactBuffer old = new ContactBuffer();
        add(old, 0, 1, 0, 3);
        add(old, 0, 2, 0, 3);
        add(old, 2, 3, 0, 3);
        keepAll(old);
        ContactBuffer next = new ContactBuffer();
        add(next, 0, 2, 0, 3);
        add(next, 1, 2, 0, 3);
        add(next, 2, 3, 0, 3);
        memory.rewind();
        assertEquals(2, found(next, 0), 1e-15);
        assertEquals(0, found(next, 1));
        assertEquals(3, found(next, 2), 1e-15);
    }

    @Test
    void a_restored_memory_gives_the_same_bits_and_a_cleared_one_nothing() {
        keepAll(contacts(0, 3, 1, 4));
        StateWriter out = new StateWriter(new double[1]);
        memory.save(out);
        ImpulseMemory other = new ImpulseMemory();
        other.restore(new StateReader(out.data()));
        ContactBuffer next = contacts(0.3, 4, 0.001, 7);
        memory.rewind();
        other.rewind();
        for (int i = 0; i < 2; i++) {
            assertTrue(other.find(next, i, 2e-3));
            assertTrue(memory.find(next, i, 2e-3));
            assertEquals(memory.along(UP, 0), other.along(UP, 0), 0);
            assertEquals(memory.age(), other.age());
        }
        other.clear();
        other.rewind();
        assertFalse(other.find(next, 0, DT));
    }
}
