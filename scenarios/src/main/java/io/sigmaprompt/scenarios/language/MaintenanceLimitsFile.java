package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.maintenance.advice.Aspect;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceLimits;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceLimits.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how much wear is too much: {@code healthy-sessions}, {@code limits} by aspect, as {@code friction: {change: 40 %}},
 * and the same by joint under {@code joints}. What is not named is as usual; {@code none} turns an aspect off.
 */
public final class MaintenanceLimitsFile {
    private static final List<String> KEYS = List.of("healthy-sessions", "limits", "joints");
    private static final List<String> LIMIT_KEYS = List.of("change", "least", "most");
    private static final List<String> ASPECTS =
            Arrays.stream(Aspect.values()).map(Aspect::key).toList();
    private static final Limit USUAL = new Limit(Double.NaN, 0, Double.POSITIVE_INFINITY, false);

    private MaintenanceLimitsFile() {}

    /**
     * Reads a file of limits.
     *
     * @throws BadInputException if it is not there or not such a file
     */
    public static MaintenanceLimits read(Path file) {
        YamlDocument document = YamlDocument.parse(file.toString(), text(file));
        Complaints complaints = new Complaints(file.toString());
        Section root = Section.root(document, complaints);
        if (!document.root().isObject()) {
            root.complain("expected limits, found something else", "Begin it with 'limits:'.");
        }
        known(root, KEYS, "a file of limits");
        long healthy = root.integer("healthy-sessions", MaintenanceLimits.DEFAULT.sessions());
        if (healthy < 1 || healthy > 10_000) {
            root.child("healthy-sessions")
                    .complain(
                            "expected how many sessions at first are healthy, 1 to 10000, found " + healthy,
                            "The default is " + MaintenanceLimits.DEFAULT.sessions() + ".");
        }
        Map<Aspect, Limit> limits = limits(root.child("limits"), MaintenanceLimits.DEFAULT.limits());
        Map<String, Map<Aspect, Limit>> joints = new LinkedHashMap<>();
        root.child("joints").entries().forEach((name, at) -> joints.put(name, limits(at, limits)));
        complaints.check();
        return new MaintenanceLimits((int) healthy, limits, joints);
    }

    private static Map<Aspect, Limit> limits(Section at, Map<Aspect, Limit> usual) {
        known(at, ASPECTS, "a list of limits");
        Map<Aspect, Limit> limits = new EnumMap<>(Aspect.class);
        limits.putAll(usual);
        for (Aspect aspect : Aspect.values()) {
            if (at.has(aspect.key())) {
                Section each = at.child(aspect.key());
                if (each.isText() && each.text().equals("none")) {
                    limits.remove(aspect);
                } else {
                    limits.put(aspect, limit(aspect, each, usual.getOrDefault(aspect, USUAL)));
                }
            }
        }
        return limits;
    }

    private static Limit limit(Aspect aspect, Section at, Limit usual) {
        if (at.entries().isEmpty()) {
            at.complain(
                    "expected a limit, found something else",
                    "Write " + aspect.key() + ": {change: 40 %}, {most: NUMBER} or none.");
        }
        known(at, LIMIT_KEYS, "a limit");
        boolean sums = aspect == Aspect.DAMAGE || aspect == Aspect.TRAVEL;
        if (sums && (at.has("change") || at.has("least"))) {
            at.child(at.which("change", "least"))
                    .complainOfKey(
                            aspect.key() + " sums up from session to session: only the sum can be limited",
                            "Write " + aspect.key() + ": {most: NUMBER}.");
        }
        boolean only = at.has("most") && !at.has("change") && !at.has("least");
        return new Limit(
                only ? Double.NaN : at.quantity("change", usual.change(), Range.POSITIVE, Dimension.RATIO),
                at.quantity("least", usual.least(), Range.NOT_NEGATIVE, dimensions(aspect)),
                at.quantity("most", usual.most(), Range.POSITIVE, dimensions(aspect)),
                usual.down() && !only);
    }

    private static Dimension[] dimensions(Aspect aspect) {
        return switch (aspect) {
            case FRICTION -> new Dimension[] {Dimension.TORQUE, Dimension.FORCE};
            case BACKLASH, DEAD_TRAVEL -> new Dimension[] {Dimension.ANGLE, Dimension.LENGTH};
            case EFFORT_GAIN, CURRENT_GAIN, THERMAL_RESISTANCE, DAMAGE, TRAVEL -> new Dimension[] {Dimension.RATIO};
        };
    }

    private static void known(Section at, List<String> keys, String what) {
        at.entries().forEach((key, value) -> {
            if (!keys.contains(key)) {
                value.complainOfKey(what + " has no key '" + key + "'", DidYouMean.remedy(key, keys, "Its keys are "));
            }
        });
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                throw new BadInputException(
                        file.toString(), "the file of limits is empty", "Write limits: {friction: {change: 40 %}}");
            }
            return text;
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(), "the limits cannot be read (" + e.getMessage() + ")", "Check the path.");
        }
    }
}
