package io.sigmaprompt.twin.arbitration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.skill.Goal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorityArbiterTest {
    private static final long SECOND = 1_000_000_000;

    private final List<DecisionRecord> decisions = new ArrayList<>();
    private final PriorityArbiter arbiter = new PriorityArbiter("arm", new ArbitrationSettings(5, SECOND / 2));

    private static Proposal wish(String behaviour, double priority) {
        return new Proposal("mind", behaviour, priority, new Goal.Hold(), "it is " + behaviour);
    }

    private String choose(double seconds, Proposal... proposals) {
        Proposal chosen = arbiter.choose((long) (seconds * SECOND), List.of(proposals), decisions::add);
        assertNotNull(chosen);
        return chosen.behaviour();
    }

    @Test
    void theStrongestWishWinsAndTheOthersAreNamed() {
        assertEquals("b", choose(0, wish("a", 10), wish("b", 20), wish("c", 15)));
        DecisionRecord decision = decisions.getFirst();
        assertEquals(
                List.of("c", "a"),
                decision.over().stream().map(DecisionRecord.Loser::behaviour).toList());
        assertTrue(decision.reason().contains("it is b"));
    }

    @Test
    void theRunningWishIsNotLeftForALittle() {
        choose(0, wish("a", 10), wish("b", 9));
        assertEquals("a", choose(2, wish("a", 10), wish("b", 14)));
        assertEquals("b", choose(3, wish("a", 10), wish("b", 16)));
        assertEquals(2, decisions.size());
        assertEquals("priority", decisions.getLast().rule());
    }

    @Test
    void aYoungWishIsHarderToReplace() {
        choose(0, wish("a", 10));
        assertEquals("a", choose(0.1, wish("a", 10), wish("b", 18)));
        assertEquals("b", choose(0.2, wish("a", 10), wish("b", 21)));
    }

    @Test
    void aWithdrawnWishGivesWayToTheNext() {
        choose(0, wish("a", 50), wish("b", 10));
        assertEquals("b", choose(0.1, wish("b", 10)));
        assertTrue(decisions.getLast().reason().contains("a was withdrawn"));
    }

    @Test
    void amongEqualsTheFirstWins() {
        assertEquals("a", choose(0, wish("a", 10), wish("b", 10)));
    }

    @Test
    void whereNobodyWantsAnythingNothingIsChosen() {
        assertNull(arbiter.choose(0, List.of(), decisions::add));
        assertEquals(List.of(), decisions);
    }

    @Test
    void aWishPutForwardTwiceIsNoRivalOfItself() {
        Proposal[] twice = {wish("slow", 50), wish("slow", 10), wish("go", 20)};
        for (int cycle = 0; cycle < 5; cycle++) {
            assertEquals("slow", choose(cycle, twice));
        }
        assertEquals(1, decisions.size());
        assertEquals(
                List.of("go"),
                decisions.getFirst().over().stream()
                        .map(DecisionRecord.Loser::behaviour)
                        .toList());
    }
}
