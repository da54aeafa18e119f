package io.sigmaprompt.twin.analysis.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.analysis.FindingBoard;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What explanations name becomes findings only where it explains the difference, and names that flicker become one. */
class InteractionDetectorTest {
    private static final double[] ACTS = {0, -2, 3};
    private static final double[] OVER = {0, 0, 0};

    private final List<FindingRecord> told = new ArrayList<>();
    private final FindingBoard board = new FindingBoard("arm", told::add);
    private final InteractionDetector detector = new InteractionDetector(ThreeJointArm.model());
    private long now;

    private static Cause push(String link, double share, double[] part) {
        return new Cause(Kind.EXTERNAL_CONTACT, link, share, 30, 0.5, "N", 400, part, "something pushes " + link);
    }

    private static Cause load(String link, double share) {
        return new Cause(Kind.PARAMETER_DRIFT, link, share, 2, 0.01, "kg", 400, ACTS, link + " carries more");
    }

    private static Cause unknown(double share) {
        return new Cause(Kind.UNKNOWN, "", share, Double.NaN, Double.NaN, "", 0, ACTS, "nobody knows");
    }

    /** So many explanations in a row, five a second. */
    private void explain(int times, Cause... causes) {
        for (int i = 0; i < times; i++) {
            now += 200_000_000;
            detector.take(
                    new ExplanationRecord("arm", now, 1.5, List.of("pan", "lift", "elbow"), List.of(causes)), board);
        }
    }

    private List<String> ids() {
        return told.stream().map(f -> (f.active() ? "+" : "-") + f.id()).toList();
    }

    @Test
    void aPushThatExplainsTheDifferenceIsFoundAndGoesWhenItNoLongerActs() {
        explain(5);
        explain(5, push("fore", 0.98, ACTS));
        assertEquals(List.of("+contact/fore"), ids());
        assertEquals(1_400_000_000L, told.getFirst().simNanos());
        assertEquals(1_000_000_000L, told.getFirst().evidence().fromNanos());
        explain(7, push("fore", 0.98, OVER));
        explain(5);
        assertEquals(List.of("+contact/fore", "-contact/fore"), ids());
        assertTrue(
                told.getLast().explanation().contains("since 2.0 s"),
                told.getLast().explanation());
    }

    @Test
    void whatIsNamedOnceIsNotFound() {
        explain(5);
        explain(1, push("fore", 0.98, ACTS));
        explain(5);
        assertEquals(List.of(), ids());
    }

    @Test
    void aRobotThatNeverAgreedWithItsModelIsNotFoundPushed() {
        explain(10, push("fore", 0.98, ACTS));
        assertEquals(List.of(), ids());
        explain(1);
        explain(3, push("fore", 0.98, ACTS));
        assertEquals(List.of("+contact/fore"), ids());
    }

    @Test
    void itMayBeFoundLoadedFromTheBeginning() {
        explain(10, load("fore", 0.98));
        assertEquals(List.of("+payload/fore"), ids());
        assertEquals("elbow", told.getFirst().joint());
    }

    @Test
    void whereMuchStaysUnexplainedNothingIsFound() {
        explain(5);
        explain(10, push("fore", 0.6, ACTS), unknown(0.4));
        explain(10, load("fore", 0.6), unknown(0.4));
        explain(10, push("fore", 0.4, ACTS), load("upper", 0.3), unknown(0.1));
        assertEquals(List.of(), ids());
    }

    @Test
    void namesThatFlickerAreOnePush() {
        explain(5);
        for (int i = 0; i < 5; i++) {
            explain(3, push("fore", 0.98, ACTS));
            explain(2, push("upper", 0.98, ACTS));
        }
        explain(10);
        assertEquals(List.of("+contact/fore", "-contact/fore"), ids());
    }

    @Test
    void aPlaceThatIsNamedForLongReplacesTheFirst() {
        explain(5);
        explain(3, push("fore", 0.98, ACTS));
        explain(10, push("upper", 0.98, ACTS));
        assertEquals(List.of("+contact/fore", "-contact/fore", "+contact/upper"), ids());
        explain(10);
        assertEquals("-contact/upper", ids().getLast());
    }

    @Test
    void aLoadThatIsPutDownIsNoPush() {
        explain(5);
        explain(10, load("fore", 0.98));
        explain(7, push("fore", 0.98, OVER));
        explain(10);
        assertEquals(List.of("+payload/fore", "-payload/fore"), ids());
    }
}
