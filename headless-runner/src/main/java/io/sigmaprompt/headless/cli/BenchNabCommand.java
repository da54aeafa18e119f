package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.bench.nab.NabCorpus;
import io.sigmaprompt.headless.bench.nab.NabDetectors;
import io.sigmaprompt.headless.bench.nab.NabReport;
import io.sigmaprompt.headless.bench.nab.NabResultFiles;
import io.sigmaprompt.headless.bench.nab.NabRun;
import io.sigmaprompt.headless.report.NabPage;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.analysis.stream.SignalDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs detectors over the Numenta Anomaly Benchmark and scores them by its rules. */
@Command(
        name = "nab",
        header = "Score our streaming detectors on the Numenta Anomaly Benchmark.",
        description =
                "Each detector sees every series row by row, with one setting for all and nothing known of what is to come. "
                        + "Scored as the benchmark says: of the detections in a window the first counts, the more the earlier; others "
                        + "cost; one threshold for all series, the best, for each of three profiles. The last line of a detector judges "
                        + "each series by the threshold that is best for the others.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma bench nab NAB/",
            "  sigma bench nab NAB/ --out results/",
            "  sigma bench nab NAB/ --detector context --threshold 0.5",
            "  sigma bench nab NAB/ --detector context --json nab.json"
        })
final class BenchNabCommand implements Callable<Integer> {
    private static final String PAGE = "nab.html";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BenchCommand bench;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "The benchmark's folder, with data/GROUP/NAME.csv and labels/combined_windows.json.")
    @SuppressWarnings("NullAway.Init")
    private String folder;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            description = "Which detector to run: context or windowed-gaussian; may be repeated. Left out: both.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "From which score on a detector detects, 0 to 1. Left out: the best for all series, as the"
                    + " benchmark has it. Ours are made for 0.5.")
    private @Nullable Double threshold;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write each series' scores in the benchmark's result format, and " + PAGE
                    + " with all series drawn; made where it is not there.")
    private @Nullable Path out;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "With --json: where to write the object, instead of standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Map<String, Supplier<SignalDetector>> detectors = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? NabDetectors.USUAL : names) {
            detectors.put(name, NabDetectors.named(name));
        }
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new BadInputException(
                    "--threshold", "expected a score from 0 to 1, found " + threshold, "Leave it out for the best.");
        }
        Path given = GivenPath.folder("DIR", folder, "Name the folder that holds data and labels.");
        BenchOutput output = BenchOutput.of(bench, file);
        Console console = output.console();
        Path target = out;
        if (target != null) {
            make(target);
        }
        NabCorpus corpus = NabCorpus.read(given);
        console.warnings(NabReport.warnings(corpus));
        List<NabRun> runs = new ArrayList<>();
        for (Supplier<SignalDetector> detector : detectors.values()) {
            runs.add(NabRun.of(corpus, detector, threshold, console::progress));
        }
        console.endStatus();
        NabReport report = new NabReport(corpus, runs);
        report.lines().forEach(console::line);
        if (target != null) {
            runs.forEach(run -> NabResultFiles.write(run, target));
            write(target.resolve(PAGE), new NabPage(corpus, runs).write());
            console.line();
            console.line("wrote " + target.resolve(PAGE) + " and the scores of every series beside it");
        }
        output.write(report::object);
        return ExitCode.PASSED;
    }

    /** Looked at before anything is measured. */
    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException(
                    "--out", "expected a folder that can be made, found " + e, "Name another place.");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
