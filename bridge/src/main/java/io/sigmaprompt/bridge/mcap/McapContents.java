package io.sigmaprompt.bridge.mcap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file holds and where, from its summary or from a walk along its records. */
final class McapContents {
    /** Messages that stand outside chunks: log time, channel and offset each, in file order. */
    record Loose(long logTime, int channelId, long offset) {}

    final Map<Integer, McapRecord.Schema> schemas = new LinkedHashMap<>();
    final Map<Integer, McapRecord.Channel> channels = new LinkedHashMap<>();
    final List<McapRecord.ChunkIndex> chunks = new ArrayList<>();
    final List<McapRecord.AttachmentIndex> attachments = new ArrayList<>();
    final List<McapRecord.MetadataIndex> metadata = new ArrayList<>();
    final List<Loose> loose = new ArrayList<>();
    private McapRecord.@Nullable Statistics statistics;
    private @Nullable String damage;

    /** Takes what the summary or the data section says; other records are passed over. */
    void take(McapRecord found) {
        switch (found) {
            case McapRecord.Schema schema -> schemas.put(schema.id(), schema);
            case McapRecord.Channel channel -> channels.put(channel.id(), channel);
            case McapRecord.ChunkIndex chunk -> chunks.add(chunk);
            case McapRecord.AttachmentIndex attachment -> attachments.add(attachment);
            case McapRecord.MetadataIndex index -> metadata.add(index);
            case McapRecord.Statistics counted -> statistics = counted;
            default -> {}
        }
    }

    /** Counts of the whole file, where it has them. */
    Optional<McapRecord.Statistics> statistics() {
        return Optional.ofNullable(statistics);
    }

    void damagedAt(String where) {
        damage = where;
    }

    /** Where and how the file is damaged, if a walk met damage. */
    Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    /** Whether everything that counts tells is to be found through the indexes. */
    boolean isComplete() {
        McapRecord.Statistics counted = statistics;
        return counted != null
                && counted.chunkCount() == chunks.size()
                && counted.attachmentCount() == attachments.size()
                && counted.metadataCount() == metadata.size()
                && counted.channelCount() == channels.size()
                && counted.schemaCount() == schemas.size()
                && (counted.messageCount() == 0 || !chunks.isEmpty())
                && channels.values().stream().allMatch(c -> c.schemaId() == 0 || schemas.containsKey(c.schemaId()));
    }
}
