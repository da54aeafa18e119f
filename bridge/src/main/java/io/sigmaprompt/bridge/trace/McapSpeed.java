package io.sigmaprompt.bridge.trace;

import io.sigmaprompt.bridge.cdr.JointStateMessage;
import io.sigmaprompt.bridge.mcap.McapCompression;
import io.sigmaprompt.bridge.mcap.McapIndexedReader;
import io.sigmaprompt.bridge.mcap.McapOptions;
import io.sigmaprompt.bridge.mcap.McapRecord;
import io.sigmaprompt.bridge.mcap.McapWriter;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.TraceSpeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** How fast MCAP is written and opened. */
public final class McapSpeed implements TraceSpeed {
    private static final String TOPIC = "/robot/joint_states";
    private static final String PLAIN = "plain";
    private static final long PERIOD_NANOS = 2_000_000;
    /** So many differ; more than a chunk holds, so that no compression finds one twice. */
    private static final int DIFFERENT = 4096;

    @Override
    public String format() {
        return "MCAP";
    }

    @Override
    public List<String> compressions() {
        List<String> names = new ArrayList<>();
        for (McapCompression each : McapCompression.values()) {
            names.add(name(each));
        }
        return names;
    }

    private static String name(McapCompression compression) {
        return compression == McapCompression.NONE ? PLAIN : compression.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Writing write(Path file, String compression, int joints, long bytes) {
        McapCompression packing = McapCompression.of(compression.equals(PLAIN) ? "" : compression)
                .orElseThrow(() -> new IllegalArgumentException("MCAP knows no compression '" + compression + "'"));
        List<byte[]> messages = messages(joints);
        long begun = System.nanoTime();
        long written = 0;
        long count = 0;
        try (McapWriter writer =
                new McapWriter(Files.newOutputStream(file), "", McapOptions.DEFAULT.withCompression(packing))) {
            int schema = writer.schema(JointStateMessage.TYPE, "ros2msg", RosDefinitions.of(JointStateMessage.TYPE));
            int channel = writer.channel(schema, TOPIC, "cdr", Map.of());
            while (written < bytes) {
                byte[] message = messages.get((int) (count % messages.size()));
                writer.message(channel, count, count * PERIOD_NANOS, count * PERIOD_NANOS, message);
                written += message.length;
                count++;
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
        return new Writing(count, written, size(file), System.nanoTime() - begun);
    }

    /** Joints that swing, with the noise of sensors. */
    private static List<byte[]> messages(int joints) {
        Random noise = new Random(1);
        List<String> names = new ArrayList<>();
        for (int j = 0; j < joints; j++) {
            names.add("joint" + j);
        }
        List<byte[]> messages = new ArrayList<>();
        for (int k = 0; k < DIFFERENT; k++) {
            double[] position = new double[joints];
            double[] velocity = new double[joints];
            double[] effort = new double[joints];
            for (int j = 0; j < joints; j++) {
                double phase = 2e-3 * k + j;
                position[j] = Math.sin(phase) + 1e-5 * noise.nextGaussian();
                velocity[j] = Math.cos(phase) + 1e-3 * noise.nextGaussian();
                effort[j] = 10 * Math.sin(phase) + 0.1 * noise.nextGaussian();
            }
            messages.add(new JointStateMessage(k * PERIOD_NANOS, "", names, position, velocity, effort).encode());
        }
        return messages;
    }

    @Override
    public Opening open(Path file) {
        long begun = System.nanoTime();
        try (McapIndexedReader reader = McapIndexedReader.open(file)) {
            McapRecord.Statistics statistics = reader.statistics().orElseThrow();
            long opened = System.nanoTime();
            long middle = (statistics.messageStartTime() + statistics.messageEndTime()) / 2;
            McapRecord.Message found =
                    reader.messages(List.of(TOPIC), middle, -1).next();
            if (found == null || found.logTime() < middle) {
                throw new IllegalStateException("no message in the middle of " + file);
            }
            long read = System.nanoTime();
            return new Opening(statistics.messageCount(), size(file), opened - begun, read - opened);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static OutsideFailureException failure(Path file, IOException e) {
        return new OutsideFailureException(
                file.toString(), "it cannot be written or read: " + e.getMessage(), "Look at the disk.", e);
    }
}
