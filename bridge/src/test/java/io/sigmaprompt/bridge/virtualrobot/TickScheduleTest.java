package io.sigmaprompt.bridge.virtualrobot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TickScheduleTest {
    @Test
    void ticksKeepPaceHoweverLateTheyRun() {
        TickSchedule schedule = new TickSchedule(1_000);
        Random random = new Random(3);
        long now = 1_000;
        long ran = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextLong(5_000_000);
            ran += schedule.due(now);
        }
        assertEquals((now - 1_000) / 1_000_000, ran);
        assertEquals(0, schedule.skipped());
    }

    @Test
    void aStallIsNotMadeUpForBeyondTheBurst() {
        TickSchedule schedule = new TickSchedule(0);
        assertEquals(50, schedule.due(2_000_000_000));
        assertEquals(1_950, schedule.skipped());
        assertEquals(0, schedule.due(2_000_900_000));
        assertEquals(1, schedule.due(2_001_000_000));
    }

    @Test
    void nothingIsDueBeforeTheFirstTick() {
        TickSchedule schedule = new TickSchedule(0);
        assertEquals(0, schedule.due(999_999));
        assertEquals(1_000_000, schedule.nextNanos());
    }
}
