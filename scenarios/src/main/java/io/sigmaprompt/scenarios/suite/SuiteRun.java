package io.sigmaprompt.scenarios.suite;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.RunDirectory;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs every scenario below a folder, one after the other, in lock-step and as fast as it can. */
public final class SuiteRun {
    private static final Pattern SCENARIO = Pattern.compile("(?m)^scenario\\s*:");

    private final Path folder;
    private final RunOptions options;
    private final SuiteListener listener;

    /**
     * A suite.
     *
     * @param options where to record, and whether the trace; every case runs in lock-step and as fast as it can
     */
    public SuiteRun(Path folder, RunOptions options, SuiteListener listener) {
        this.folder = folder;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Runs them all on the calling thread; one that breaks does not stop the others.
     *
     * @throws BadInputException if there is no such folder, or no scenario in it
     */
    public SuiteResult run() {
        long begin = System.nanoTime();
        List<Path> files = scenarios();
        Path wanted = options.runDirectory();
        if (wanted != null) {
            RunDirectory.checkEmpty(wanted);
        }
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        Path directory =
                wanted == null ? RunDirectory.fresh(RunDirectory.runs(), RunDirectory.dated("suite-" + name)) : wanted;
        List<SuiteCase> cases = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            listener.caseStarted(files.get(i), i + 1, files.size());
            SuiteCase suiteCase = run(files.get(i), directory);
            cases.add(suiteCase);
            listener.caseFinished(suiteCase);
        }
        return new SuiteResult(folder, directory, cases, (System.nanoTime() - begin) * 1e-9);
    }

    private SuiteCase run(Path file, Path directory) {
        Outcome outcome = new Outcome();
        try {
            List<RunListener> followers = new ArrayList<>(listener.listenersFor(file));
            followers.add(outcome);
            RunOptions each = new RunOptions(0, true, RunDirectory.fresh(directory, caseName(file)), options.record());
            try (ScenarioRun run = new ScenarioRun(ScenarioReader.read(file), each, followers)) {
                return new SuiteCase(file, run.run(), null);
            }
        } catch (BadInputException | OutsideFailureException e) {
            return new SuiteCase(file, outcome.result, e.getMessage());
        }
    }

    /** Remembers the result of a run that ends with an exception. */
    private static final class Outcome implements RunListener {
        private @Nullable RunResult result;

        @Override
        public void finished(RunResult finished) {
            result = finished;
        }
    }

    private List<Path> scenarios() {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder.toString(), "there is no such folder", "Name a folder of scenarios.");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(SuiteRun::isScenario)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new BadInputException(
                        folder.toString(),
                        "expected scenarios, found none",
                        "A scenario is a .yaml file that begins with 'scenario: NAME'.");
            }
            return found;
        } catch (IOException e) {
            throw new OutsideFailureException(
                    folder.toString(), "cannot be read: " + e.getMessage(), "Look at its permissions.", e);
        }
    }

    /** Whether a file means to be a scenario, even if it is a broken one. */
    private static boolean isScenario(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            return false;
        }
        try {
            return SCENARIO.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            return true;
        }
    }

    private String caseName(Path file) {
        String path = folder.relativize(file).toString().replaceAll("[^A-Za-z0-9._-]", "-");
        return path.substring(0, path.lastIndexOf('.'));
    }
}
