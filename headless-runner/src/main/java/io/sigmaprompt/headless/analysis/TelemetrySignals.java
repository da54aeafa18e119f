package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recording of telemetry, its messages taken apart into signals. */
final class TelemetrySignals implements SignalLog {
    private static final long STEP_NANOS = 1_000_000_000L;
    private static final double[] NONE = {};

    private final HardwareInterface recording;
    private final MessageParts parts = new MessageParts();
    private final ArrayDeque<SignalRow> waiting = new ArrayDeque<>();
    private final IdentityHashMap<SignalGroup, Long> last = new IdentityHashMap<>();
    private long clock;
    private long rejected;
    private long late;

    TelemetrySignals(HardwareInterface recording) {
        this.recording = recording;
        recording.open("", () -> clock);
    }

    @Override
    public @Nullable SignalRow next() {
        while (waiting.isEmpty()) {
            if (recording.exhausted()) {
                return null;
            }
            clock += STEP_NANOS;
            recording.poll(clock, this::take);
        }
        return waiting.poll();
    }

    private void take(KernelInput input) {
        if (input instanceof KernelInput.Telemetry(TelemetryMessage message)) {
            MessageParts.Part part = parts.of(message);
            if (part == null) {
                return;
            }
            long time = message.sourceNanos();
            if (time < last.getOrDefault(part.group(), Long.MIN_VALUE)) {
                late++;
                return;
            }
            last.put(part.group(), time);
            waiting.add(new SignalRow(time, part.group(), part.values(), NONE, NONE));
        } else if (input instanceof KernelInput.RejectedTelemetry) {
            rejected++;
        }
    }

    @Override
    public String map() {
        return "";
    }

    @Override
    public long rejected() {
        return rejected + late;
    }

    @Override
    public double progress() {
        return Double.NaN;
    }

    @Override
    public List<String> warnings() {
        List<String> all = new ArrayList<>(recording.warnings());
        if (rejected > 0) {
            all.add(rejected + " messages could not be read and are left out");
        }
        if (late > 0) {
            all.add(late + " messages came later than younger ones and are left out");
        }
        return all;
    }

    @Override
    public void close() {
        recording.close();
    }
}
