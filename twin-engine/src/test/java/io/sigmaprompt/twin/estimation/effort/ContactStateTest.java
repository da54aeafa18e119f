package io.sigmaprompt.twin.estimation.effort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContactStateTest {
    private static final long MS = 1_000_000;

    private final ContactState state = new ContactState(2, ContactState.Settings.JOINTS);

    @Test
    void aTouchBeginsOnceItHasLastedAndEndsBelowALowerThreshold() {
        state.update(0, 0, 3, 0.01);
        state.update(9 * MS, 0, -3, 0.01);
        assertFalse(state.touched()[0]);
        state.update(10 * MS, 0, 3, 0.01);
        assertTrue(state.touched()[0]);
        for (long t = 11; t < 100; t++) {
            state.update(t * MS, 0, 1.5, 0.01);
        }
        assertTrue(state.touched()[0], "between the thresholds it stays");
        for (long t = 100; t <= 110; t++) {
            state.update(t * MS, 0, 0.9, 0.01);
        }
        assertFalse(state.touched()[0]);
        assertFalse(state.touched()[1]);
    }

    @Test
    void whatIsKnownVaguelyMustBeLargerToCount() {
        for (long t = 0; t < 50; t++) {
            state.update(t * MS, 0, 3, 1);
        }
        assertFalse(state.touched()[0]);
    }

    @Test
    void noiseAroundTheThresholdDoesNotMakeItFlicker() {
        Random random = new Random(5);
        int changes = 0;
        boolean before = false;
        for (long t = 0; t < 10_000; t++) {
            state.update(t * MS, 0, 2 + 0.2 * random.nextGaussian(), 0.04);
            changes += state.touched()[0] == before ? 0 : 1;
            before = state.touched()[0];
        }
        assertTrue(changes <= 1, changes + " changes");
    }

    @Test
    void theUnknownChangesNothing() {
        state.update(0, 0, 3, 0.01);
        state.update(5 * MS, 0, Double.NaN, Double.NaN);
        state.update(10 * MS, 0, 3, 0.01);
        assertFalse(state.touched()[0], "the wait begins anew");
        state.update(20 * MS, 0, 3, 0.01);
        assertTrue(state.touched()[0]);
    }

    @Test
    void restoredItGoesOnTheSame() {
        state.update(0, 0, 3, 0.01);
        CanonicalOutput out = new CanonicalOutput();
        state.save(out);
        ContactState other = new ContactState(2, ContactState.Settings.JOINTS);
        other.restore(new CanonicalInput(out.toByteArray()));
        state.update(10 * MS, 0, 3, 0.01);
        other.update(10 * MS, 0, 3, 0.01);
        assertArrayEquals(state.touched(), other.touched());
        assertEquals(true, other.touched()[0]);
    }
}
