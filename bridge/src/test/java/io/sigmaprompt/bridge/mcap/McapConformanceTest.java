package io.sigmaprompt.bridge.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the conformance cases of the MCAP project and compares every record with its description. */
class McapConformanceTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> readsEveryCaseAsItIsDescribed() throws IOException {
        Path folder = Corpus.path("conformance/mcap");
        List<Path> cases;
        try (Stream<Path> files = Files.walk(folder)) {
            cases = files.filter(file -> file.toString().endsWith(".mcap"))
                    .sorted()
                    .toList();
        }
        assertTrue(cases.size() >= 160, "cases found: " + cases.size());
        return cases.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    @Test
    void writesTheFullyIndexedCaseByteForByte() throws IOException {
        Path expected = Corpus.path("conformance/mcap/OneMessage/OneMessage-ch-chx-mx-rch-rsh-st-sum.mcap");
        var written = new ByteArrayOutputStream();
        try (var writer = new McapWriter(written, "", "", McapWriter.DEFAULT_CHUNK_SIZE)) {
            int schema = writer.schema("Example", "c", new byte[] {4, 5, 6});
            int channel = writer.channel(schema, "example", "a", Map.of("foo", "bar"));
            writer.message(channel, 10, 2, 1, new byte[] {1, 2, 3});
        }
        assertArrayEquals(Files.readAllBytes(expected), written.toByteArray());
    }

    @Test
    void writesTheEmptyCaseByteForByte() throws IOException {
        Path expected = Corpus.path("conformance/mcap/NoData/NoData-st-sum.mcap");
        var written = new ByteArrayOutputStream();
        new McapWriter(written, "", "", McapWriter.DEFAULT_CHUNK_SIZE).close();
        assertArrayEquals(Files.readAllBytes(expected), written.toByteArray());
    }

    private static void compare(Path file) throws IOException {
        Path description = file.resolveSibling(file.getFileName().toString().replace(".mcap", ".json"));
        List<String> expected = new ArrayList<>();
        for (JsonNode node : JSON.readTree(Files.readString(description)).get("records")) {
            expected.add(described(node));
        }
        List<String> found = new ArrayList<>();
        try (var reader = McapReader.open(file)) {
            found.add(described(reader.header()));
            for (McapRecord next = reader.nextRecord(); next != null; next = reader.nextRecord()) {
                // The descriptions leave message indexes out.
                if (!(next instanceof McapRecord.MessageIndex)) {
                    found.add(described(next));
                }
            }
            assertTrue(reader.truncation().isEmpty(), () -> reader.truncation().toString());
        }
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    private static String described(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        for (JsonNode field : node.get("fields")) {
            fields.put(field.get(0).asString(), plain(field.get(1)));
        }
        return node.get("type").asString() + fields;
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            List<String> bytes = new ArrayList<>();
            value.forEach(element -> bytes.add(element.asString()));
            return bytes.toString();
        }
        if (value.isObject()) {
            Map<String, String> map = new TreeMap<>();
            value.properties()
                    .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
            return map.toString();
        }
        return value.asString();
    }

    private static String described(McapRecord found) {
        Map<String, String> fields = new TreeMap<>();
        for (var component : found.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(found);
                String text = value instanceof byte[] bytes
                        ? java.util.Arrays.toString(bytes)
                        : value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : String.valueOf(value);
                fields.put(snakeCase(component.getName()), text);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return found.getClass().getSimpleName() + fields;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
