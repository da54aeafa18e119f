package io.sigmaprompt.scenarios.temporal;

import io.sigmaprompt.scenarios.temporal.SignalPath.Source;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
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
                    default -> Double.NaN;
                };
            case TelemetryHealthRecord health ->
                switch (path.quantity()) {
                    case RATE -> health.rateHz();
                    case AGE -> health.ageSeconds();
                    case REJECTED -> health.rejected();
                    case GAPS -> health.gaps();
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
