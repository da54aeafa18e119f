package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a row of a table tells beside the joint state: motor currents and temperatures, which follow it. */
final class CsvFurther {
    private final CsvColumns columns;
    private final double zeroInKelvin;
    private final ArrayDeque<RecordedEntry> waiting = new ArrayDeque<>();

    CsvFurther(CsvColumns columns, CsvMap map) {
        this.columns = columns;
        zeroInKelvin = map.zeroInKelvin();
    }

    /** Takes a row's currents and temperatures; empty ones are not told. */
    void take(long time, double[] current, double[] temperature) {
        if (current.length > 0) {
            add(new CurrentFrame("", time, time, columns.currentNames(), current));
        }
        if (temperature.length > 0) {
            double[] kelvin = Arrays.stream(temperature)
                    .map(value -> value + zeroInKelvin)
                    .toArray();
            add(new TemperatureFrame("", time, time, columns.temperatureNames(), kelvin));
        }
    }

    private void add(TelemetryMessage message) {
        waiting.add(new RecordedEntry.Frame(message));
    }

    /** The next entry that follows the joint state, or null. */
    @Nullable
    RecordedEntry next() {
        return waiting.poll();
    }
}
