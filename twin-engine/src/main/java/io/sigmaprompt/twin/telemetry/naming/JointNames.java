package io.sigmaprompt.twin.telemetry.naming;

import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source's joints as the model's: telemetry is translated on its way in. A joint without a
 * mapping keeps its name and its numbers. Belongs to one thread.
 */
public final class JointNames {
    private final Map<String, JointMapping> bySource = new LinkedHashMap<>();
    private final Map<String, JointMapping> byJoint = new LinkedHashMap<>();
    private List<String> lastSource = List.of();
    private List<String> lastNames = List.of();
    private @Nullable JointMapping[] lastMappings = {};

    /**
     * The mappings of one source.
     *
     * @throws IllegalArgumentException if two of them concern one joint
     */
    public JointNames(List<JointMapping> mappings) {
        for (JointMapping mapping : mappings) {
            if (bySource.putIfAbsent(mapping.source(), mapping) != null) {
                throw new IllegalArgumentException("joint '" + mapping.source() + "' is mapped twice");
            }
            JointMapping other = byJoint.putIfAbsent(mapping.joint(), mapping);
            if (other != null) {
                throw new IllegalArgumentException("both '" + other.source() + "' and '" + mapping.source()
                        + "' are mapped to joint '" + mapping.joint() + "'");
            }
        }
    }

    /** A message of the source in the model's names and units. Does not change the given one. */
    public TelemetryMessage translate(TelemetryMessage message) {
        return switch (message) {
            case JointStateFrame f -> {
                List<String> names = names(f.names());
                yield new JointStateFrame(
                        f.robot(),
                        f.sourceNanos(),
                        f.receiveNanos(),
                        names,
                        scaled(f.position(), true),
                        scaled(f.velocity(), false),
                        geared(f.effort()));
            }
            case JointReferenceFrame f -> {
                List<String> names = names(f.names());
                yield new JointReferenceFrame(
                        f.robot(),
                        f.sourceNanos(),
                        f.receiveNanos(),
                        names,
                        scaled(f.position(), true),
                        scaled(f.velocity(), false),
                        scaled(f.acceleration(), false));
            }
            case CurrentFrame f ->
                new CurrentFrame(f.robot(), f.sourceNanos(), f.receiveNanos(), names(f.names()), f.current());
            case TemperatureFrame f ->
                new TemperatureFrame(f.robot(), f.sourceNanos(), f.receiveNanos(), names(f.names()), f.temperature());
            default -> message;
        };
    }

    /** What a joint of the model is at the source; null where it has the same name and numbers there. */
    public @Nullable JointMapping of(String joint) {
        return byJoint.get(joint);
    }

    /** The model's names for a frame's; the mappings of the same are at hand until the next call. */
    private List<String> names(List<String> source) {
        if (source != lastSource && !source.equals(lastSource)) {
            List<String> names = new ArrayList<>(source.size());
            lastMappings = new @Nullable JointMapping[source.size()];
            for (int i = 0; i < lastMappings.length; i++) {
                JointMapping mapping = bySource.get(source.get(i));
                lastMappings[i] = mapping;
                names.add(mapping == null ? source.get(i) : mapping.joint());
            }
            lastNames = List.copyOf(names);
        }
        lastSource = source;
        return lastNames;
    }

    private double[] scaled(double[] values, boolean moved) {
        double[] scaled = values.clone();
        for (int i = 0; i < Math.min(scaled.length, lastMappings.length); i++) {
            JointMapping mapping = lastMappings[i];
            if (mapping != null) {
                scaled[i] = values[i] * mapping.scale() + (moved ? mapping.offset() : 0);
            }
        }
        return scaled;
    }

    /** Power is the same on both sides of a gear, so efforts go by its inverse. */
    private double[] geared(double[] values) {
        double[] geared = values.clone();
        for (int i = 0; i < Math.min(geared.length, lastMappings.length); i++) {
            JointMapping mapping = lastMappings[i];
            if (mapping != null) {
                geared[i] = values[i] / mapping.gear();
            }
        }
        return geared;
    }
}
