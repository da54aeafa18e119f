package io.sigmaprompt.bridge.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.bridge.mcap.McapOptions.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The conformance cases of the MCAP project: read and held against their description, and written to the same bytes. */
class McapConformanceTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> readsEveryCaseAsItIsDescribed() throws IOException {
        return cases().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    @TestFactory
    Stream<DynamicTest> writesEveryCaseByteForByte() throws IOException {
        return cases().map(file -> DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> assertArrayEquals(Files.readAllBytes(file), written(file))));
    }

    private static Stream<Path> cases() throws IOException {
        List<Path> cases;
        try (Stream<Path> files = Files.walk(Corpus.path("conformance/mcap"))) {
            cases = files.filter(file -> file.toString().endsWith(".mcap"))
                    .sorted()
                    .toList();
        }
        assertTrue(cases.size() >= 160, "cases found: " + cases.size());
        return cases.stream();
    }

    private static JsonNode description(Path file) throws IOException {
        Path description = file.resolveSibling(file.getFileName().toString().replace(".mcap", ".json"));
        return JSON.readTree(Files.readString(description));
    }

    /** The case written by our writer from its description alone: its features, and its records up to the data's end. */
    private static byte[] written(Path file) throws IOException {
        JsonNode description = description(file);
        Set<String> features = new HashSet<>();
        description.at("/meta/variant/features").forEach(feature -> features.add(feature.asString()));
        var out = new ByteArrayOutputStream();
        try (var writer = new McapWriter(out, "", "", options(features))) {
            for (JsonNode node : description.get("records")) {
                if (node.get("type").asString().equals("DataEnd")) {
                    break;
                }
                write(node, writer);
            }
        }
        return out.toByteArray();
    }

    private static McapOptions options(Set<String> features) {
        Map<String, Part> parts = Map.of(
                "mx", Part.MESSAGE_INDEX,
                "chx", Part.CHUNK_INDEX,
                "ax", Part.ATTACHMENT_INDEX,
                "mdx", Part.METADATA_INDEX,
                "rsh", Part.REPEATED_SCHEMAS,
                "rch", Part.REPEATED_CHANNELS,
                "st", Part.STATISTICS,
                "sum", Part.SUMMARY_OFFSETS,
                "pad", Part.PADDING);
        Set<Part> wanted = EnumSet.noneOf(Part.class);
        parts.forEach((feature, part) -> {
            if (features.contains(feature)) {
                wanted.add(part);
            }
        });
        int chunkSize = features.contains("ch") ? McapOptions.DEFAULT_CHUNK_SIZE : 0;
        return new McapOptions(chunkSize, McapCompression.NONE, wanted);
    }

    private static void write(JsonNode node, McapWriter writer) throws IOException {
        Map<String, JsonNode> fields = new TreeMap<>();
        node.get("fields").forEach(field -> fields.put(field.get(0).asString(), field.get(1)));
        switch (node.get("type").asString()) {
            case "Header" -> {}
            case "Schema" ->
                assertEquals(
                        number(fields, "id"),
                        writer.schema(text(fields, "name"), text(fields, "encoding"), bytes(fields, "data")));
            case "Channel" ->
                assertEquals(
                        number(fields, "id"),
                        writer.channel(
                                (int) number(fields, "schema_id"),
                                text(fields, "topic"),
                                text(fields, "message_encoding"),
                                texts(fields.get("metadata"))));
            case "Message" ->
                writer.message(
                        (int) number(fields, "channel_id"),
                        number(fields, "sequence"),
                        number(fields, "log_time"),
                        number(fields, "publish_time"),
                        bytes(fields, "data"));
            case "Attachment" ->
                writer.attachment(
                        text(fields, "name"),
                        text(fields, "media_type"),
                        number(fields, "log_time"),
                        number(fields, "create_time"),
                        bytes(fields, "data"));
            case "Metadata" -> writer.metadata(text(fields, "name"), texts(fields.get("metadata")));
            default -> throw new AssertionError("a case holds a " + node.get("type"));
        }
    }

    private static String text(Map<String, JsonNode> fields, String name) {
        return fields.get(name).asString();
    }

    private static long number(Map<String, JsonNode> fields, String name) {
        return Long.parseUnsignedLong(fields.get(name).asString());
    }

    private static byte[] bytes(Map<String, JsonNode> fields, String name) {
        var out = new ByteArrayOutputStream();
        fields.get(name).forEach(each -> out.write(Integer.parseInt(each.asString())));
        return out.toByteArray();
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
        return map;
    }

    private static void compare(Path file) throws IOException {
        List<String> expected = new ArrayList<>();
        for (JsonNode node : description(file).get("records")) {
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
