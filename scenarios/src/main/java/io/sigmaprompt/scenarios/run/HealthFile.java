package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Indicator;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Joint;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Kind;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a robot's joints fared in a run, as {@code health-ROBOT.json} of its folder, for trends over many runs.
 *
 * @param model the model of the robot
 * @param health as it was at the run's end
 */
public record HealthFile(String model, HealthIndicatorRecord health) {
    /** Version of the format, and of how indicators are found: another one's numbers mean something else. */
    public static final int VERSION = 1;

    private static final String FORMAT = "sigma joint health";
    private static final String PREFIX = "health-";
    private static final String SUFFIX = ".json";

    /** The file of a robot in a run's folder. */
    static String name(String robot) {
        return PREFIX + robot + SUFFIX;
    }

    /** The names of such files in a folder, sorted. */
    public static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("robot", health.robot());
        json.put("model", model);
        json.put("simNanos", health.simNanos());
        ArrayNode joints = json.putArray("joints");
        for (Joint joint : health.joints()) {
            ObjectNode one = joints.addObject();
            one.put("name", joint.name());
            one.put("prismatic", joint.prismatic());
            put(one, "speed", joint.speed());
            ArrayNode indicators = one.putArray("indicators");
            for (Indicator each : joint.indicators()) {
                ObjectNode told = indicators.addObject();
                told.put("kind", each.kind().name());
                put(told, "value", each.value());
                put(told, "deviation", each.deviation());
                told.put("evidence", each.evidence());
                told.put("unit", each.unit());
                told.put("note", each.note());
            }
            ObjectNode load = one.putObject("load");
            load.put("seconds", joint.load().seconds());
            load.put("travel", joint.load().travel());
            load.put("loadedTravel", joint.load().loadedTravel());
            load.put("cycles", joint.load().cycles());
            load.put("damage", joint.load().damage());
            load.put("exponent", joint.load().exponent());
            load.put("rangeStep", joint.load().rangeStep());
            ArrayNode counts = load.putArray("counts");
            Arrays.stream(joint.load().counts()).forEach(counts::add);
        }
        return json;
    }

    /** JSON has no NaN. */
    private static void put(ObjectNode object, String name, double value) {
        object.put(name, Double.isFinite(value) ? value : null);
    }

    /**
     * Reads one.
     *
     * @throws BadInputException if it is no such file, or of another version
     */
    public static HealthFile read(Path folder, String file) {
        String place = folder.resolve(file).toString();
        JsonNode json = RunDirectory.read(folder, file);
        if (!json.path("format").asString("").equals(FORMAT)) {
            throw bad(place, "expected \"format\": \"" + FORMAT + "\", found something else");
        }
        int version = json.path("version").asInt(-1);
        if (version != VERSION) {
            throw new BadInputException(
                    place,
                    "expected version " + VERSION + " of joint health, found " + version,
                    "Record it anew with this version of sigma, or leave this run out.");
        }
        List<Joint> joints = new ArrayList<>();
        int at = 0;
        for (JsonNode joint : json.path("joints")) {
            joints.add(joint(joint, place + ": joints[" + at++ + "]"));
        }
        return new HealthFile(
                text(json, "model", place),
                new HealthIndicatorRecord(
                        text(json, "robot", place), (long) number(json, "simNanos", place, false), joints));
    }

    private static Joint joint(JsonNode json, String place) {
        List<Indicator> indicators = new ArrayList<>();
        for (JsonNode each : json.path("indicators")) {
            String at = place + ".indicators[" + indicators.size() + "]";
            Kind[] kinds = Kind.values();
            String kind = text(each, "kind", at);
            if (indicators.size() >= kinds.length
                    || !kinds[indicators.size()].name().equals(kind)) {
                throw bad(at, "expected the kinds " + Arrays.toString(kinds) + " in this order, found " + kind);
            }
            indicators.add(new Indicator(
                    kinds[indicators.size()],
                    number(each, "value", at, true),
                    number(each, "deviation", at, true),
                    number(each, "evidence", at, false),
                    text(each, "unit", at),
                    text(each, "note", at)));
        }
        if (indicators.size() != Kind.values().length) {
            throw bad(place, "expected " + Kind.values().length + " indicators, found " + indicators.size());
        }
        JsonNode load = json.path("load");
        String at = place + ".load";
        List<Double> counts = new ArrayList<>();
        load.path("counts").forEach(each -> counts.add(each.asDouble(Double.NaN)));
        return new Joint(
                text(json, "name", place),
                json.path("prismatic").asBoolean(false),
                indicators,
                number(json, "speed", place, true),
                new Load(
                        number(load, "seconds", at, false),
                        number(load, "travel", at, false),
                        number(load, "loadedTravel", at, false),
                        number(load, "cycles", at, false),
                        number(load, "damage", at, false),
                        (int) number(load, "exponent", at, false),
                        number(load, "rangeStep", at, false),
                        counts.stream().mapToDouble(each -> each).toArray()));
    }

    private static String text(JsonNode json, String field, String place) {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw bad(place, "expected text in \"" + field + "\", found " + (value.isMissingNode() ? "none" : value));
        }
        return value.asString();
    }

    private static double number(JsonNode json, String field, String place, boolean optional) {
        JsonNode value = json.path(field);
        if (optional && value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber()) {
            throw bad(
                    place, "expected a number in \"" + field + "\", found " + (value.isMissingNode() ? "none" : value));
        }
        return value.asDouble();
    }

    private static BadInputException bad(String place, String problem) {
        return new BadInputException(place, problem, "Copy the run directory again from where it was recorded.");
    }
}
