package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.inspection.RecordingInspector;
import io.sigmaprompt.twin.port.inspection.RecordingSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells what a recording holds. */
@Command(
        name = "info",
        header = "Tell what a recording holds: topics, types, rates, times, gaps, compression, damage.",
        description =
                "Reads all of it. A rate is that of the median spacing of two messages; a silence of more than five "
                        + "times as long is a gap. What is damaged is told with its place, and what stands before is counted.",
        footerHeading = "%nExamples:%n",
        footer = {"  sigma info log.mcap", "  sigma info runs/latest", "  sigma info log.db3 --json"})
final class InfoCommand implements Callable<Integer> {
    private static final String TRACE = "trace.mcap";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(
            paramLabel = "FILE",
            description = "An .mcap, .db3, .bag, .ulg, .csv or .tsv file, a rosbag2 folder or a run directory.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        Console console = sigma.console();
        if (!Files.exists(file)) {
            throw new BadInputException(file.toString(), "there is no such file", "Check the path.");
        }
        Path told = Files.isRegularFile(file.resolve(TRACE)) ? file.resolve(TRACE) : file;
        RecordingSummary summary =
                inspector(told).inspect(told, messages -> console.progress("read " + messages + " messages"));
        console.endStatus();
        InfoAccount account = new InfoAccount(told, summary);
        if (console.json()) {
            console.object(account.object());
        } else {
            account.lines(console).forEach(console::line);
        }
        return ExitCode.PASSED;
    }

    private static RecordingInspector inspector(Path file) {
        return ServiceLoader.load(RecordingInspector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.accepts(file))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        file.toString(),
                        "expected a recording, found " + (Files.isDirectory(file) ? "another folder" : "another file"),
                        "Name an .mcap, .db3, .bag, .ulg, .csv or .tsv file, a rosbag2 folder or a run directory."));
    }
}
