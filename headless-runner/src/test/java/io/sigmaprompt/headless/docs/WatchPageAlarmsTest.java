package io.sigmaprompt.headless.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.replay.JournalReplay;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.OutputRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of alarm rules in docs/watch.md does what the page says. */
class WatchPageAlarmsTest {
    private static final Path PAGE = Handbook.ROOT.resolve("docs/watch.md");

    @TempDir
    Path folder;

    private Scenario example() {
        Matcher block = Pattern.compile("```yaml watched.yaml\n(scenario: watched\n.*?)```", Pattern.DOTALL)
                .matcher(Handbook.read(PAGE));
        assertTrue(block.find());
        return ScenarioReader.parse(folder.resolve("watched.yaml"), block.group(1));
    }

    @Test
    void theWorkedExampleHoldsAndItsReplayRaisesTheSameAlarms() {
        List<AlarmRecord> alarms = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void output(OutputRecord record) {
                if (record instanceof AlarmRecord alarm) {
                    alarms.add(alarm);
                }
            }
        };
        RunOptions options = new RunOptions(0, true, folder.resolve("run"), false);
        RunResult result = new ScenarioRun(example(), options, List.of(listener)).run();
        assertEquals(Verdict.PASSED, result.verdict(), result.reason());
        assertEquals(
                List.of(),
                result.warnings().stream().filter(each -> each.contains("told")).toList());
        assertTrue(alarms.stream()
                .anyMatch(alarm -> alarm.id().equals("drag-and-fast")
                        && alarm.priority() == Priority.CRITICAL
                        && alarm.detail().escalated()));
        assertTrue(alarms.stream().anyMatch(alarm -> alarm.id().equals("group/contact") && alarm.isGroup()));
        assertEquals(
                result.traceHash(), JournalReplay.replay(result.runDirectory()).replayed());
    }
}
