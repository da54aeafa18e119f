package io.sigmaprompt.twin.telemetry.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrievancesTest {
    private final List<String> heard = new ArrayList<>();
    private final Grievances grievances = new Grievances(heard::add);

    @Test
    void whatDiffersOnlyInItsNumbersIsToldOnceAndThenWithItsCount() {
        for (int i = 1; i <= 150; i++) {
            grievances.tell("log.csv:" + i + ":4: expected a number for elbow, found '" + (char) ('a' + i % 20) + "'");
        }
        assertEquals(3, heard.size(), heard.toString());
        assertTrue(heard.get(0).startsWith("log.csv:1:4:"));
        assertTrue(heard.get(1).startsWith("10 times by now") && heard.get(1).contains("log.csv:10:4"));
        assertTrue(heard.get(2).startsWith("100 times by now"));
    }

    @Test
    void theVerySameIsToldOnceAndJointsThatDifferInANumberEachForItself() {
        for (int i = 0; i < 30; i++) {
            grievances.tell("effort: expected 6 numbers, found 5");
            grievances.tellOfStranger("J1");
            grievances.tellOfStranger("J2");
        }
        assertEquals(3, heard.size(), heard.toString());
    }

    @Test
    void afterASnapshotTheCountGoesOn() {
        for (int i = 1; i <= 7; i++) {
            grievances.tell("row " + i + " is odd");
        }
        CanonicalOutput out = new CanonicalOutput();
        grievances.save(out);
        Grievances later = new Grievances(heard::add);
        later.restore(new CanonicalInput(out.toByteArray()));
        for (int i = 8; i <= 10; i++) {
            later.tell("row " + i + " is odd");
        }
        assertEquals(2, heard.size());
        assertTrue(heard.getLast().startsWith("10 times by now"), heard.getLast());
    }
}
