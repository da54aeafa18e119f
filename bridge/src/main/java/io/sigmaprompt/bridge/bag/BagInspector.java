package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.inspection.RecordingInspector;
import io.sigmaprompt.twin.port.inspection.RecordingSummary;
import io.sigmaprompt.twin.port.inspection.TopicTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Looks through {@code .mcap}, {@code .db3} and ROS 1 {@code .bag} files, and rosbag2 folders. */
public final class BagInspector implements RecordingInspector {
    /** After so many messages progress is told. */
    private static final long STRIDE = 100_000;

    @Override
    public boolean accepts(Path file) {
        String name = file.toString();
        return name.endsWith(BagFolder.MCAP)
                || name.endsWith(BagFolder.DATABASE)
                || name.endsWith(BagFolder.ROS1)
                || Files.isRegularFile(file.resolve(BagFolder.METADATA));
    }

    @Override
    public RecordingSummary inspect(Path file, LongConsumer progress) {
        List<Path> files = Files.isDirectory(file) ? BagFolder.storageFiles(file) : List.of(file);
        Map<String, TopicTally> tallies = new TreeMap<>();
        List<String> storage = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        long bytes = 0;
        long read = 0;
        for (Path each : files) {
            try (BagStorage bag = Rosbag2Recording.opened(each)) {
                bytes += size(each);
                read = count(bag, tallies, read, progress, damage);
                String before = files.size() > 1 ? each.getFileName() + ": " : "";
                bag.layout().forEach(sentence -> storage.add(before + sentence));
                damage.addAll(bag.warnings());
            }
        }
        return RecordingSummary.of(format(file), bytes, tallies.values(), storage, damage);
    }

    private static long count(
            BagStorage bag, Map<String, TopicTally> tallies, long before, LongConsumer progress, List<String> damage) {
        Map<Long, TopicTally> byId = new TreeMap<>();
        for (BagStorage.Topic topic : bag.topics()) {
            byId.put(topic.id(), tallies.computeIfAbsent(topic.name(), name -> new TopicTally(name, topic.type())));
        }
        long read = before;
        try {
            bag.select(bag.topics());
            for (BagStorage.Message message = bag.next(); message != null; message = bag.next()) {
                TopicTally tally = byId.get(message.topic());
                if (tally != null) {
                    tally.take(message.timestampNanos());
                }
                if (++read % STRIDE == 0) {
                    progress.accept(read);
                }
            }
        } catch (BadInputException e) {
            if (read == before) {
                throw e;
            }
            damage.add(e.getMessage());
        }
        return read;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        }
    }

    private static String format(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            return "rosbag2 folder";
        }
        return name.endsWith(BagFolder.MCAP) ? "MCAP" : name.endsWith(BagFolder.ROS1) ? "ROS 1 bag" : "rosbag2, SQLite";
    }

    /** What chunks of some compression come to, in a sentence. */
    static String chunks(String compression, Collection<long[]> storedAndPlain) {
        long stored = storedAndPlain.stream().mapToLong(each -> each[0]).sum();
        long plain = storedAndPlain.stream().mapToLong(each -> each[1]).sum();
        String packed = compression.isEmpty() || compression.equals("none")
                ? "not compressed"
                : compression + ", " + Math.round(100.0 * stored / Math.max(1, plain)) + " % of " + plain + " bytes";
        return storedAndPlain.size() + (storedAndPlain.size() == 1 ? " chunk, " : " chunks, ") + packed;
    }
}
