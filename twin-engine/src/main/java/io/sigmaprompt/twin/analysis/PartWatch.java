package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.watch.Signal;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Temperatures, motor currents and batteries, where telemetry has them; only spikes are told of what has no model. */
final class PartWatch implements Restorable {
    /** Deviation of a temperature, K, below which none is believed. */
    private static final double TEMPERATURE_FLOOR = 0.5;

    /** Deviation of a motor current, A. */
    private static final double CURRENT_FLOOR = 0.05;

    /** Deviation of a battery's voltage, V. */
    private static final double VOLTAGE_FLOOR = 0.1;

    private static final String TEMPERATURE = "temperature";
    private static final String CURRENT = "current";
    private static final String VOLTAGE = "voltage";

    private final AnalysisSettings settings;
    private final FindingBoard board;

    /** By quantity, then by part. */
    private final Map<String, Map<String, BoardSignal>> signals = new LinkedHashMap<>();

    PartWatch(AnalysisSettings settings, FindingBoard board) {
        this.settings = settings;
        this.board = board;
        for (String quantity : List.of(TEMPERATURE, CURRENT, VOLTAGE)) {
            signals.put(quantity, new LinkedHashMap<>());
        }
    }

    /** Looks at a message, if it is of a part. */
    void measure(TelemetryMessage message, String phase, long now) {
        switch (message) {
            case TemperatureFrame frame -> feed(TEMPERATURE, frame, frame.names(), frame.temperature(), phase, now);
            case CurrentFrame frame -> feed(CURRENT, frame, frame.names(), frame.current(), phase, now);
            case BatteryFrame frame ->
                signal(VOLTAGE, frame.battery().isEmpty() ? "battery" : frame.battery())
                        .feed(frame.sourceNanos(), frame.voltage(), Motion.UNKNOWN, phase, now);
            default -> {}
        }
    }

    private void feed(
            String quantity, TelemetryMessage frame, List<String> names, double[] values, String phase, long now) {
        for (int i = 0; i < values.length; i++) {
            signal(quantity, names.get(i)).feed(frame.sourceNanos(), values[i], Motion.UNKNOWN, phase, now);
        }
    }

    private BoardSignal signal(String quantity, String part) {
        Map<String, BoardSignal> known = signals.get(quantity);
        BoardSignal signal = known == null ? null : known.get(part);
        return signal == null ? begin(quantity, part) : signal;
    }

    private BoardSignal begin(String quantity, String part) {
        String unit =
                switch (quantity) {
                    case TEMPERATURE -> "K";
                    case CURRENT -> "A";
                    default -> "V";
                };
        double floor =
                switch (quantity) {
                    case TEMPERATURE -> TEMPERATURE_FLOOR;
                    case CURRENT -> CURRENT_FLOOR;
                    default -> VOLTAGE_FLOOR;
                };
        String name = part + "/" + quantity;
        BoardSignal begun = new BoardSignal(
                new Signal(name, unit, floor, Double.POSITIVE_INFINITY),
                quantity.equals(VOLTAGE) ? "" : part,
                "/" + name,
                settings.watch().only(Kind.SPIKE),
                board);
        signals.computeIfAbsent(quantity, q -> new LinkedHashMap<>()).put(part, begun);
        return begun;
    }

    void interrupt(long now) {
        signals.values().forEach(known -> known.values().forEach(signal -> signal.interrupt(now)));
    }

    @Override
    public void save(CanonicalOutput out) {
        signals.forEach((quantity, known) -> {
            out.putStrings(List.copyOf(known.keySet()));
            known.values().forEach(signal -> signal.save(out));
        });
    }

    @Override
    public void restore(CanonicalInput in) {
        signals.forEach((quantity, known) -> {
            known.clear();
            List<String> parts = in.getStrings();
            parts.forEach(part -> begin(quantity, part));
            parts.forEach(part -> signal(quantity, part).restore(in));
        });
    }
}
