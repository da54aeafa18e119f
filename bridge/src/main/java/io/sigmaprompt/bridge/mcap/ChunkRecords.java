package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Opens a chunk: what it holds, uncompressed and checked. */
final class ChunkRecords {
    private ChunkRecords() {}

    /**
     * The records of a chunk.
     *
     * @param place file and offset of the chunk, for messages
     * @return little-endian, from 0 to its limit
     * @throws BadInputException if its compression is not known, it is damaged or its CRC is another
     */
    static ByteBuffer of(McapRecord.Chunk chunk, String place) {
        byte[] records = decompressed(chunk, place);
        if (chunk.uncompressedCrc() != 0) {
            var crc = new CRC32();
            crc.update(records);
            if (crc.getValue() != chunk.uncompressedCrc()) {
                throw new BadInputException(
                        place,
                        "the CRC of the chunk should be %08x and is %08x"
                                .formatted(chunk.uncompressedCrc(), crc.getValue()),
                        McapDamage.CHANGED);
            }
        }
        return ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] decompressed(McapRecord.Chunk chunk, String place) {
        McapCompression compression = McapCompression.of(chunk.compression())
                .orElseThrow(() -> new BadInputException(
                        place,
                        "the chunk is compressed with '" + chunk.compression() + "'; known are "
                                + McapCompression.known(),
                        "Rewrite the file with 'mcap compress --compression zstd'."));
        try {
            return compression.decompress(chunk.records(), chunk.uncompressedSize());
        } catch (IOException e) {
            throw McapDamage.at(
                    place, "the chunk's " + compression.key() + " data cannot be opened: " + e.getMessage());
        }
    }
}
