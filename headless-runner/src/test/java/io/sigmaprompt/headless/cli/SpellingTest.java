package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void twoSwappedLettersAreOneMistake() {
        assertEquals(1, Spelling.distance("rnu", "run"));
        assertEquals(3, Spelling.distance("", "run"));
        assertEquals(0, Spelling.distance("run", "run"));
    }

    @Test
    void whatIsFarFromAllNamesGetsNoSuggestion() {
        assertEquals(List.of(), Spelling.nearest("fetch", List.of("run", "replay", "model")));
        assertEquals(List.of("replay"), Spelling.nearest("repaly", List.of("run", "replay", "model")));
    }
}
