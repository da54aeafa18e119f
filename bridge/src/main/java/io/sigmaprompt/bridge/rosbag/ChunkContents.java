package io.sigmaprompt.bridge.rosbag;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections and messages of one chunk, as far as it is whole. */
final class ChunkContents {
    private final byte[] bytes;
    private final List<Entry> entries = new ArrayList<>();
    private final List<BagConnection> connections = new ArrayList<>();
    private @Nullable BadInputException damage;

    /** A message's connection, time and place in the unpacked chunk. */
    record Entry(int connection, long timeNanos, int offset, int length) {}

    ChunkContents(BagCompression.Unpacked unpacked, String place) {
        bytes = unpacked.bytes();
        try {
            walk(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), place);
        } catch (BadInputException e) {
            damage = e;
        }
        if (unpacked.problem() != null) {
            // Why it ends is the cause; that a record does not fit is what follows from it.
            damage = BagDamage.at(place, unpacked.problem());
        }
        entries.sort(Comparator.comparingLong(Entry::timeNanos));
    }

    /** By their times, ties as they were recorded. */
    List<Entry> entries() {
        return entries;
    }

    List<BagConnection> connections() {
        return connections;
    }

    @Nullable
    BadInputException damage() {
        return damage;
    }

    BagMessage message(Entry entry) {
        byte[] data = new byte[entry.length()];
        System.arraycopy(bytes, entry.offset(), data, 0, data.length);
        return new BagMessage(entry.connection(), entry.timeNanos(), data);
    }

    private void walk(ByteBuffer rest, String chunkPlace) {
        while (rest.hasRemaining()) {
            String place = chunkPlace + ", byte " + rest.position() + " of the chunk";
            var header = new BagRecord(part(rest, place), place);
            ByteBuffer data = part(rest, place);
            switch (header.opcode()) {
                case BagRecord.CONNECTION -> connections.add(header.connection(data));
                case BagRecord.MESSAGE ->
                    entries.add(new Entry(
                            header.int32("conn"),
                            header.time("time"),
                            rest.position() - data.remaining(),
                            data.remaining()));
                default ->
                    throw BagDamage.at(
                            place,
                            "a chunk holds connections and messages, and this record's opcode is " + header.opcode());
            }
        }
    }

    private static ByteBuffer part(ByteBuffer rest, String place) {
        long length = rest.remaining() < Integer.BYTES ? -1 : rest.getInt() & 0xFFFF_FFFFL;
        if (length < 0 || length > rest.remaining()) {
            throw BagDamage.at(place, "there is no whole record here");
        }
        ByteBuffer part = rest.slice(rest.position(), (int) length);
        rest.position(rest.position() + (int) length);
        return part;
    }
}
