package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.bridge.mcap.McapIndexedReader;
import io.sigmaprompt.bridge.mcap.McapMessages;
import io.sigmaprompt.bridge.mcap.McapRecord;
import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One MCAP file of a rosbag2 recording; channels are its topics, log times the recorder's. */
final class BagMcap implements BagStorage {
    private final Path file;
    private final McapIndexedReader reader;
    private @Nullable McapMessages messages;
    private long read;

    BagMcap(Path file) {
        this.file = file;
        reader = McapIndexedReader.open(file);
    }

    @Override
    public List<Topic> topics() {
        return reader.channels().values().stream()
                .map(channel -> new Topic(channel.id(), channel.topic(), typeOf(channel), channel.messageEncoding()))
                .sorted(Comparator.comparing(Topic::name))
                .toList();
    }

    private String typeOf(McapRecord.Channel channel) {
        McapRecord.Schema schema = reader.schemas().get(channel.schemaId());
        return schema == null ? "" : schema.name();
    }

    @Override
    public Timestamps compareWithStamps(Topic topic, StampReader stamps) {
        McapMessages all = reader.messages(List.of(topic.name()), 0, -1L);
        Timestamps found = Timestamps.NONE;
        for (McapRecord.Message next = all.next(); next != null; next = all.next()) {
            found = Timestamps.COPIED;
            if (next.data().length >= StampReader.HEAD_BYTES
                    && !stamps.tells(Arrays.copyOf(next.data(), StampReader.HEAD_BYTES), next.logTime())) {
                return Timestamps.OWN;
            }
        }
        return found;
    }

    @Override
    public void select(List<Topic> topics) {
        messages = reader.messages(topics.stream().map(Topic::name).toList(), 0, -1L);
        read = 0;
    }

    @Override
    public @Nullable Message next() {
        McapMessages selected = messages;
        McapRecord.Message message = selected == null ? null : selected.next();
        return message == null ? null : new Message(++read, message.logTime(), message.data(), message.channelId());
    }

    @Override
    public List<String> layout() {
        Map<String, List<long[]>> chunks = new TreeMap<>();
        for (McapRecord.ChunkIndex chunk : reader.chunks()) {
            chunks.computeIfAbsent(chunk.compression(), compression -> new ArrayList<>())
                    .add(new long[] {chunk.compressedSize(), chunk.uncompressedSize()});
        }
        List<String> sentences = new ArrayList<>();
        chunks.forEach((compression, each) -> sentences.add(BagInspector.chunks(compression, each)));
        if (chunks.isEmpty()) {
            sentences.add("no chunks");
        }
        sentences.add(reader.isIndexed() ? "indexed" : "not indexed");
        reader.attachments()
                .forEach(each -> sentences.add(
                        "attachment '" + each.name() + "', " + each.mediaType() + ", " + each.dataSize() + " bytes"));
        reader.metadata().forEach(each -> sentences.add("metadata '" + each.name() + "'"));
        return sentences;
    }

    @Override
    public List<String> warnings() {
        return reader.damage()
                .map(damage -> List.of(damage + ". What stands before is read"))
                .orElse(List.of());
    }

    @Override
    public void close() {
        messages = null;
        try {
            reader.close();
        } catch (IOException e) {
            var bad = new BadInputException(
                    file.toString(), "the file cannot be closed (" + e.getMessage() + ")", "Look at the disk.");
            bad.initCause(e);
            throw bad;
        }
    }
}
