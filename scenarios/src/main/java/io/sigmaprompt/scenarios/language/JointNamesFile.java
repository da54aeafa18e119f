package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.telemetry.naming.JointMapping;
import io.sigmaprompt.twin.telemetry.naming.JointNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mapping file of a source's joints: a line {@code fer_joint1: panda_joint1} for each, or, where units, gears or zero
 * points differ, {@code J1: {joint: shoulder_pan_joint, unit: deg, gear: -1, offset: 90 deg}}.
 */
public final class JointNamesFile {
    /** The option under which a robot's hardware options name the file. */
    public static final String OPTION = "joint-names";

    private static final List<String> KEYS = List.of("joint", "unit", "gear", "offset");
    private static final Map<String, Double> UNITS = units();

    private JointNamesFile() {}

    private static Map<String, Double> units() {
        Map<String, Double> units = new LinkedHashMap<>();
        units.put("rad", 1.0);
        units.put("deg", Math.PI / 180);
        units.put("mrad", 1e-3);
        units.put("rev", 2 * Math.PI);
        units.put("m", 1.0);
        units.put("cm", 1e-2);
        units.put("mm", 1e-3);
        return units;
    }

    /**
     * Reads a mapping file.
     *
     * @throws BadInputException if it is not there or not a mapping of joints
     */
    public static JointNames read(Path file) {
        return new JointNames(mappings(file, null));
    }

    /** Looks whether a file maps to joints of a model. */
    static void check(Path file, JointCatalogue joints) {
        JointNames unused = new JointNames(mappings(file, joints));
    }

    private static List<JointMapping> mappings(Path file, @Nullable JointCatalogue joints) {
        YamlDocument document = YamlDocument.parse(file.toString(), text(file));
        Complaints complaints = new Complaints(file.toString());
        Section root = Section.root(document, complaints);
        if (!document.root().isObject() || document.root().isEmpty()) {
            root.complain(
                    "expected a mapping of the source's joints to the model's, found something else",
                    "Write a line for each joint, as fer_joint1: panda_joint1");
        }
        List<JointMapping> mappings = new ArrayList<>();
        Map<String, String> taken = new LinkedHashMap<>();
        root.entries().forEach((source, at) -> {
            JointMapping mapping = mapping(source, at);
            Section target = at.isText() ? at : at.child("joint");
            String before = taken.putIfAbsent(mapping.joint(), source);
            if (mapping.joint().isEmpty()) {
                target.complain(
                        "expected the model's joint for '" + source + "', found nothing",
                        "Write " + source + ": NAME, or " + source + ": {joint: NAME, unit: deg}");
            } else if (before != null) {
                target.complain("joint '" + mapping.joint() + "' is '" + before + "' already", "Map each joint once.");
            } else if (joints == null || joints.find(mapping.joint(), target) != null) {
                mappings.add(mapping);
            }
        });
        complaints.check();
        return mappings;
    }

    private static JointMapping mapping(String source, Section at) {
        if (at.isText()) {
            return JointMapping.renamed(source, at.text());
        }
        at.entries().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                value.complainOfKey(
                        "a joint's mapping has no key '" + key + "'", DidYouMean.remedy(key, KEYS, "Its keys are "));
            }
        });
        String unit = at.text("unit", "rad");
        if (!UNITS.containsKey(unit)) {
            at.child("unit")
                    .complain(
                            "expected the unit of the source's positions, found '" + unit + "'",
                            "Known are " + String.join(", ", UNITS.keySet()) + ".");
        }
        double gear = at.quantity("gear", 1, Range.ANY, Dimension.RATIO);
        if (!(Math.abs(gear) > 0) || !Double.isFinite(gear)) {
            at.child("gear")
                    .complain(
                            "expected turns of the model's joint for one of the source's, found " + gear,
                            "Write -1 where they turn against each other.");
            gear = 1;
        }
        return new JointMapping(
                source,
                at.text("joint", ""),
                UNITS.getOrDefault(unit, 1.0),
                gear,
                at.quantity("offset", 0, Range.ANY, Dimension.ANGLE, Dimension.LENGTH));
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                throw new BadInputException(
                        file.toString(),
                        "the mapping file is empty",
                        "Write a line for each joint, as fer_joint1: panda_joint1");
            }
            return text;
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the mapping file cannot be read (" + e.getMessage() + ")", "Check the path.");
        }
    }
}
