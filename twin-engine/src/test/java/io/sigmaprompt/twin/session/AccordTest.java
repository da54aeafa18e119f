package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccordTest {
    private static final long SECOND = 1_000_000_000;

    private final List<OutputRecord> told = new ArrayList<>();
    private final Accord accord = new Accord("arm", told::add);

    private static ExplanationRecord explanation(double seconds, boolean agrees) {
        Cause unknown = new Cause(
                ExplanationRecord.Kind.UNKNOWN, "", 1, Double.NaN, Double.NaN, "", 0, new double[0], "nothing fits");
        return new ExplanationRecord(
                "arm", (long) (seconds * SECOND), 1.5, List.of(), agrees ? List.of() : List.of(unknown));
    }

    @Test
    void aRobotThatNeverAgreedIsToldOfOnce() {
        for (double t = 0.4; t < 20; t += 0.2) {
            accord.take(explanation(t, false));
        }
        assertEquals(1, told.size());
        NoticeRecord notice = (NoticeRecord) told.getFirst();
        assertEquals(5.4, notice.simNanos() * 1e-9, 0.21);
        assertTrue(notice.text().contains("sigma calibrate"), notice.text());
    }

    @Test
    void aRobotThatAgreedOnceMayDifferAfterwards() {
        accord.take(explanation(0.4, false));
        accord.take(explanation(0.6, true));
        for (double t = 0.8; t < 20; t += 0.2) {
            accord.take(explanation(t, false));
        }
        assertEquals(List.of(), told);
    }

    @Test
    void whatWasSavedGoesOn() {
        accord.take(explanation(1, false));
        CanonicalOutput out = new CanonicalOutput();
        accord.save(out);
        Accord again = new Accord("arm", told::add);
        again.restore(new CanonicalInput(out.toByteArray()));
        again.take(explanation(5.9, false));
        assertEquals(List.of(), told);
        again.take(explanation(6, false));
        assertEquals(1, told.size());
    }
}
