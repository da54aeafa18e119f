package io.sigmaprompt.headless.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.replay.JournalReplay;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.twin.port.NoveltyModelProvider;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The random cut forest in a run of a scenario. */
class NoveltyRunTest {
    private static final double RATE = 0.01;
    private static final double BREAKS = 50;
    private static final String ROBOT = """
            <robot name="pair">
              <link name="base"/>
              <link name="l">
                <inertial><mass value="1"/><inertia ixx="0.01" iyy="0.01" izz="0.01" ixy="0" ixz="0" iyz="0"/></inertial>
              </link>
              <link name="r">
                <inertial><mass value="1"/><inertia ixx="0.01" iyy="0.01" izz="0.01" ixy="0" ixz="0" iyz="0"/></inertial>
              </link>
              <joint name="left" type="revolute">
                <parent link="base"/><child link="l"/><axis xyz="0 0 1"/>
                <limit lower="-3" upper="3" velocity="5" effort="50"/>
              </joint>
              <joint name="right" type="revolute">
                <parent link="base"/><child link="r"/><origin xyz="1 0 0"/><axis xyz="0 0 1"/>
                <limit lower="-3" upper="3" velocity="5" effort="50"/>
              </joint>
            </robot>
            """;
    private static final String SCENARIO = """
            scenario: pair
            seed: 7
            duration: 60 s
            robots:
              - name: pair
                model: pair.urdf
                hardware: log.csv
                mode: MIRROR
                analysis: {novelty: random-cut-forest}
            """;

    private final List<FindingRecord> findings = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Two joints swing as one until the right one begins to lag; each by itself does what it always did. */
    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("pair.urdf"), ROBOT);
        Random random = new Random(1);
        StringBuilder log = new StringBuilder("time_s,q_left,q_right,qd_left,qd_right\n");
        double lag = 0;
        for (int i = 0; i < 6100; i++) {
            double phase = Math.PI * RATE * i;
            double slower = i * RATE < BREAKS ? 1 : 0.94;
            log.append(String.format(
                    Locale.ROOT,
                    "%.3f,%.6f,%.6f,%.6f,%.6f%n",
                    i * RATE,
                    0.5 * Math.sin(phase) + 2e-4 * random.nextGaussian(),
                    0.5 * Math.sin(phase - lag) + 2e-4 * random.nextGaussian(),
                    0.5 * Math.PI * Math.cos(phase) + 2e-3 * random.nextGaussian(),
                    0.5 * Math.PI * slower * Math.cos(phase - lag) + 2e-3 * random.nextGaussian()));
            lag += (1 - slower) * Math.PI * RATE;
        }
        Files.writeString(folder.resolve("log.csv"), log);
    }

    private RunResult run(String directory) {
        RunListener listener = new RunListener() {
            @Override
            public void output(OutputRecord output) {
                if (output instanceof FindingRecord finding) {
                    findings.add(finding);
                }
            }
        };
        return new ScenarioRun(
                        ScenarioReader.parse(folder.resolve("pair.yaml"), SCENARIO),
                        new RunOptions(0, false, folder.resolve(directory), false),
                        List.of(listener))
                .run();
    }

    @Test
    void whatOnlyTheJointsTogetherShowIsNovelAndTheReplayNeedsNoForest() {
        RunResult first = run("a");
        assertFalse(findings.isEmpty(), "the lag is found");
        for (FindingRecord finding : findings) {
            assertEquals(Kind.NOVELTY, finding.kind(), "no signal by itself is odd: " + finding);
            assertTrue(finding.simNanos() > BREAKS * 1e9, "before the fault nothing is odd: " + finding);
        }
        assertEquals(BREAKS, findings.getFirst().simNanos() * 1e-9, 5, "seconds until it is found");
        assertEquals(first.traceHash(), run("b").traceHash(), "the same scenario and seed, the same bits");
        Thread thread = Thread.currentThread();
        ClassLoader whole = thread.getContextClassLoader();
        thread.setContextClassLoader(new WithoutForest(whole));
        try {
            assertThrows(BadInputException.class, () -> run("c"), "without the forest it cannot be run");
            JournalReplay.Comparison replay = JournalReplay.replay(folder.resolve("a"));
            assertTrue(replay.same());
            assertEquals(first.traceHash(), replay.replayed());
        } finally {
            thread.setContextClassLoader(whole);
        }
    }

    /** Sees all but novelty models. */
    private static final class WithoutForest extends ClassLoader {
        WithoutForest(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.endsWith(NoveltyModelProvider.class.getName())
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }
}
