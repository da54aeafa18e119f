package io.sigmaprompt.bridge.trace;

import io.sigmaprompt.bridge.cdr.JointStateMessage;
import io.sigmaprompt.bridge.cdr.TransformMessage;
import io.sigmaprompt.bridge.mcap.McapOptions;
import io.sigmaprompt.bridge.mcap.McapWriter;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A session's output records as an MCAP file. Joint states are {@code sensor_msgs/msg/JointState} in CDR, so that ROS tools
 * read them, and so is where a base is, as {@code tf2_msgs/msg/TFMessage} on {@code /tf}; everything else is JSON with its schema. Times are the session's start plus session time. At the latest after
 * each second of session time what was recorded is out of the process's hands.
 *
 * <p>Topics are {@code /ROBOT/joint_states}, {@code /ROBOT/prediction/joint_states}, {@code /ROBOT/shadow/joint_states},
 * and {@code /ROBOT/KIND} for each other kind of record, as {@code /ur10/decision}.
 */
final class McapTraceSink implements TraceSink {
    private static final long FLUSH_NANOS = 1_000_000_000L;
    private static final String RECORD_SUFFIX = "Record";
    private static final String SEPARATOR = "=".repeat(80) + "\n";
    // The message definitions as ros2msg schemas hold them: the type's own, then each type it names.
    private static final String JOINT_STATE_DEFINITION = "std_msgs/Header header\n"
            + "string[] name\nfloat64[] position\nfloat64[] velocity\nfloat64[] effort\n"
            + SEPARATOR
            + "MSG: std_msgs/Header\nbuiltin_interfaces/Time stamp\nstring frame_id\n"
            + SEPARATOR
            + "MSG: builtin_interfaces/Time\nint32 sec\nuint32 nanosec\n";

    private static final String TRANSFORM_DEFINITION = "geometry_msgs/TransformStamped[] transforms\n"
            + SEPARATOR
            + "MSG: geometry_msgs/TransformStamped\nstd_msgs/Header header\nstring child_frame_id\n"
            + "geometry_msgs/Transform transform\n"
            + SEPARATOR
            + "MSG: std_msgs/Header\nbuiltin_interfaces/Time stamp\nstring frame_id\n"
            + SEPARATOR
            + "MSG: builtin_interfaces/Time\nint32 sec\nuint32 nanosec\n"
            + SEPARATOR
            + "MSG: geometry_msgs/Transform\ngeometry_msgs/Vector3 translation\ngeometry_msgs/Quaternion rotation\n"
            + SEPARATOR
            + "MSG: geometry_msgs/Vector3\nfloat64 x\nfloat64 y\nfloat64 z\n"
            + SEPARATOR
            + "MSG: geometry_msgs/Quaternion\nfloat64 x\nfloat64 y\nfloat64 z\nfloat64 w\n";

    private final Path file;
    private final long epochNanos;
    private final OutputStream unbuffered;
    private final McapWriter writer;
    private final Map<String, Integer> schemas = new LinkedHashMap<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private long flushedNanos;
    private boolean failed;

    McapTraceSink(Path file, long epochNanos) {
        this(file, created(file), epochNanos);
    }

    McapTraceSink(Path file, OutputStream unbuffered, long epochNanos) {
        this.file = file;
        this.unbuffered = unbuffered;
        this.epochNanos = epochNanos;
        try {
            writer = new McapWriter(new BufferedOutputStream(unbuffered, 1 << 16), "", McapOptions.DEFAULT);
            writer.metadata("session", Map.of("epoch_nanos", Long.toString(epochNanos)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static OutputStream created(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void record(OutputRecord output) {
        try {
            long time = epochNanos + output.simNanos();
            if (output instanceof JointStateRecord state) {
                write(topic(state), time, message(state, time));
            } else {
                if (output instanceof BaseStateRecord base && base.orientation().length == 4) {
                    write(transforms(), time, transform(base, time));
                }
                write(topic(output), time, RecordJson.encode((Record) output));
            }
            if (output.simNanos() - flushedNanos >= FLUSH_NANOS) {
                flushedNanos = output.simNanos();
                writer.flush();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(Topic topic, long time, byte[] data) throws IOException {
        writer.message(topic.channel, topic.sequence++, time, time, data);
    }

    private static byte[] message(JointStateRecord state, long time) {
        return new JointStateMessage(time, "", state.names(), state.position(), state.velocity(), state.effort())
                .encode();
    }

    private static byte[] transform(BaseStateRecord base, long time) {
        // Two robots may both call their base base_link.
        String child = base.robot() + "/" + (base.child().isEmpty() ? "base_link" : base.child());
        return new TransformMessage(time, base.parent(), child, base.position(), base.orientation()).encode();
    }

    private Topic transforms() {
        return topics.computeIfAbsent("/tf", name -> {
            int schema = writer.schema(
                    TransformMessage.TYPE, "ros2msg", TRANSFORM_DEFINITION.getBytes(StandardCharsets.UTF_8));
            return new Topic(writer.channel(schema, name, "cdr", Map.of("offered_qos_profiles", "")));
        });
    }

    private Topic topic(JointStateRecord state) {
        String body = state.body() == JointStateRecord.Body.ROBOT
                ? ""
                : "/" + state.body().name().toLowerCase(Locale.ROOT);
        return topics.computeIfAbsent("/" + state.robot() + body + "/joint_states", name -> {
            int schema = schemas.computeIfAbsent(
                    JointStateMessage.TYPE,
                    type -> writer.schema(type, "ros2msg", JOINT_STATE_DEFINITION.getBytes(StandardCharsets.UTF_8)));
            return new Topic(writer.channel(schema, name, "cdr", Map.of("offered_qos_profiles", "")));
        });
    }

    private Topic topic(OutputRecord output) {
        Class<? extends OutputRecord> type = output.getClass();
        String kind = type.getSimpleName().substring(0, type.getSimpleName().length() - RECORD_SUFFIX.length());
        String snakeCase = kind.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return topics.computeIfAbsent("/" + output.robot() + "/" + snakeCase, name -> {
            int schema = schemas.computeIfAbsent(
                    "sigmaprompt." + kind,
                    title -> writer.schema(title, "jsonschema", RecordJson.schema(type.asSubclass(Record.class))));
            return new Topic(writer.channel(schema, name, "json", Map.of()));
        });
    }

    @Override
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            if (failed) {
                // Half of a chunk may stand there; once more of it behind that would make a cut file a broken one.
                unbuffered.close();
            } else {
                writer.close();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OutsideFailureException failed(IOException e) {
        failed = true;
        return failure(file, e);
    }

    private static OutsideFailureException failure(Path file, IOException e) {
        return new OutsideFailureException(
                file.toString(),
                "the trace cannot be written (" + e.getMessage() + ")",
                "Check that the folder is writable and the disk has room.",
                e);
    }

    /** A channel of the file, and how many messages it has. */
    private static final class Topic {
        private final int channel;
        private long sequence;

        Topic(int channel) {
            this.channel = channel;
        }
    }
}
