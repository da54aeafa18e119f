package io.sigmaprompt.scenarios.language;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds a document against the published schema, and says in words what is wrong. */
final class ScenarioSchema {
    static final String RESOURCE = "/io/sigmaprompt/scenarios/scenario.schema.json";

    private static final ScenarioSchema INSTANCE = new ScenarioSchema(text());
    private static final ScenarioSchema ALARMS = new ScenarioSchema(alarmsText());

    private final JsonNode tree;
    private final Schema schema;

    private ScenarioSchema(String text) {
        tree = JsonMapper.shared().readTree(text);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /** The schema as it is published. */
    static String text() {
        try (InputStream in = ScenarioSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a file of alarm rules: that of a scenario's section. */
    private static String alarmsText() {
        ObjectNode whole = (ObjectNode) JsonMapper.shared().readTree(text());
        ObjectNode alarms = whole.objectNode();
        alarms.set("$schema", whole.path("$schema"));
        alarms.put("$ref", "#/$defs/alarms");
        alarms.set("$defs", whole.path("$defs"));
        return alarms.toString();
    }

    /** Adds everything that the schema finds wrong with a scenario. */
    static void validate(YamlDocument document, Complaints complaints) {
        INSTANCE.hold(document, complaints);
    }

    /** Adds everything that the schema finds wrong with a file of alarm rules. */
    static void validateAlarms(YamlDocument document, Complaints complaints) {
        ALARMS.hold(document, complaints);
    }

    private void hold(YamlDocument document, Complaints complaints) {
        for (Error error : schema.validate(document.root())) {
            // What an alternative of a oneOf says is summed up by the oneOf itself.
            if (!error.getEvaluationPath().toString().contains("/oneOf/")) {
                complain(document, error, complaints);
            }
        }
    }

    private void complain(YamlDocument document, Error error, Complaints complaints) {
        String pointer = error.getInstanceLocation().toString();
        String keywordPath = error.getSchemaLocation().getFragment().toString();
        JsonNode parent = tree.at(keywordPath.substring(0, keywordPath.lastIndexOf('/')));
        JsonNode instance = document.root().at(pointer);
        Location at = document.value(pointer);
        String help = description(error, parent);
        switch (error.getKeyword()) {
            case "additionalProperties" -> {
                String key = String.valueOf(error.getProperty());
                List<String> known = names(parent.path("properties"));
                complaints.add(
                        document.key(YamlDocument.child(pointer, key)),
                        "found the key '" + key + "', which is not known here",
                        DidYouMean.remedy(key, known, "Known keys are "));
            }
            case "required" ->
                complaints.add(
                        at, "expected the key '" + error.getProperty() + "', found none", keyHelp(parent, error));
            case "dependentRequired" -> dependent(document, pointer, parent, complaints);
            case "oneOf" -> oneOf(at, parent, instance, complaints);
            case "type" ->
                complaints.add(at, "expected " + types(parent.path("type")) + ", found " + found(instance), help);
            case "enum" -> {
                List<String> values = strings(parent.path("enum"));
                complaints.add(
                        at,
                        "expected one of " + String.join(", ", values) + ", found " + found(instance),
                        DidYouMean.remedy(instance.asString(""), values, "Choose one of "));
            }
            default -> complaints.add(at, "found " + found(instance) + ": " + error.getMessage(), help);
        }
    }

    private void dependent(YamlDocument document, String pointer, JsonNode parent, Complaints complaints) {
        JsonNode instance = document.root().at(pointer);
        for (String key : names(parent.path("dependentRequired"))) {
            for (String needed : strings(parent.path("dependentRequired").path(key))) {
                if (instance.has(key) && !instance.has(needed)) {
                    complaints.add(
                            document.key(YamlDocument.child(pointer, key)),
                            "found '" + key + "' without '" + needed + "'",
                            "Add '" + needed + "', or leave '" + key + "' out.");
                }
            }
        }
    }

    private static void oneOf(Location at, JsonNode parent, JsonNode instance, Complaints complaints) {
        List<String> alternatives = new ArrayList<>();
        for (JsonNode alternative : parent.path("oneOf")) {
            alternatives.addAll(strings(alternative.path("required")));
        }
        List<String> present = alternatives.stream().filter(instance::has).toList();
        complaints.add(
                at,
                "expected exactly one of " + String.join(", ", alternatives) + ", found "
                        + (present.isEmpty() ? "none" : String.join(" and ", present)),
                present.isEmpty()
                        ? "Add the one that is meant."
                        : "Keep one of them, and give the others their own entry.");
    }

    /** The description nearest to the error: on the property itself, or on what it refers to. */
    private String description(Error error, JsonNode parent) {
        String path = error.getEvaluationPath().toString();
        int ref = path.lastIndexOf("/$ref");
        JsonNode outer = ref < 0 || path.indexOf('/', ref + 1) != path.lastIndexOf('/')
                ? parent
                : resolve(path.substring(0, ref));
        String text =
                outer.path("description").asString(parent.path("description").asString(""));
        return text.isEmpty() ? "See docs/scenarios.md." : "Here belongs: " + text;
    }

    private String keyHelp(JsonNode parent, Error error) {
        JsonNode property = parent.path("properties").path(String.valueOf(error.getProperty()));
        if (property.path("description").isMissingNode() && property.has("$ref")) {
            property = tree.at(property.path("$ref").asString("").substring(1));
        }
        return "Add it: " + property.path("description").asString("see docs/scenarios.md.");
    }

    /** Follows an evaluation path, through its references, to the schema it ends at. */
    private JsonNode resolve(String evaluationPath) {
        JsonNode node = tree;
        for (String step : evaluationPath.split("/", -1)) {
            if (step.equals("$ref")) {
                node = tree.at(node.path("$ref").asString("").substring(1));
            } else if (!step.isEmpty()) {
                node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
            }
        }
        return node;
    }

    private static String types(JsonNode type) {
        List<String> words = type.isArray() ? strings(type) : List.of(type.asString(""));
        return String.join(" or ", words.stream().map(ScenarioSchema::inWords).toList());
    }

    private static String inWords(String type) {
        return switch (type) {
            case "object" -> "keys with values";
            case "array" -> "a list";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    private static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "keys with values";
            case ARRAY -> "a list of " + node.size();
            case NULL -> "nothing";
            case MISSING -> "nothing";
            default -> "'" + node.asString() + "'";
        };
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }
}
