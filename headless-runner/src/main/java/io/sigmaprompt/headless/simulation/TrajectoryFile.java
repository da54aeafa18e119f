package io.sigmaprompt.headless.simulation;

import io.sigmaprompt.physics.constraint.StepResidual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a trajectory as JSON, a sample a line, as they come: what was written stays, whatever happens to the world later. What
 * is no number is null.
 */
public final class TrajectoryFile implements AutoCloseable {
    /** How positions and velocities are to be read. */
    static final String CONVENTIONS = "qpos/qvel in the order listed in joints; free joint qpos = xyz + quaternion wxyz"
            + " (world), qvel = linear velocity in world frame + angular velocity in body frame; xpos/xquat_wxyz = body"
            + " frame in world; energy = [potential, kinetic]; contact force = on the second body, world axes";

    private final JsonGenerator json;

    private TrajectoryFile(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Begins a file with what holds of all samples.
     *
     * @param options how it is stepped
     */
    public static TrajectoryFile begin(
            Path path, String model, String engine, String note, Map<String, ?> options, MujocoLayout layout) {
        try {
            return begin(Files.newBufferedWriter(path), model, engine, note, options, layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TrajectoryFile begin(
            Writer writer, String model, String engine, String note, Map<String, ?> options, MujocoLayout layout) {
        JsonGenerator json = JsonMapper.shared().createGenerator(writer);
        json.writeStartObject();
        json.writeStringProperty("model", model);
        json.writeStringProperty("engine", engine);
        json.writeStringProperty("note", note);
        json.writePOJOProperty("options", options);
        json.writeStringProperty("conventions", CONVENTIONS);
        json.writePOJOProperty("joints", layout.joints());
        json.writePOJOProperty("bodies", layout.bodies());
        json.writeArrayPropertyStart("samples");
        return new TrajectoryFile(json);
    }

    /** Adds a sample. */
    public void add(TrajectorySample sample) {
        json.writeRaw('\n');
        json.writeStartObject();
        number("t", sample.time());
        numbers("qpos", sample.qpos());
        numbers("qvel", sample.qvel());
        numbers("energy", new double[] {sample.potential(), sample.kinetic()});
        json.writeNumberProperty("ncon", sample.contacts().size());
        rows("xpos", sample.origins());
        rows("xquat_wxyz", sample.quaternions());
        json.writeArrayPropertyStart("contacts");
        sample.contacts().forEach(this::contact);
        json.writeEndArray();
        json.writeName("residual");
        residual(sample.residual());
        json.writeNumberProperty("iterations", sample.iterations());
        json.writeEndObject();
    }

    private void contact(TrajectorySample.Contact contact) {
        json.writeStartObject();
        json.writeArrayPropertyStart("bodies");
        json.writeString(contact.first());
        json.writeString(contact.second());
        json.writeEndArray();
        numbers("point", contact.point());
        numbers("normal", contact.normal());
        number("gap", contact.gap());
        numbers("force", contact.force());
        json.writeEndObject();
    }

    private void residual(StepResidual residual) {
        json.writeStartObject();
        number("greatest", residual.greatest());
        number("complementarity", residual.complementarity());
        number("penetrationVelocity", residual.penetrationVelocity());
        number("cone", residual.cone());
        number("dissipation", residual.dissipation());
        json.writeEndObject();
    }

    private void rows(String name, double[][] rows) {
        json.writeArrayPropertyStart(name);
        for (double[] row : rows) {
            numbers(row);
        }
        json.writeEndArray();
    }

    private void numbers(String name, double[] values) {
        json.writeName(name);
        numbers(values);
    }

    private void numbers(double[] values) {
        json.writeStartArray();
        for (double value : values) {
            number(value);
        }
        json.writeEndArray();
    }

    private void number(String name, double value) {
        json.writeName(name);
        number(value);
    }

    private void number(double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    /**
     * Ends the file.
     *
     * @param hash of all samples
     * @param summary what to know of the whole
     */
    public void end(String hash, Map<String, ? extends @Nullable Object> summary) {
        json.writeEndArray();
        json.writeRaw('\n');
        json.writeStringProperty("traceHash", hash);
        json.writePOJOProperty("summary", summary);
        json.writeEndObject();
    }

    /** Closes what stands open: a file that was not ended is whole JSON all the same. */
    @Override
    public void close() {
        json.close();
    }
}
