package io.sigmaprompt.scenarios.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A part of a scenario file that has passed the schema. Where a value is wrong all the same, it complains and answers
 * with a stand-in, so that one reading finds every mistake.
 */
final class Section {
    /** More than eleven days: a mistake, and far below what nanoseconds can count. */
    private static final double LONGEST_SECONDS = 1e6;

    /** What values are allowed. */
    enum Range {
        ANY(""),
        POSITIVE(" above zero"),
        NOT_NEGATIVE(" of at least zero"),
        SHARE(" above 0 % and at most 100 %");

        private final String words;

        Range(String words) {
            this.words = words;
        }

        private boolean holds(double value) {
            return Double.isFinite(value)
                    && switch (this) {
                        case ANY -> true;
                        case POSITIVE -> value > 0;
                        case NOT_NEGATIVE -> value >= 0;
                        case SHARE -> value > 0 && value <= 1;
                    };
        }
    }

    private final YamlDocument document;
    private final Complaints complaints;
    private final String pointer;
    private final JsonNode node;

    private Section(YamlDocument document, Complaints complaints, String pointer, JsonNode node) {
        this.document = document;
        this.complaints = complaints;
        this.pointer = pointer;
        this.node = node;
    }

    static Section root(YamlDocument document, Complaints complaints) {
        return new Section(document, complaints, "", document.root());
    }

    boolean has(String key) {
        return node.has(key);
    }

    boolean present() {
        return !node.isMissingNode();
    }

    boolean isText() {
        return node.isString();
    }

    /** The part below a key; where that is absent, a part in which everything is absent. */
    Section child(String key) {
        JsonNode child = node.path(key);
        return new Section(document, complaints, YamlDocument.child(pointer, key), child);
    }

    /** The entries of a list; none where it is absent. */
    List<Section> items() {
        List<Section> items = new ArrayList<>();
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
            items.add(new Section(document, complaints, pointer + "/" + i, node.get(i)));
        }
        return items;
    }

    List<Section> items(String key) {
        return child(key).items();
    }

    /** The entries below keys, in the file's order. */
    Map<String, Section> entries() {
        Map<String, Section> entries = new LinkedHashMap<>();
        for (String key : node.propertyNames()) {
            entries.put(key, child(key));
        }
        return entries;
    }

    /** The one key of those that is there, or the first of them. */
    String which(String... keys) {
        return Arrays.stream(keys).filter(this::has).findFirst().orElse(keys[0]);
    }

    String text() {
        return node.asString("");
    }

    String text(String key, String fallback) {
        return has(key) ? child(key).text() : fallback;
    }

    @Nullable
    String optionalText(String key) {
        return has(key) ? child(key).text() : null;
    }

    boolean flag(String key, boolean fallback) {
        return has(key) ? node.path(key).asBoolean(fallback) : fallback;
    }

    long integer(String key, long fallback) {
        return has(key) ? node.path(key).asLong(fallback) : fallback;
    }

    double number(String key, double fallback) {
        return has(key) ? node.path(key).asDouble(fallback) : fallback;
    }

    /** The constant whose name, in lower case with hyphens or as it is, stands below a key. */
    <E extends Enum<E>> E constant(String key, E fallback, E[] constants) {
        String text = text(key, fallback.name());
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(text.replace('-', '_'))) {
                return constant;
            }
        }
        return fallback;
    }

    /** The value below a key in SI units, or {@code fallback} where there is none. */
    double quantity(String key, double fallback, Range range, Dimension... allowed) {
        if (!has(key)) {
            return fallback;
        }
        return child(key).quantity(fallback, range, allowed);
    }

    /** This value in SI units. */
    double quantity(double fallback, Range range, Dimension... allowed) {
        Quantity quantity;
        try {
            quantity = node.isNumber() ? new Quantity(node.asDouble(), null) : Quantity.parse(text(), allowed);
        } catch (Quantity.NotAQuantityException e) {
            String problem = e.getMessage();
            complain("expected " + expected(allowed) + ", " + problem, e.remedy());
            return fallback;
        }
        Dimension found = quantity.dimension();
        if (found != null && !Arrays.asList(allowed).contains(found)) {
            complain(
                    "expected " + expected(allowed) + ", found '" + text() + "', which is " + found.words(),
                    unitRemedy(allowed));
            return fallback;
        }
        if (!range.holds(quantity.value())) {
            complain("expected a value" + range.words + ", found '" + text() + "'", "Change the number.");
            return fallback;
        }
        boolean time = found == Dimension.TIME
                || found == null && Arrays.asList(allowed).contains(Dimension.TIME);
        if (time && Math.abs(quantity.value()) > LONGEST_SECONDS) {
            complain(
                    "expected a time of at most 1000000 s, found '" + text() + "'",
                    "Change the number or its unit; no session lasts that long.");
            return fallback;
        }
        return quantity.value();
    }

    /** The time below a key, in nanoseconds. */
    long nanos(String key, long fallbackNanos, Range range) {
        return has(key) ? child(key).nanos(fallbackNanos, range) : fallbackNanos;
    }

    /** This time, in nanoseconds. */
    long nanos(long fallbackNanos, Range range) {
        return (long) Math.rint(quantity(fallbackNanos * 1e-9, range, Dimension.TIME) * 1e9);
    }

    /** Complains about this part. */
    void complain(String problem, String remedy) {
        complaints.add(document.value(pointer), problem, remedy);
    }

    /** Complains about this part's key. */
    void complainOfKey(String problem, String remedy) {
        complaints.add(document.key(pointer), problem, remedy);
    }

    Section nothing() {
        return new Section(document, complaints, pointer, MissingNode.getInstance());
    }

    private static String expected(Dimension... allowed) {
        return Arrays.stream(allowed).map(Dimension::wordsAndExample).collect(Collectors.joining(" or "));
    }

    private static String unitRemedy(Dimension... allowed) {
        List<String> units = Unit.symbols(allowed);
        return units.isEmpty()
                ? "Write a plain number."
                : "Write it in " + String.join(", ", units) + (units.size() > 1 ? " (one of these)." : ".");
    }
}
