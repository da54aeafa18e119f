package io.sigmaprompt.bridge.rosbag;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A ROS 1 bag of format 2.0, opened for reading. Its chunks are looked at once when it is opened: a bag has no checksum over
 * its index, so what it holds is told from the chunks themselves, and a bag without index is read as one with it. Of one that
 * was cut or damaged everything before the damage is kept. For use by one thread.
 */
public final class RosBag implements Closeable {
    private static final byte[] MAGIC = "#ROSBAG V2.0\n".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final List<BagChunk> chunks = new ArrayList<>();
    private final List<ChunkSummary> summaries = new ArrayList<>();
    private final Map<Integer, BagConnection> connections = new TreeMap<>();
    private @Nullable BadInputException damage;
    private boolean indexed = true;

    private RosBag(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a bag.
     *
     * @throws BadInputException if there is no such file or it is no bag of format 2.0
     */
    public static RosBag open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    file.toString(),
                    Files.exists(file) ? "expected a .bag file, found a folder" : "there is no such file",
                    "Check the path.");
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            RosBag bag = new RosBag(file, channel, channel.size());
            try {
                bag.requireMagic();
                bag.walk();
                return bag;
            } catch (RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw BagDamage.unreadable(file, e);
        }
    }

    /** Every connection by its number. */
    public Map<Integer, BagConnection> connections() {
        return Collections.unmodifiableMap(connections);
    }

    /** Where and how the bag is damaged, if it is. */
    public Optional<BadInputException> damage() {
        return Optional.ofNullable(damage);
    }

    /** Whether the recorder finished the bag. */
    public boolean isIndexed() {
        return indexed;
    }

    /** Per chunk what it is compressed with and how many bytes it takes and comes to. */
    public List<ChunkSummary> chunks() {
        return Collections.unmodifiableList(summaries);
    }

    /** The messages of some connections, by the times they were received at. */
    public BagMessages messages(Collection<Integer> wanted) {
        return new BagMessages(this, summaries, Set.copyOf(wanted));
    }

    /** Unpacks a chunk; what is damaged in it has been told by {@link #damage()}. */
    ChunkContents contents(int chunk) {
        BagChunk which = chunks.get(chunk);
        byte[] stored = bytes(which.dataOffset(), which.storedBytes()).array();
        return new ChunkContents(BagCompression.unpack(stored, which), place(which.offset()));
    }

    private void requireMagic() {
        byte[] found = bytes(0, (int) Math.min(size, MAGIC.length)).array();
        if (!Arrays.equals(found, MAGIC)) {
            String begins = new String(found, StandardCharsets.ISO_8859_1);
            throw new BadInputException(
                    file + ":byte 0",
                    size == 0
                            ? "the file is empty"
                            : begins.startsWith("#ROSBAG V")
                                    ? "expected a bag of format 2.0, found " + begins.strip()
                                    : "the file does not begin with '#ROSBAG V2.0'",
                    "Name a .bag file that 'rosbag record' wrote; older formats are mended by 'rosbag migrate'.");
        }
    }

    private void walk() {
        long at = MAGIC.length;
        try {
            while (at < size && damage == null) {
                at = step(at);
            }
        } catch (BadInputException e) {
            damage = damage == null ? e : damage;
        }
    }

    /** Takes the record at an offset; gives the offset behind it. */
    private long step(long at) {
        String place = place(at);
        int headerLength = length(at, place);
        var header = new BagRecord(bytes(at + Integer.BYTES, headerLength), place);
        long lengthAt = at + Integer.BYTES + headerLength;
        int opcode = header.opcode();
        if (opcode == BagRecord.CHUNK) {
            return chunk(at, lengthAt, header, place);
        }
        int length = length(lengthAt, place);
        long dataAt = lengthAt + Integer.BYTES;
        switch (opcode) {
            case BagRecord.BAG_HEADER -> indexed = header.int64("index_pos") != 0;
            case BagRecord.CONNECTION -> take(header.connection(bytes(dataAt, length)));
            case BagRecord.INDEX, BagRecord.CHUNK_INFO -> {}
            default -> throw BagDamage.at(place, "the opcode " + opcode + " is none of a bag's records");
        }
        return dataAt + length;
    }

    private long chunk(long at, long lengthAt, BagRecord header, String place) {
        if (size - lengthAt < Integer.BYTES) {
            throw cutAt(place);
        }
        long claimed = bytes(lengthAt, Integer.BYTES).getInt(0) & 0xFFFF_FFFFL;
        long dataAt = lengthAt + Integer.BYTES;
        long there = Math.min(claimed, size - dataAt);
        if (there > Integer.MAX_VALUE - 64) {
            throw BagDamage.at(place, "the chunk claims " + claimed + " bytes; at most 2 GiB are read");
        }
        boolean cut = there < claimed;
        chunks.add(new BagChunk(at, dataAt, (int) there, header.string("compression"), header.uint32("size"), cut));
        ChunkContents contents = contents(chunks.size() - 1);
        contents.connections().forEach(this::take);
        summaries.add(ChunkSummary.of(chunks.size() - 1, chunks.getLast(), contents));
        damage = cut ? cutAt(place) : contents.damage();
        return dataAt + there;
    }

    private BadInputException cutAt(String place) {
        return BagDamage.at(place, "the file ends within this record: it was cut at byte " + size);
    }

    private void take(BagConnection connection) {
        connections.putIfAbsent(connection.id(), connection);
    }

    private int length(long at, String place) {
        if (size - at < Integer.BYTES) {
            throw cutAt(place);
        }
        long length = bytes(at, Integer.BYTES).getInt(0) & 0xFFFF_FFFFL;
        if (length > Math.min(size - at - Integer.BYTES, Integer.MAX_VALUE - 64)) {
            throw BagDamage.at(
                    place,
                    "the record claims " + length + " bytes and " + (size - at - Integer.BYTES)
                            + " are left: it was cut or is damaged");
        }
        return (int) length;
    }

    private String place(long offset) {
        return file + ":byte " + offset;
    }

    private ByteBuffer bytes(long offset, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw BagDamage.at(place(offset), "the file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw BagDamage.unreadable(file, e);
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
