package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which kinds of findings are looked for. */
public record DetectorChoice(Set<Kind> kinds) {
    /** All that there are. */
    public static final DetectorChoice ALL = new DetectorChoice(EnumSet.allOf(Kind.class));

    public DetectorChoice {
        kinds = Set.copyOf(kinds);
    }

    /**
     * The choice that a list of words makes: {@code spike,shift} are these two, {@code -jitter} is all but that.
     *
     * @throws BadInputException if a word names no kind, or nothing is left
     */
    public static DetectorChoice of(String text) {
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        Set<Kind> unwanted = EnumSet.noneOf(Kind.class);
        for (String word : text.split(",", -1)) {
            String name = word.strip();
            boolean without = name.startsWith("-");
            Kind kind = kind(without ? name.substring(1) : name);
            if (without) {
                unwanted.add(kind);
            } else {
                wanted.add(kind);
            }
        }
        Set<Kind> chosen = wanted.isEmpty() ? EnumSet.allOf(Kind.class) : wanted;
        chosen.removeAll(unwanted);
        if (chosen.isEmpty()) {
            throw new BadInputException(
                    "--detectors", "nothing is left to look for in '" + text + "'", "Name one that is to be kept.");
        }
        return new DetectorChoice(chosen);
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (word(kind).equals(name.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new BadInputException(
                "--detectors",
                "there is no detector '" + name + "'" + Suggestion.phrase(name, words()),
                "There are " + String.join(", ", words()) + ".");
    }

    /** A kind as the command line writes it: {@code flat-line}. */
    public static String word(Kind kind) {
        return kind.words().replace(' ', '-');
    }

    /** All words. */
    public static List<String> words() {
        List<String> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(word(kind));
        }
        return all;
    }

    boolean has(Kind kind) {
        return kinds.contains(kind);
    }
}
