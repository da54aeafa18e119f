package io.sigmaprompt.bridge.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McapRoundTripTest {
    private static final byte[] SCHEMA = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void everyMessageComesBackWithItsTimesAndChannel() throws IOException {
        Path file = write("whole.mcap", sample(100, 500));
        try (var reader = McapReader.open(file)) {
            assertEquals("ros2", reader.header().profile());
            for (int i = 0; i < 100; i++) {
                McapRecord.Message message = reader.nextMessage();
                assertNotNull(message);
                assertEquals(i % 2 + 1, message.channelId());
                assertEquals(i, message.sequence());
                assertEquals(1_000_000L * i, message.logTime());
                assertEquals(1_000_000L * i - 7, message.publishTime());
                assertArrayEquals(payload(i), message.data());
            }
            assertNull(reader.nextMessage());
            assertEquals("/b", reader.channels().get(2).topic());
            assertEquals(Map.of("unit", "rad"), reader.channels().get(2).metadata());
            assertEquals("Sample", reader.schemas().get(1).name());
            assertTrue(reader.truncation().isEmpty());
        }
    }

    @Test
    void indexesPointAtTheRecordsTheyName() throws IOException {
        byte[] bytes = sample(40, 300);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<McapRecord> records = records(write("indexed.mcap", bytes));
        int chunks = 0;
        for (McapRecord found : records) {
            if (found instanceof McapRecord.ChunkIndex index) {
                chunks++;
                assertEquals(Opcode.CHUNK, file.get((int) index.chunkStartOffset()));
                index.messageIndexOffsets()
                        .values()
                        .forEach(offset -> assertEquals(Opcode.MESSAGE_INDEX, file.get(offset.intValue())));
            } else if (found instanceof McapRecord.MetadataIndex index) {
                assertEquals(Opcode.METADATA, file.get((int) index.offset()));
                assertEquals(index.length() - Opcode.PREFIX_BYTES, file.getLong((int) index.offset() + 1));
            } else if (found instanceof McapRecord.AttachmentIndex index) {
                assertEquals(Opcode.ATTACHMENT, file.get((int) index.offset()));
                assertEquals(index.length() - Opcode.PREFIX_BYTES, file.getLong((int) index.offset() + 1));
            } else if (found instanceof McapRecord.SummaryOffset group) {
                assertEquals(group.groupOpcode(), file.get((int) group.groupStart()));
            } else if (found instanceof McapRecord.Statistics statistics) {
                assertEquals(40, statistics.messageCount());
                assertEquals(Map.of(1, 20L, 2, 20L), statistics.channelMessageCounts());
                assertEquals(0, statistics.messageStartTime());
                assertEquals(39_000_000L, statistics.messageEndTime());
                assertEquals(1, statistics.metadataCount());
                assertEquals(1, statistics.attachmentCount());
            }
        }
        assertTrue(chunks > 3, "chunks: " + chunks);
    }

    @Test
    void theSameCallsGiveTheSameBytes() throws IOException {
        assertArrayEquals(sample(50, 400), sample(50, 400));
    }

    @Property(tries = 40)
    void aFileCutAnywhereGivesAllWholeMessagesBeforeTheCut(@ForAll @IntRange(min = 0, max = 10_000) int permille)
            throws IOException {
        byte[] bytes = sample(30, 300);
        int cut = 60 + (int) ((bytes.length - 61L) * permille / 10_000);
        Path file = Files.createTempFile("cut", ".mcap");
        try {
            Files.write(file, java.util.Arrays.copyOf(bytes, cut));
            int whole = 0;
            try (var reader = McapReader.open(file)) {
                for (var next = reader.nextMessage(); next != null; next = reader.nextMessage()) {
                    assertArrayEquals(payload(whole), next.data());
                    whole++;
                }
                assertTrue(reader.truncation().isPresent());
                assertTrue(reader.truncation().get().contains("byte"));
            }
            assertEquals(wholeMessagesBefore(bytes, cut), whole);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void whatWasFlushedIsReadableWhileTheWriterIsStillOpen() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new McapWriter(out, "", McapOptions.DEFAULT.withChunkSize(1 << 20))) {
            int channel = writer.channel(0, "/x", "json", Map.of());
            writer.message(channel, 0, 5, 5, SCHEMA);
            writer.flush();
            writer.message(channel, 1, 6, 6, SCHEMA);
            try (var reader = McapReader.open(write("open.mcap", out.toByteArray()))) {
                assertEquals(5, reader.nextMessage().logTime());
                assertNull(reader.nextMessage());
                assertTrue(reader.truncation().isPresent());
            }
        }
    }

    @Test
    void aChangedByteInAChunkIsFoundByItsCrc() throws IOException {
        byte[] bytes = sample(10, 100_000);
        bytes[400] ^= 1;
        Path file = write("changed.mcap", bytes);
        var thrown = assertThrows(BadInputException.class, () -> records(file));
        assertTrue(thrown.getMessage().contains("CRC of the chunk"), thrown.getMessage());
        assertTrue(thrown.place().contains("changed.mcap:byte "), thrown.place());
    }

    @Test
    void anUnknownCompressionIsRefusedByName() throws IOException {
        var chunk = new RecordBuffer(100);
        chunk.raw(Opcode.magic(), 8);
        int header = chunk.beginRecord(Opcode.HEADER);
        chunk.text("").text("");
        chunk.endRecord(header);
        int mark = chunk.beginRecord(Opcode.CHUNK);
        chunk.u64(0).u64(0).u64(10).u32(0).text("brotli").u64(0);
        chunk.endRecord(mark);
        Path file = write("brotli.mcap", java.util.Arrays.copyOf(chunk.array(), chunk.size()));
        var thrown = assertThrows(BadInputException.class, () -> records(file));
        assertTrue(thrown.problem().contains("'brotli'; known are 'lz4' and 'zstd'"), thrown.problem());
    }

    @Test
    void aFileThatIsNoMcapIsRefusedWithItsName() throws IOException {
        for (String text : List.of("", "# bag", "SQLite format 3 and more")) {
            Path file = write("other.bin", text.getBytes(StandardCharsets.UTF_8));
            var thrown = assertThrows(BadInputException.class, () -> McapReader.open(file));
            assertTrue(thrown.place().contains("other.bin"), thrown.place());
        }
        assertThrows(BadInputException.class, () -> McapReader.open(folder.resolve("absent.mcap")));
        assertThrows(BadInputException.class, () -> McapReader.open(folder));
    }

    @Test
    void aLengthBeyondTheRecordIsRefusedWithoutAllocatingIt() throws IOException {
        var buffer = new RecordBuffer(100);
        buffer.raw(Opcode.magic(), 8);
        int header = buffer.beginRecord(Opcode.HEADER);
        buffer.u32(0xFFFF_FFF0L).u32(0);
        buffer.endRecord(header);
        Path file = write("absurd.mcap", java.util.Arrays.copyOf(buffer.array(), buffer.size()));
        var thrown = assertThrows(BadInputException.class, () -> McapReader.open(file));
        assertTrue(thrown.problem().contains("4294967280 bytes"), thrown.problem());
    }

    @Test
    void messagesOfUnknownChannelsAreRefusedByTheWriter() throws IOException {
        try (var writer = new McapWriter(new ByteArrayOutputStream(), "", McapOptions.DEFAULT.withChunkSize(1000))) {
            assertThrows(IllegalArgumentException.class, () -> writer.message(1, 0, 0, 0, SCHEMA));
            assertThrows(IllegalArgumentException.class, () -> writer.channel(3, "/x", "json", Map.of()));
        }
    }

    @Test
    void nothingCanBeWrittenAfterClosing() throws IOException {
        var writer = new McapWriter(new ByteArrayOutputStream(), "", McapOptions.DEFAULT.withChunkSize(1000));
        int channel = writer.channel(0, "/x", "json", Map.of());
        writer.close();
        writer.close();
        assertThrows(IllegalStateException.class, () -> writer.message(channel, 0, 0, 0, SCHEMA));
        assertFalse(assertThrows(IllegalStateException.class, writer::flush)
                .getMessage()
                .isBlank());
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<McapRecord> records(Path file) throws IOException {
        List<McapRecord> records = new ArrayList<>();
        try (var reader = McapReader.open(file)) {
            for (var next = reader.nextRecord(); next != null; next = reader.nextRecord()) {
                records.add(next);
            }
        }
        return records;
    }

    private static byte[] payload(int i) {
        return ("message " + "x".repeat(i % 13) + i).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sample(int messages, int chunkSize) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new McapWriter(out, "ros2", McapOptions.DEFAULT.withChunkSize(chunkSize))) {
            int schema = writer.schema("Sample", "jsonschema", SCHEMA);
            int a = writer.channel(schema, "/a", "json", Map.of());
            int b = writer.channel(schema, "/b", "json", Map.of("unit", "rad"));
            writer.metadata("session", Map.of("seed", "7"));
            for (int i = 0; i < messages; i++) {
                writer.message(i % 2 == 0 ? a : b, i, 1_000_000L * i, 1_000_000L * i - 7, payload(i));
            }
            writer.attachment("robot.urdf", "application/xml", 3, 4, payload(9));
        }
        return out.toByteArray();
    }

    /** Counts independently of the reader: by looking for the end of each payload in the bytes. */
    private static int wholeMessagesBefore(byte[] bytes, int cut) {
        String text = new String(bytes, 0, cut, StandardCharsets.ISO_8859_1);
        int count = 0;
        int from = 0;
        while (count < 30) {
            int at = text.indexOf(new String(payload(count), StandardCharsets.ISO_8859_1), from);
            if (at < 0) {
                return count;
            }
            from = at + 1;
            count++;
        }
        return count;
    }
}
