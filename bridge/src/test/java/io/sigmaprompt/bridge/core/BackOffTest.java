package io.sigmaprompt.bridge.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void pausesGrowFromTheLeastToTheGreatest() {
        BackOff backOff = new BackOff(200, 5_000, 1);
        long nominal = 200;
        for (int i = 0; i < 12; i++) {
            long pause = backOff.nextNanos();
            assertTrue(pause <= nominal && pause >= nominal * 3 / 4, pause + " of " + nominal);
            nominal = Math.min(5_000, nominal * 2);
        }
        backOff.reset();
        assertTrue(backOff.nextNanos() <= 200);
    }

    @Test
    void theSameSeedWaitsTheSame() {
        BackOff one = new BackOff(1_000_000, 8_000_000, 42);
        BackOff same = new BackOff(1_000_000, 8_000_000, 42);
        BackOff other = new BackOff(1_000_000, 8_000_000, 43);
        long first = one.nextNanos();
        assertEquals(first, same.nextNanos());
        assertNotEquals(first, other.nextNanos());
    }
}
