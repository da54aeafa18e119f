package io.sigmaprompt.twin.telemetry.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameProposalTest {
    private static List<String> numbered(String stem, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> stem + i).toList();
    }

    private static NameProposal proposed(List<String> source, List<String> model) {
        NameProposal proposal = NameProposal.of(source, model);
        assertNotNull(proposal);
        return proposal;
    }

    @Test
    void theArmOfAnotherGenerationIsKnownByTheEndsOfItsNames() {
        List<String> model = new java.util.ArrayList<>(List.of("panda_finger_joint1", "panda_finger_joint2"));
        model.addAll(numbered("panda_joint", 1, 7));
        NameProposal proposal = proposed(numbered("fer_joint", 1, 7), model);
        assertEquals(7, proposal.joints().size());
        assertEquals("panda_joint4", proposal.joints().get("fer_joint4"));
        assertTrue(proposal.text().startsWith("{fer_joint1: panda_joint1, fer_joint2"), proposal::text);
        assertTrue(proposal.reason().contains("'fer' stands for 'panda'"), proposal::reason);
    }

    @Test
    void aPrefixOrAnEndingThatIsThereOnOneSideOnlyIsSeen() {
        assertEquals(
                Map.of("left_elbow", "elbow", "left_wrist", "wrist", "left_pan", "pan"),
                proposed(List.of("left_elbow", "left_wrist", "left_pan"), List.of("pan", "elbow", "wrist"))
                        .joints());
        assertEquals(
                Map.of("elbow", "elbow_joint", "pan", "pan_joint"),
                proposed(List.of("elbow", "pan"), List.of("pan_joint", "elbow_joint"))
                        .joints());
    }

    @Test
    void numbersThatBeginAtZeroGoWithThoseThatBeginAtOne() {
        NameProposal proposal = proposed(List.of("J0", "J2", "J1"), List.of("axis_1", "axis_2", "axis_3"));
        assertEquals(Map.of("J0", "axis_1", "J1", "axis_2", "J2", "axis_3"), proposal.joints());
    }

    @Test
    void spellingAndLikenessAreEnough() {
        assertEquals(
                "shoulder_pan_joint",
                proposed(List.of("ShoulderPanJoint", "other"), List.of("shoulder_pan_joint", "x"))
                        .joints()
                        .get("ShoulderPanJoint"));
        assertEquals(
                Map.of("elbw_joint", "elbow_joint"),
                proposed(List.of("elbw_joint"), List.of("elbow_joint")).joints());
    }

    @Test
    void whereOnlyTheOrderSpeaksTheProposalSaysSo() {
        NameProposal proposal = proposed(List.of("base", "arm"), List.of("q", "r"));
        assertEquals(Map.of("base", "q", "arm", "r"), proposal.joints());
        assertTrue(proposal.reason().contains("order"), proposal::reason);
    }

    @Test
    void whatIsKnownIsLeftAloneAndNothingIsProposedWithoutReason() {
        assertNull(NameProposal.of(List.of("a", "b"), List.of("a", "b")));
        assertNull(NameProposal.of(List.of("gripper", "pan"), List.of("pan", "lift", "elbow")));
    }

    @Test
    void namesThatYamlWouldReadOtherwiseAreQuoted() {
        NameProposal proposal = proposed(List.of("no", "2"), List.of("yes", "up"));
        assertTrue(proposal.text().startsWith("{\"no\": \"yes\", "), proposal::text);
    }
}
