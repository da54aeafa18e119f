package io.sigmaprompt.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.input.Fault;
import org.junit.jupiter.api.Test;

class SessionTextTest {
    @Test
    void timesReadAsMinutesSecondsAndMilliseconds() {
        assertEquals("00:12.304", SessionText.time(12_304_000_000L));
        assertEquals("75:00.001", SessionText.time(4_500_001_000_000L));
        assertEquals("–", SessionText.time(Double.NaN));
    }

    @Test
    void numbersKeepFourDigitsAndNoNeedlessZeros() {
        assertEquals("0", SessionText.number(0));
        assertEquals("3", SessionText.number(3));
        assertEquals("0.0213", SessionText.number(0.0213));
        assertEquals("1235", SessionText.number(1234.6));
        assertEquals("-9.81", SessionText.number(-9.81));
        assertEquals("–", SessionText.number(Double.NaN));
        assertEquals("∞", SessionText.number(Double.POSITIVE_INFINITY));
    }

    @Test
    void faultsReadAsWhatBrokeWhereAndForHowLong() {
        assertEquals(
                "friction ×3 at elbow_joint", SessionText.fault(new Fault(Fault.Kind.FRICTION, "elbow_joint", 3, 0)));
        assertEquals(
                "telemetry gap for 0.4 s", SessionText.fault(new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 400_000_000)));
    }
}
