package io.sigmaprompt.scenarios.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.TestArm;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunTest {
    private static final String GOOD = """
            scenario: good
            duration: 100 ms
            robots:
              - {name: arm, model: MODEL, hardware: virtual, mode: SIMULATED}
            expect:
              - never: {finding: {kind: stale}}
            """;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private SuiteRun suite(Path scenarios) {
        RunOptions options = new RunOptions(1, false, folder.resolve("out"), false);
        return new SuiteRun(scenarios, options, new SuiteListener() {
            @Override
            public void caseStarted(Path file, int index, int total) {
                told.add(index + "/" + total + " " + file.getFileName());
            }
        });
    }

    @Test
    void everyScenarioRunsAndABrokenFileDoesNotStopTheOthers() throws IOException {
        Path scenarios = Files.createDirectories(folder.resolve("suite"));
        Path deeper = Files.createDirectories(scenarios.resolve("deep"));
        TestArm.writeTo(scenarios);
        Files.writeString(scenarios.resolve("a-broken.yaml"), GOOD.replace("duration", "durration"));
        Files.writeString(scenarios.resolve("b-good.yaml"), GOOD.replace("MODEL", "arm.urdf"));
        Files.writeString(
                scenarios.resolve("c-failing.yaml"),
                GOOD.replace("MODEL", "arm.urdf").replace("never: {finding: {kind: stale}}", "finding: {}"));
        Files.writeString(deeper.resolve("d.yaml"), GOOD.replace("MODEL", "../arm.urdf"));
        Files.writeString(scenarios.resolve("notes.yaml"), "shopping: [milk]\n");

        SuiteResult result = suite(scenarios).run();

        assertEquals(List.of("1/4 a-broken.yaml", "2/4 b-good.yaml", "3/4 c-failing.yaml", "4/4 d.yaml"), told);
        SuiteCase broken = result.cases().getFirst();
        assertNotNull(broken.error());
        assertTrue(broken.error().contains("a-broken.yaml:2:1"), broken.error());
        assertEquals(2, result.passedCount());
        assertEquals(1, result.failedCount());
        assertEquals(1, result.erroredCount());
        assertFalse(result.passed());
        assertEquals(Verdict.FAILED, assertNotNullResult(result.cases().get(2)));
        assertTrue(Files.isRegularFile(folder.resolve("out/deep-d/result.json")));
        assertTrue(Files.isRegularFile(folder.resolve("out/b-good/journal")));
    }

    private static Verdict assertNotNullResult(SuiteCase suiteCase) {
        assertNotNull(suiteCase.result());
        return suiteCase.result().verdict();
    }

    @Test
    void aFolderWithoutScenariosIsBadInput() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        BadInputException e =
                assertThrows(BadInputException.class, () -> suite(empty).run());
        assertEquals("expected scenarios, found none", e.problem());
        assertThrows(
                BadInputException.class, () -> suite(folder.resolve("nowhere")).run());
    }
}
