package io.sigmaprompt.bridge.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.bridge.mcap.McapOptions.Part;
import io.sigmaprompt.physics.model.BadInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class McapIndexedReaderTest {
    private static final List<String> TOPICS = List.of("/a", "/b", "/c");

    @TempDir
    Path folder;

    /** Messages of three topics whose times jump forth and back over chunks; each holds its number. */
    private static byte[] jumbled(McapOptions options, int count) throws IOException {
        var out = new ByteArrayOutputStream();
        Random random = new Random(7);
        try (var writer = new McapWriter(out, "", options)) {
            int schema = writer.schema("S", "jsonschema", "{}".getBytes(StandardCharsets.UTF_8));
            for (String topic : TOPICS) {
                writer.channel(schema, topic, "json", Map.of());
            }
            for (int i = 0; i < count; i++) {
                long time = 1_000L * i - random.nextInt(20_000) + 50_000;
                writer.message(
                        1 + random.nextInt(3), i, time, time, ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8));
                if (i == count / 2) {
                    writer.attachment("robot.urdf", "text/xml", 5, 6, new byte[] {1, 2, 3});
                    writer.metadata("session", Map.of("seed", "7"));
                }
            }
        }
        return out.toByteArray();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<McapRecord.Message> all(McapMessages messages) {
        List<McapRecord.Message> found = new ArrayList<>();
        for (McapRecord.Message next = messages.next(); next != null; next = messages.next()) {
            found.add(next);
        }
        return found;
    }

    private static List<McapRecord.Message> inFileOrder(Path file) throws IOException {
        List<McapRecord.Message> found = new ArrayList<>();
        try (var reader = McapReader.open(file)) {
            for (var next = reader.nextMessage(); next != null; next = reader.nextMessage()) {
                found.add(next);
            }
        }
        return found;
    }

    private static String told(List<McapRecord.Message> messages) {
        StringBuilder text = new StringBuilder();
        messages.forEach(m -> text.append(m.logTime())
                .append(' ')
                .append(m.channelId())
                .append(' ')
                .append(new String(m.data(), StandardCharsets.UTF_8))
                .append('\n'));
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(McapCompression.class)
    void messagesComeByTimeWhateverTheChunksHold(McapCompression compression) throws IOException {
        Path file =
                file("x.mcap", jumbled(McapOptions.DEFAULT.withChunkSize(700).withCompression(compression), 2000));
        List<McapRecord.Message> expected = new ArrayList<>(inFileOrder(file));
        expected.sort(Comparator.comparingLong(McapRecord.Message::logTime));
        try (var reader = McapIndexedReader.open(file)) {
            assertTrue(reader.isIndexed());
            assertTrue(reader.chunks().size() > 50, "chunks: " + reader.chunks().size());
            assertEquals(told(expected), told(all(reader.messages())));
            List<McapRecord.Message> some = expected.stream()
                    .filter(m -> m.channelId() == 2 && m.logTime() >= 300_000 && m.logTime() <= 900_000)
                    .toList();
            assertFalse(some.isEmpty());
            assertEquals(told(some), told(all(reader.messages(Set.of("/b"), 300_000, 900_000))));
            assertEquals("", told(all(reader.messages(Set.of("/none"), 0, -1L))));
            assertArrayEquals(
                    new byte[] {1, 2, 3},
                    reader.attachment(reader.attachments().getFirst()).data());
            assertEquals(
                    Map.of("seed", "7"),
                    reader.metadata(reader.metadata().getFirst()).values());
        }
    }

    @Test
    void aFileWithoutIndexesIsWalkedAlong() throws IOException {
        Set<Part> none = EnumSet.noneOf(Part.class);
        for (McapOptions options : List.of(
                new McapOptions(700, McapCompression.ZSTD, none),
                new McapOptions(0, McapCompression.NONE, none),
                new McapOptions(700, McapCompression.NONE, EnumSet.of(Part.CHUNK_INDEX, Part.STATISTICS)))) {
            Path file = file("bare.mcap", jumbled(options, 300));
            List<McapRecord.Message> expected = new ArrayList<>(inFileOrder(file));
            expected.sort(Comparator.comparingLong(McapRecord.Message::logTime));
            try (var reader = McapIndexedReader.open(file)) {
                assertFalse(reader.isIndexed());
                assertEquals("", reader.damage().orElse(""));
                assertEquals(told(expected), told(all(reader.messages())));
                assertEquals(1, reader.attachments().size());
            }
        }
    }

    @Test
    void everyConformanceCaseHoldsTheSameMessagesThroughItsIndex() throws IOException {
        List<Path> cases;
        try (Stream<Path> files = Files.walk(Corpus.path("conformance/mcap"))) {
            cases = files.filter(file -> file.toString().endsWith(".mcap")).toList();
        }
        assertTrue(cases.size() >= 160, "cases: " + cases.size());
        int indexed = 0;
        for (Path file : cases) {
            try (var reader = McapIndexedReader.open(file)) {
                assertEquals(told(inFileOrder(file)), told(all(reader.messages())), file.toString());
                assertTrue(reader.damage().isEmpty(), file.toString());
                indexed += reader.isIndexed() ? 1 : 0;
            }
        }
        assertTrue(indexed >= 12, "opened by their index: " + indexed);
    }

    @Test
    void aFileThatWasCutAnywhereGivesWhatStandsBeforeTheCut() throws IOException {
        byte[] whole = jumbled(McapOptions.DEFAULT.withChunkSize(400).withCompression(McapCompression.LZ4), 30);
        Path intact = file("whole.mcap", whole);
        List<McapRecord.Message> messages = inFileOrder(intact);
        int before = 0;
        for (int cut = 50; cut < whole.length - 8; cut++) {
            Path file = file("cut.mcap", java.util.Arrays.copyOf(whole, cut));
            try (var reader = McapIndexedReader.open(file)) {
                int found = all(reader.messages()).size();
                assertTrue(found >= before, "a longer file holds fewer messages at " + cut);
                before = found;
                boolean summaryBegan = found == messages.size();
                assertTrue(reader.damage().isPresent() || summaryBegan, "the cut at " + cut + " is not told");
            }
        }
        assertEquals(messages.size(), before);
    }

    @Test
    void aByteThatWasChangedAnywhereIsToldOrHarmless() throws IOException {
        int told = 0;
        int places = 0;
        for (McapCompression compression : McapCompression.values()) {
            byte[] whole = jumbled(McapOptions.DEFAULT.withChunkSize(400).withCompression(compression), 30);
            String expected = told(sorted(inFileOrder(file("whole.mcap", whole))));
            Random random = new Random(11);
            for (int at = 0; at < whole.length; at++) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                places++;
                told += readsOrTells(file("changed.mcap", changed), expected, at) ? 1 : 0;
            }
        }
        assertTrue(places > 5_000, "places: " + places);
        assertTrue(told > places / 2, "told: " + told + " of " + places);
    }

    private static List<McapRecord.Message> sorted(List<McapRecord.Message> messages) {
        return messages.stream()
                .sorted(Comparator.comparingLong(McapRecord.Message::logTime))
                .toList();
    }

    /** Reads a damaged file both ways: all of it comes, or what is wrong is told. Answers whether it was told. */
    private static boolean readsOrTells(Path file, String expected, int at) throws IOException {
        boolean told = false;
        List<McapRecord.Message> found = new ArrayList<>();
        try (var reader = McapIndexedReader.open(file)) {
            McapMessages messages = reader.messages();
            for (var next = messages.next(); next != null; next = messages.next()) {
                found.add(next);
            }
            told = reader.damage().isPresent();
        } catch (BadInputException e) {
            told = true;
        }
        if (!told) {
            assertEquals(expected, told(found), "a change of byte " + at + " lost or changed messages silently");
        }
        List<McapRecord.Message> streamed = new ArrayList<>();
        boolean streamTold = false;
        try (var reader = McapReader.open(file)) {
            for (var next = reader.nextMessage(); next != null; next = reader.nextMessage()) {
                streamed.add(next);
            }
            streamTold = reader.truncation().isPresent();
        } catch (BadInputException e) {
            streamTold = true;
        }
        if (!streamTold) {
            assertEquals(expected, told(sorted(streamed)), "a change of byte " + at + " was not seen in the stream");
        }
        return told || streamTold;
    }

    @Test
    void aClaimOfGreatLengthCostsNoMemory() throws IOException {
        byte[] whole = jumbled(McapOptions.DEFAULT.withChunkSize(400), 20);
        int chunk = 0;
        while (whole[chunk] != Opcode.CHUNK || whole[chunk + 2] == 0 && whole[chunk + 1] == 0) {
            chunk++;
        }
        byte[] changed = whole.clone();
        changed[chunk + 8] = 0x7F;
        try (var reader = McapIndexedReader.open(file("claim.mcap", changed))) {
            assertThrows(BadInputException.class, () -> all(reader.messages()));
        }
    }
}
