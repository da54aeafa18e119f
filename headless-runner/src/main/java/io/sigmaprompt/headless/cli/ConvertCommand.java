package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.analysis.RecordedSignals;
import io.sigmaprompt.headless.analysis.RunSignals;
import io.sigmaprompt.headless.export.SignalChoice;
import io.sigmaprompt.headless.export.SignalExport;
import io.sigmaprompt.headless.export.SignalTable;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.signal.SignalLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a recording's signals as a table. */
@Command(
        name = "convert",
        header = "Write the signals of a recording or a run as a table.",
        description =
                "One column a signal, one row a time; what a row says nothing of is empty. With --rate rows are evenly "
                        + "spaced, and each signal holds what it said last.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma convert log.db3 log.csv",
            "  sigma convert runs/latest elbow.csv --signals '*/elbow_joint/*' --rate 50",
            "  sigma convert flight.ulg flight.csv --from 21 --to 23"
        })
final class ConvertCommand implements Callable<Integer> {
    private static final String JOURNAL = "journal";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "An .mcap, .db3, .bag, .ulg, .csv or .tsv file, a rosbag2 folder or a run directory.")
    @SuppressWarnings("NullAway.Init")
    private Path from;

    @Parameters(index = "1", paramLabel = "B", description = "The .csv file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Option(
            names = "--signals",
            split = ",",
            paramLabel = "PATTERN",
            description = "Signals to write, * for anything; all if it is left out.")
    private final List<String> patterns = new ArrayList<>();

    @Option(names = "--rate", paramLabel = "HZ", description = "Rows a second; every time that is told if left out.")
    private double rate = Double.NaN;

    @Option(names = "--from", paramLabel = "S", description = "Where to begin, seconds after the first row.")
    private double begin = 0;

    @Option(names = "--to", paramLabel = "S", description = "Where to end, seconds after the first row.")
    private double end = Double.POSITIVE_INFINITY;

    @Option(names = "--topic", paramLabel = "T", description = "The topic of joint states, where there are several.")
    private @Nullable String topic;

    @Option(names = "--map", paramLabel = "MAP", description = "The column map of a table; guessed if left out.")
    private @Nullable Path map;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Override
    public Integer call() {
        Console console = sigma.console();
        check();
        Map<String, String> options = topic == null ? Map.of() : Map.of("topic", topic);
        SignalChoice choice = new SignalChoice(from, patterns);
        SignalExport.Span span = new SignalExport.Span(begin, end, rate);
        SignalExport.Outcome outcome;
        try (SignalTable table = new SignalTable(to)) {
            try (SignalLog log = open(options)) {
                choice.look(log);
            }
            try (SignalLog log = open(options)) {
                outcome = SignalExport.write(
                        log, choice, span, table, share -> console.progress("wrote " + percent(share)));
            }
            table.keep();
        }
        console.endStatus();
        tell(console, outcome);
        return ExitCode.PASSED;
    }

    private SignalLog open(Map<String, String> options) {
        if (Files.isRegularFile(from.resolve(JOURNAL))) {
            if (map != null || topic != null) {
                throw new BadInputException(
                        from.toString(), "a run directory has no columns and topics", "Leave --map and --topic out.");
            }
            return RunSignals.replay(from);
        }
        return RecordedSignals.open(from, Optional.ofNullable(map), Set.of(), options);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private void check() {
        if (!Files.exists(from)) {
            throw new BadInputException(from.toString(), "there is no such file", "Check the path.");
        }
        if (!to.toString().endsWith(".csv")) {
            throw new BadInputException(
                    to.toString(), "expected a name that ends in .csv, found another", "Only tables are written.");
        }
        GivenPath.requireWritable("B", to);
        if (Files.exists(to) && !force) {
            throw new BadInputException(
                    to.toString(), "expected a file that is not there yet, found one", "Say --force to write over it.");
        }
        if (!Double.isNaN(rate) && !(rate > 0 && rate <= 1e6)) {
            throw new BadInputException("--rate", "expected up to 1000000 Hz, above 0, found " + rate, "Try 100.");
        }
        if (!(begin >= 0 && end > begin)) {
            throw new BadInputException(
                    "--from, --to", "expected 0 <= from < to, found " + begin + " and " + end, "They are in seconds.");
        }
    }

    private void tell(Console console, SignalExport.Outcome outcome) {
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("file", to.toString());
            object.put("rows", outcome.rows());
            object.put("signals", outcome.signals());
            object.put("rejected", outcome.rejected());
            object.put("warnings", outcome.warnings());
            console.object(object);
            return;
        }
        console.line("wrote " + to + ": " + outcome.rows() + " rows of "
                + outcome.signals().size() + " signals");
        outcome.warnings().forEach(warning -> console.line(console.paint(Tone.WARN, "! " + warning)));
    }
}
