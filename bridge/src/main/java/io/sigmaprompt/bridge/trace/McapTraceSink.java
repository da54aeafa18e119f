package io.sigmaprompt.bridge.trace;

import io.sigmaprompt.bridge.mcap.McapOptions;
import io.sigmaprompt.bridge.mcap.McapWriter;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.TraceSink;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A session's output records as an MCAP file: what ROS has messages for is there as these, in CDR ({@link RosMessages}),
 * and every record but the joint states, of which those say all, is there as JSON with its schema on {@code /ROBOT/KIND},
 * as {@code /ur10/decision}. Times are the session's start plus session time. At the latest after each second of session
 * time what was recorded is out of the process's hands.
 */
final class McapTraceSink implements TraceSink {
    private static final long FLUSH_NANOS = 1_000_000_000L;
    private static final String RECORD_SUFFIX = "Record";

    /** The last part of the topic of a type of record. */
    private static final ClassValue<String> KINDS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return kind(type).replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }
    };

    private final Path file;
    private final long epochNanos;
    private final OutputStream unbuffered;
    private final McapWriter writer;
    private final JsonText text = new JsonText();
    private final RosMessages ros = new RosMessages();
    private final Map<String, Integer> schemas = new LinkedHashMap<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private long flushedNanos;
    private boolean failed;

    McapTraceSink(Path file, long epochNanos) {
        this(file, created(file), epochNanos, McapOptions.DEFAULT);
    }

    McapTraceSink(Path file, OutputStream unbuffered, long epochNanos, McapOptions options) {
        this.file = file;
        this.unbuffered = unbuffered;
        this.epochNanos = epochNanos;
        try {
            writer = new McapWriter(new BufferedOutputStream(unbuffered, 1 << 16), "", options);
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
            ros.tell(output, time, (topic, type, cdr) -> write(rosTopic(topic, type), time, cdr));
            if (!RosMessages.sayAll(output)) {
                write(topic(output), time, json((Record) output));
            }
            if (output.simNanos() - flushedNanos >= FLUSH_NANOS) {
                flushedNanos = output.simNanos();
                writer.flush();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private byte[] json(Record output) {
        text.clear();
        RecordJson.write(output, text);
        return text.toByteArray();
    }

    private void write(Topic topic, long time, byte[] data) throws IOException {
        writer.message(topic.channel, topic.sequence++, time, time, data);
    }

    private Topic rosTopic(String name, String type) {
        return topics.computeIfAbsent(name, unheard -> {
            int schema =
                    schemas.computeIfAbsent(type, undefined -> writer.schema(type, "ros2msg", RosDefinitions.of(type)));
            return new Topic(writer.channel(schema, name, "cdr", Map.of("offered_qos_profiles", "")));
        });
    }

    private Topic topic(OutputRecord output) {
        Class<? extends OutputRecord> type = output.getClass();
        return topics.computeIfAbsent("/" + output.robot() + "/" + KINDS.get(type), name -> {
            int schema = schemas.computeIfAbsent(
                    "sigmaprompt." + kind(type),
                    title -> writer.schema(title, "jsonschema", RecordJson.schema(type.asSubclass(Record.class))));
            return new Topic(writer.channel(schema, name, "json", Map.of()));
        });
    }

    private static String kind(Class<?> type) {
        return type.getSimpleName().substring(0, type.getSimpleName().length() - RECORD_SUFFIX.length());
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
