package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.journal.JournalBench;
import io.sigmaprompt.headless.bench.journal.JournalBenchPlan;
import io.sigmaprompt.headless.bench.journal.JournalBenchReport;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures what it costs to keep a session. */
@Command(
        name = "journal",
        header = "Measure what it costs to keep a session, and how fast one that was kept is come back to.",
        description =
                "Writing a trace's file, plain and packed; opening a large one by its index. The same session run with "
                        + "and without journal and trace, in turns, and replayed from its journal, the hash compared. Taking and "
                        + "restoring the state of a world and of a whole session. Writes up to 1.5 GB, and deletes it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma bench journal",
            "  sigma bench journal --joints 6 --rate 125",
            "  sigma bench journal --quick --json journal.json"
        })
final class BenchJournalCommand implements Callable<Integer> {
    /** Five boxes that touch: 30 degrees of freedom. */
    private static final String WORLD = "library:stack5";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BenchCommand bench;

    @Option(names = "--joints", paramLabel = "J", defaultValue = "30", description = "Joints; the default is 30.")
    private int joints;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "500",
            description = "Joint states a second; the default is 500.")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "Session time of each round; the default is 20.")
    private double seconds;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "A folder on the disk to measure; the system's folder for temporary files if it is left out.")
    private @Nullable Path where;

    @Option(names = "--quick", description = "Some seconds in all; not to be quoted.")
    private boolean quick;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "With --json: where to write the object, instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (joints < 1 || joints > 200) {
            throw new BadInputException("--joints", "expected 1 to 200, found " + joints, "Arms have six or seven.");
        }
        if (rate < 1 || rate > 1000) {
            throw new BadInputException("--rate", "expected 1 to 1000, found " + rate, "A tick is a millisecond.");
        }
        if (!(seconds >= 1 && seconds <= 600)) {
            throw new BadInputException("--seconds", "expected 1 to 600, found " + seconds, "Twenty are enough.");
        }
        if (where != null && !Files.isDirectory(where)) {
            throw new BadInputException("--in", "expected a folder, found none at " + where, "Name one that is there.");
        }
        JournalBenchPlan full = JournalBenchPlan.full(joints, rate, seconds);
        JournalBenchPlan plan = quick ? full.quick() : full;
        BenchOutput output = BenchOutput.of(bench, file);
        Console console = output.console();
        JournalBenchReport report = new JournalBenchReport(plan);
        report.head().forEach(console::line);
        JournalBench.Outcome outcome = measure(plan, console);
        console.endStatus();
        report.lines(outcome).forEach(console::line);
        output.write(() -> report.object(outcome));
        return ExitCode.PASSED;
    }

    private JournalBench.Outcome measure(JournalBenchPlan plan, Console console) {
        try {
            Path folder = where == null
                    ? Files.createTempDirectory("sigma-bench-")
                    : Files.createTempDirectory(where, "sigma-bench-");
            try {
                return new JournalBench(plan, folder, GivenPath.scene(WORLD), console::progress).measure();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new OutsideFailureException(
                    where == null ? System.getProperty("java.io.tmpdir") : where.toString(),
                    "the bench cannot write there: " + e.getMessage(),
                    "Look at the disk, or name another folder with --in.",
                    e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }
}
