package io.sigmaprompt.physics.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("revolute", "prismatic", "fixed");

    @Test
    void a_slip_of_the_finger_finds_its_word() {
        assertEquals("revolute", Suggestion.nearest("revolut", KNOWN));
        assertEquals("fixed", Suggestion.nearest("fxied", KNOWN));
        assertEquals("prismatic", Suggestion.nearest("Prismatic", KNOWN));
        assertEquals(" (did you mean 'fixed'?)", Suggestion.phrase("fixd", KNOWN));
    }

    @Test
    void a_word_far_from_all_finds_none() {
        assertNull(Suggestion.nearest("banana", KNOWN));
        assertNull(Suggestion.nearest("x".repeat(100_000), KNOWN));
        assertEquals("", Suggestion.phrase("banana", KNOWN));
    }
}
