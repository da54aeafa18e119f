package io.sigmaprompt.twin.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HabituationTest {
    private final Habituation habituation = new Habituation(0.5, 400, 50, 0.3);

    @Test
    void aTroubleThatLastsIsToldOnce() {
        assertEquals(6, habituation.next(6));
        for (int i = 0; i < 1000; i++) {
            assertEquals(0, habituation.next(6), "sample " + i);
        }
    }

    @Test
    void aClearlyGreaterOneIsToldAtOnce() {
        assertEquals(4, habituation.next(4));
        assertEquals(10, habituation.next(12), 0.01);
    }

    @Test
    void anEqualOneIsToldAgainWhenTheFirstIsForgotten() {
        habituation.next(6);
        for (int i = 0; i < 2000; i++) {
            habituation.next(0);
        }
        assertTrue(habituation.next(6) > 5.9);
    }

    @Test
    void theNewestSamplesMustBeExceededByTheMargin() {
        Habituation quiet = new Habituation(0, 1, 10, 0.3);
        assertEquals(2, quiet.next(2));
        assertEquals(0, quiet.next(2.2));
        for (int i = 0; i < 8; i++) {
            assertEquals(0, quiet.next(1));
        }
        // The first has left the newest ten, the second has not.
        assertEquals(0, quiet.next(2.4));
        assertEquals(2.8, quiet.next(2.8));
    }
}
