package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.BaseHistory;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up what a replay mirrored of a body that is free in space. */
final class BaseTable implements RunListener {
    private final BaseHistory history = new BaseHistory();
    private List<StreamHealth> streams = List.of();

    @Override
    public void output(OutputRecord output) {
        if (output instanceof TelemetryHealthRecord record) {
            streams = record.streams();
        } else {
            history.take(output);
        }
    }

    /** Whether the base never moved. */
    boolean isEmpty() {
        return history.isEmpty();
    }

    void write(Console console) {
        console.line();
        console.line(console.paint(Tone.HINT, "  what was mirrored"));
        history.facts().forEach((name, value) -> console.line(String.format("  %-16s %s", name, value)));
        for (StreamHealth stream : streams) {
            console.line(String.format(
                    "  %-16s %d frames applied, %d duplicates, %d out of order, %d late, %d rejected, %d gaps",
                    stream.stream(),
                    stream.applied(),
                    stream.duplicates(),
                    stream.reordered(),
                    stream.late(),
                    stream.rejected(),
                    stream.gaps()));
        }
    }

    /** The same for {@code --json}. */
    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("seconds", history.seconds());
        object.put("pathMetres", history.pathMetres());
        object.put("heightMetres", numbers(history.heightMetres()));
        history.attitudeDegrees().forEach((name, range) -> object.put(name + "Degrees", numbers(range)));
        Map<String, Object> frames = new LinkedHashMap<>();
        streams.forEach(stream -> frames.put(stream.stream(), stream.applied()));
        object.put("framesApplied", frames);
        return object;
    }

    private static List<Double> numbers(double[] values) {
        return Arrays.stream(values).mapToObj(JsonNumber::of).toList();
    }
}
