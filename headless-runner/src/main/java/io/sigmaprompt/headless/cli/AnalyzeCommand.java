package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.analysis.AnalysisResult;
import io.sigmaprompt.headless.analysis.DetectorChoice;
import io.sigmaprompt.headless.analysis.LogAnalysis;
import io.sigmaprompt.headless.analysis.RecordedSignals;
import io.sigmaprompt.headless.analysis.RobotFindings;
import io.sigmaprompt.headless.analysis.RunSignals;
import io.sigmaprompt.headless.analysis.Spans;
import io.sigmaprompt.headless.analysis.label.LabelComparison;
import io.sigmaprompt.headless.analysis.label.LabelReport;
import io.sigmaprompt.headless.analysis.label.LabelledRows;
import io.sigmaprompt.headless.analysis.label.PatternFindings;
import io.sigmaprompt.headless.report.AnalysisPage;
import io.sigmaprompt.headless.report.SignalPictures;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.signal.SignalLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Looks through a recording for what is unusual. */
@Command(
        name = "analyze",
        header = "Find what is unusual in a recording.",
        description =
                "Run the detectors over a recording, row by row and with no look-ahead, and tell what they find, the most "
                        + "unusual first. With a robot its twin mirrors the recording, too, and adds what its limits and physics say. "
                        + "Labels in a table are never looked at; alarms are held against their onsets.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma analyze log.csv --out DIR",
            "  sigma analyze cobot.csv --map cobot.yaml --detectors spike,shift,novelty",
            "  sigma analyze log.db3 --robot arm.urdf --json",
            "  sigma analyze flight.ulg --detectors -jitter"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private static final String PAGE = "analysis.html";
    private static final String MAP = "columns.yaml";
    private static final String JOURNAL = "journal";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            paramLabel = "LOG|RUN_DIR",
            description = "A recording (.csv, .tsv, .db3, .mcap, rosbag2 folder, .bag, .ulg) or a run directory.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--robot",
            paramLabel = "ROBOT",
            description = "The robot that was recorded; then its limits and its physics are looked at, too.")
    private @Nullable String robot;

    @Option(
            names = {"--map", "--columns"},
            paramLabel = "MAP",
            description = "Which column of a table is what, in YAML or JSON; what it leaves open is guessed.")
    private @Nullable String columns;

    @Option(
            names = "--detectors",
            paramLabel = "A,B,-C",
            description = "What to look for, as spike,shift, or what not, as -jitter; everything unless told.")
    private @Nullable String detectors;

    @Option(
            names = "--labels",
            paramLabel = "COLS",
            split = ",",
            description = "Columns that are labels; unless told those of the map, or those that hold true and false.")
    private List<String> labels = List.of();

    @Option(
            names = "--tolerance",
            paramLabel = "S",
            defaultValue = "3",
            description = "How far from a label's onset an alarm counts as right, in seconds (3).")
    private double tolerance;

    @Option(names = "--topic", paramLabel = "T", description = "The topic that carries the joint states.")
    private @Nullable String topic;

    @Option(
            names = "--learn",
            paramLabel = "FILE",
            description = "Write down what was normal in each signal, for --normal.")
    private @Nullable Path learn;

    @Option(
            names = "--normal",
            paramLabel = "FILE",
            description = "Start from what was normal in a recording before (--learn) instead of from nothing.")
    private @Nullable String normal;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write " + PAGE + " there, and for a table the column map that was used.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Console console = sigma.console();
        Path path = GivenPath.existing("LOG|RUN_DIR", source);
        DetectorChoice choice = detectors == null ? DetectorChoice.ALL : DetectorChoice.of(detectors);
        if (!(tolerance > 0 && tolerance < 1e6)) {
            throw new BadInputException("--tolerance", "expected seconds above 0, found " + tolerance, "As in 3.");
        }
        Path folder = out == null ? null : folder(out);
        if (learn != null) {
            GivenPath.requireWritable("--learn", learn);
            GivenPath.requireOther("--learn", learn, path, "the recording");
        }
        String model = robot == null
                ? "recording"
                : String.valueOf(GivenPath.robot(robot).getFileName());
        Map<String, String> options = new LinkedHashMap<>();
        if (topic != null) {
            options.put("topic", topic);
        }
        LabelledRows labelled = new LabelledRows();
        SignalPictures pictures = new SignalPictures();
        String map;
        AnalysisResult result;
        RobotFindings.Found physics;
        try (SignalLog log = open(path, options)) {
            map = log.map();
            LogAnalysis analysis = new LogAnalysis(choice, known(model));
            result = analysis.run(
                    path.toString(),
                    log,
                    seconds -> console.progress("  " + Spans.words(seconds) + " of the recording looked through"),
                    row -> {
                        labelled.take(row);
                        pictures.take(row);
                    });
            if (learn != null) {
                write(learn, analysis.normal(model).encode());
            }
            physics = log instanceof RunSignals run
                    ? RobotFindings.of(run.findings(), choice)
                    : physics(path, options, choice, console);
        }
        result = result.with(physics.anomalies(), physics.warnings());
        console.endStatus();
        List<LabelReport> reports =
                labelled.labels().isEmpty() ? List.of() : new LabelComparison(labelled, tolerance).reports();
        result = result.with(PatternFindings.of(reports, result.startNanos()), labelled.warnings());
        new AnalysisText(console, result).write(map, columns != null, reports);
        if (folder != null) {
            write(folder.resolve(PAGE), new AnalysisPage(result, reports, pictures).write());
            console.line("  wrote " + folder.resolve(PAGE));
            if (!map.isEmpty()) {
                write(folder.resolve(MAP), map);
                console.line("  wrote " + folder.resolve(MAP));
            }
        }
        if (console.json()) {
            console.object(AnalysisJson.object(result, map, reports));
        }
        return ExitCode.PASSED;
    }

    private SignalLog open(Path path, Map<String, String> options) {
        if (Files.isRegularFile(path.resolve(JOURNAL))) {
            if (robot != null || columns != null || !labels.isEmpty()) {
                throw new BadInputException(
                        path.toString(),
                        "a run directory knows its robots and has no columns",
                        "Leave --robot, --map and --labels out.");
            }
            return RunSignals.replay(path);
        }
        Optional<Path> map = columns == null ? Optional.empty() : Optional.of(GivenPath.existing("--map", columns));
        Set<String> named = labels.stream().map(String::strip).collect(Collectors.toCollection(LinkedHashSet::new));
        return RecordedSignals.open(path, map, named, options);
    }

    private RobotFindings.Found physics(
            Path path, Map<String, String> options, DetectorChoice choice, Console console) {
        if (robot == null) {
            return RobotFindings.Found.NOTHING;
        }
        Path model = GivenPath.robot(robot);
        return RobotFindings.of(
                path,
                model,
                options,
                choice,
                seconds -> console.progress("  " + Spans.words(seconds) + " of the recording mirrored"));
    }

    private static Path folder(Path wanted) {
        try {
            return Files.createDirectories(wanted);
        } catch (IOException e) {
            throw new BadInputException(
                    "--out", "expected a folder that can be made, found " + wanted, "Name a folder, not a file.");
        }
    }

    private @Nullable NormalBehaviour known(String model) {
        if (normal == null) {
            return null;
        }
        Path file = GivenPath.existing("--normal", normal);
        try {
            return NormalBehaviour.decode(Files.readAllBytes(file), file.toString(), model);
        } catch (IOException e) {
            throw new BadInputException(
                    "--normal", "expected a file that can be read, found " + file, "Write one with --learn.");
        }
    }

    private static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new OutsideFailureException(
                    file.toString(),
                    "it cannot be written: " + e.getMessage(),
                    "Look at the disk and its permissions.",
                    e);
        }
    }
}
