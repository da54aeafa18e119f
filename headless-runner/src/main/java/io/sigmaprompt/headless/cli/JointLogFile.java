package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import io.sigmaprompt.twin.calibration.signal.JointLogCollector;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import io.sigmaprompt.twin.port.MappedHardware;
import io.sigmaprompt.twin.telemetry.naming.JointNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A recording to calibrate from: a log, the journal of a run, or its trace.
 *
 * @param options how the log is read
 */
record JointLogFile(LogOptions options) {
    private static final String JOURNAL = "journal";
    private static final String TRACE = "trace.mcap";

    /** Reads it; what is odd is added to the warnings. */
    JointLog read(Path path, DrivenJoints driven, List<String> warnings, Console console) {
        JointLogCollector collector;
        List<Journal.Entry> entries = Files.isRegularFile(path.resolve(JOURNAL))
                ? Journal.read(path.resolve(JOURNAL)).entries()
                : List.of();
        if (entries.stream().anyMatch(entry -> entry.input() instanceof KernelInput.Telemetry)) {
            collector = new JointLogCollector(driven, path.toString());
            for (Journal.Entry entry : entries) {
                collector.receive(entry.input());
            }
        } else {
            Path recording = traceOf(path, warnings);
            GivenPath.requireRecording(recording);
            JointNames mapping = options.jointNames();
            try (HardwareInterface wire = HardwareInterfaces.create(recording.toString(), options.forLog())) {
                HardwareInterface told = mapping == null ? wire : new MappedHardware(wire, mapping);
                collector = JointLogCollector.read(told, driven, recording.toString());
                warnings.addAll(wire.warnings());
            }
        }
        collector.warnings().stream().filter(each -> !warnings.contains(each)).forEach(warnings::add);
        try {
            return collector.log();
        } catch (BadInputException refused) {
            // What was odd is often why: a column that cannot be read leaves no efforts.
            console.warnings(warnings);
            throw refused;
        }
    }

    /** A robot that the kernel simulates sends no telemetry: what it did stands in the run's trace. */
    private static Path traceOf(Path path, List<String> warnings) {
        Path trace = path.resolve(TRACE);
        if (!Files.isRegularFile(path.resolve(JOURNAL)) || !Files.isRegularFile(trace)) {
            return path;
        }
        warnings.add("no telemetry came from outside in this run; its trace is read instead, " + trace);
        return trace;
    }
}
