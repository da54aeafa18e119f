package io.sigmaprompt.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.scenarios.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
    @TempDir
    static Path directory;

    private static String report = "";
    private static final RunRecorder RECORDER = new RunRecorder();

    @BeforeAll
    static void tellASession() throws IOException {
        new ExampleSession().tell(RECORDER, directory, Verdict.FAILED);
        report = Files.readString(directory.resolve(RunRecorder.REPORT));
    }

    @Test
    void theReportSaysVerdictAndWhy() {
        assertContains("✗ FAILED");
        assertContains("1 of 2 expectations did not hold");
        assertContains("it reached 0.0213 rad &amp; stayed there");
    }

    @Test
    void theReportTellsDecisionsWithTheirReasons() {
        assertContains("slow_and_report");
        assertContains("pick_part 10");
        assertContains("50 beats 10 by more than the margin of 5");
    }

    @Test
    void theReportTellsFindingsFaultsAlarmsAndTheGate() {
        assertContains("residual/elbow_joint");
        assertContains("friction ×3 at elbow_joint");
        assertContains("telemetry gap for 0.4 s");
        assertContains(" by timeline");
        assertContains("STOP, by the timeline");
        assertContains("1601 to hardware");
    }

    @Test
    void theReportSaysHowToGetTheSameRunAgain() {
        assertContains("9f3c5ad1e0b2477681b6a7d5f4c3928170e6d5c4b3a2918f7e6d5c4b3a2918f7");
        assertContains("sigma replay " + directory);
        assertContains("<dt>seed</dt><dd class=mono>7</dd>");
        String hash = ModelHash.of(
                ExampleSession.scenario().session().twins().getFirst().body().model());
        assertContains("<dt>dynamics of arm</dt><dd>compiled kernel, model <code>" + hash + "</code></dd>");
    }

    @Test
    void theReportNeedsNothingButItself() {
        assertFalse(report.contains("http://") || report.contains("https://"), "a link to elsewhere");
        assertFalse(report.contains(" src="), "something that is fetched");
        assertFalse(report.contains("@import") || report.contains("url("), "a style that is fetched");
    }

    @Test
    void wordsOfAScenarioCannotBecomeMarkup() {
        assertContains("slow the arm &lt;down&gt;.");
        assertFalse(report.contains("<down>"));
    }

    @Test
    void everyJointHasItsFourPlotsAndNoneOfTheirNumbersIsBroken() {
        assertEquals(1, count("<figure class=close"), "the finding from near");
        assertEquals(2 * 4 + 1, count("<figure class=") - 1);
        Matcher path = Pattern.compile(" d=\"([^\"]*)\"").matcher(report);
        int paths = 0;
        while (path.find()) {
            assertTrue(path.group(1).matches("(M[-0-9. ]+(L[-0-9. ]+)*)+"), path.group(1));
            paths++;
        }
        assertEquals(2 * 5 + 1, paths);
    }

    @Test
    void silenceBreaksALineInsteadOfBeingBridged() {
        Matcher path = Pattern.compile("class=\"line s-fg\" d=\"([^\"]*)\"").matcher(report);
        assertTrue(path.find(report.indexOf("<b>position</b>")));
        assertEquals(2, path.group(1).chars().filter(c -> c == 'M').count(), "before and after the gap at 16 s");
    }

    @Test
    void whatWasThereIsNotCalledUnavailable() {
        assertEquals(List.of(), RECORDER.unavailable());
    }

    private static int count(String text) {
        return report.split(Pattern.quote(text), -1).length - 1;
    }

    private static void assertContains(String text) {
        assertTrue(report.contains(text), () -> "the report does not say: " + text);
    }
}
