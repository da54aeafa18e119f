package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.mechanism.Mechanism;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how much a model has beyond links and joints. */
final class MechanismText {
    private MechanismText() {}

    /** How many there are of each kind, zeros too; the keys are plural nouns. */
    static Map<String, Integer> counts(Mechanism mechanism) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("actuators", mechanism.actuators().size());
        counts.put("sensors", mechanism.sensors().size());
        counts.put("sites", mechanism.sites().size());
        counts.put("equalities", mechanism.equalities().size());
        counts.put("tendons", mechanism.tendons().size());
        counts.put("exclusions", mechanism.exclusions().size());
        counts.put("pairs", mechanism.pairs().size());
        counts.put("keyframes", mechanism.keyframes().size());
        counts.put("cameras", mechanism.cameras().size());
        counts.put("lights", mechanism.lights().size());
        return counts;
    }

    /** One line for people; empty where there is nothing. */
    static String of(Mechanism mechanism) {
        return counts(mechanism).entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry ->
                        entry.getValue() + " " + (entry.getValue() == 1 ? singular(entry.getKey()) : entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String singular(String plural) {
        return plural.equals("equalities") ? "equality" : plural.substring(0, plural.length() - 1);
    }
}
