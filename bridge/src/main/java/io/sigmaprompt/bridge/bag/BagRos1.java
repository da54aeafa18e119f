package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.bridge.rosbag.BagConnection;
import io.sigmaprompt.bridge.rosbag.BagMessage;
import io.sigmaprompt.bridge.rosbag.BagMessages;
import io.sigmaprompt.bridge.rosbag.CdrTranscoder;
import io.sigmaprompt.bridge.rosbag.ChunkSummary;
import io.sigmaprompt.bridge.rosbag.RosBag;
import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ROS 1 bag as a storage of ROS 2 messages: each is written anew as CDR by the definition that the bag carries. */
final class BagRos1 implements BagStorage {
    private final Path file;
    private final RosBag bag;
    /** By connection: several publishers of a topic are one topic, numbered as the first of them. */
    private final Map<Integer, Topic> topics = new HashMap<>();

    private final Map<Integer, CdrTranscoder> transcoders = new HashMap<>();
    private @Nullable BagMessages messages;
    private long read;

    BagRos1(Path file) {
        this.file = file;
        bag = RosBag.open(file);
        Map<String, Topic> byNameAndType = new LinkedHashMap<>();
        for (BagConnection each : bag.connections().values()) {
            String type = each.type().replaceFirst("/", "/msg/");
            topics.put(
                    each.id(),
                    byNameAndType.computeIfAbsent(
                            each.topic() + " " + type, key -> new Topic(each.id(), each.topic(), type, "cdr")));
        }
    }

    @Override
    public List<Topic> topics() {
        return topics.values().stream()
                .distinct()
                .sorted(Comparator.comparing(Topic::name))
                .toList();
    }

    @Override
    public Timestamps compareWithStamps(Topic topic, StampReader stamps) {
        BagMessages all = bag.messages(connections(List.of(topic)));
        Timestamps found = Timestamps.NONE;
        for (BagMessage next = all.next(); next != null; next = all.next()) {
            found = Timestamps.COPIED;
            try {
                byte[] head = transcoder(next.connection()).toCdr(next.data(), file.toString());
                if (head.length >= StampReader.HEAD_BYTES
                        && !stamps.tells(Arrays.copyOf(head, StampReader.HEAD_BYTES), next.timeNanos())) {
                    return Timestamps.OWN;
                }
            } catch (BadInputException e) {
                // One damaged message says nothing about the others; it is reported where it is read.
            }
        }
        return found;
    }

    @Override
    public void select(List<Topic> wanted) {
        messages = bag.messages(connections(wanted));
        read = 0;
    }

    @Override
    public @Nullable Message next() {
        BagMessages selected = messages;
        BagMessage message = selected == null ? null : selected.next();
        if (message == null) {
            return null;
        }
        Topic topic = topics.get(message.connection());
        return new Message(
                ++read, message.timeNanos(), message.data(), topic == null ? -1 : topic.id(), message.connection());
    }

    @Override
    public byte[] cdr(Message message, String place) {
        return transcoder(message.connection()).toCdr(message.data(), place);
    }

    @Override
    public List<String> layout() {
        Map<String, List<long[]>> chunks = new TreeMap<>();
        for (ChunkSummary chunk : bag.chunks()) {
            chunks.computeIfAbsent(chunk.compression(), compression -> new ArrayList<>())
                    .add(new long[] {chunk.storedBytes(), chunk.plainBytes()});
        }
        List<String> sentences = new ArrayList<>();
        chunks.forEach((compression, each) -> sentences.add(BagInspector.chunks(compression, each)));
        sentences.add(bag.isIndexed() ? "indexed" : "not indexed");
        return sentences;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        bag.damage()
                .ifPresent(damage ->
                        warnings.add(damage.place() + ": " + damage.problem() + ". What stands before is read"));
        if (!bag.isIndexed()) {
            warnings.add(file + ": the recorder did not finish this bag: it has no index, and was read without");
        }
        return warnings;
    }

    @Override
    public void close() {
        messages = null;
        try {
            bag.close();
        } catch (IOException e) {
            var bad = new BadInputException(
                    file.toString(), "the file cannot be closed (" + e.getMessage() + ")", "Look at the disk.");
            bad.initCause(e);
            throw bad;
        }
    }

    private List<Integer> connections(List<Topic> wanted) {
        return topics.entrySet().stream()
                .filter(each -> wanted.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private CdrTranscoder transcoder(int connection) {
        return transcoders.computeIfAbsent(connection, id -> {
            BagConnection told = bag.connections().get(id);
            if (told == null) {
                throw new BadInputException(
                        file.toString(), "the bag does not say what connection " + id + " is", "Record it again.");
            }
            return new CdrTranscoder(told, file.toString());
        });
    }
}
