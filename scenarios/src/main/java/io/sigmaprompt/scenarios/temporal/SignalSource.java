package io.sigmaprompt.scenarios.temporal;

import io.sigmaprompt.twin.record.BatteryRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.signal.SignalPath.Source;
import java.util.List;

/** Finds a signal's number in a record. */
public final class SignalSource {
    private final SignalPath path;

    public SignalSource(SignalPath path) {
        this.path = path;
    }

    /** Whether this record holds the number. */
    public boolean holds(OutputRecord output) {
        return switch (output) {
            case JointStateRecord state ->
                path.source().name().equals(state.body().name())
                        && state.names().contains(path.joint());
            case DivergenceRecord divergence ->
                path.source() == Source.DIVERGENCE && divergence.names().contains(path.joint());
            case EstimateRecord estimate ->
                path.source() == Source.ESTIMATE && estimate.names().contains(path.joint());
            case BatteryRecord battery ->
                path.source() == Source.BATTERY
                        && (path.joint().isEmpty() || path.joint().equals(battery.battery()));
            case TelemetryHealthRecord _ -> path.source() == Source.TELEMETRY;
            default -> false;
        };
    }

    /** The number, SI units, in a record that holds it; NaN where it is not known. */
    public double value(OutputRecord output) {
        return switch (output) {
            case JointStateRecord state ->
                switch (path.quantity()) {
                    case POSITION -> entry(state.names(), state.position());
                    case VELOCITY -> entry(state.names(), state.velocity());
                    case EFFORT -> entry(state.names(), state.effort());
                    default -> Double.NaN;
                };
            case DivergenceRecord divergence ->
                switch (path.quantity()) {
                    case POSITION -> entry(divergence.names(), divergence.position());
                    case VELOCITY -> entry(divergence.names(), divergence.velocity());
                    case EFFORT -> entry(divergence.names(), divergence.effortResidual());
                    case SIGMA -> entry(divergence.names(), divergence.sigma());
                    case NIS -> entry(divergence.names(), divergence.nis());
                    default -> Double.NaN;
                };
            case EstimateRecord estimate ->
                switch (path.quantity()) {
                    case ACCELERATION -> entry(estimate.names(), estimate.acceleration());
                    case EFFORT -> entry(estimate.names(), estimate.externalEffort());
                    case NIS -> entry(estimate.names(), estimate.innovationNis());
                    default -> Double.NaN;
                };
            case BatteryRecord battery ->
                switch (path.quantity()) {
                    case VOLTAGE -> battery.voltage();
                    case CURRENT -> battery.current();
                    case FRACTION -> battery.fraction();
                    case TEMPERATURE -> battery.temperature();
                    default -> Double.NaN;
                };
            case TelemetryHealthRecord health ->
                switch (path.quantity()) {
                    case RATE -> health.rateHz();
                    case AGE -> health.ageSeconds();
                    case REJECTED -> health.rejected();
                    case GAPS -> health.gaps();
                    case LATE -> health.late();
                    case OVERFLOW -> health.overflow();
                    default -> Double.NaN;
                };
            default -> Double.NaN;
        };
    }

    private double entry(List<String> names, double[] values) {
        int index = names.indexOf(path.joint());
        return index >= 0 && index < values.length ? values[index] : Double.NaN;
    }
}
