package io.sigmaprompt.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import io.sigmaprompt.scenarios.replay.JournalReplay;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {
    @TempDir
    private Path folder;

    static Stream<String> names() {
        return ShippedLibrary.scenarios().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void passesInLockStepAndReplaysToTheSameBits(String name) {
        RunResult result = new ScenarioRun(
                        ScenarioReader.read(ShippedLibrary.scenario(name)),
                        new RunOptions(0, true, folder.resolve(name), false),
                        List.of())
                .run();
        assertEquals(Verdict.PASSED, result.verdict(), result.reason());
        assertTrue(JournalReplay.replay(result.runDirectory()).same());
    }
}
