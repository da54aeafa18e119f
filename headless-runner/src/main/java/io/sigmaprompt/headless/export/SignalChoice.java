package io.sigmaprompt.headless.export;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.port.signal.Signal;
import io.sigmaprompt.twin.port.signal.SignalGroup;
import io.sigmaprompt.twin.port.signal.SignalLog;
import io.sigmaprompt.twin.port.signal.SignalRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which signals of a recording are wanted, and the column of each. */
public final class SignalChoice {
    private final Path file;
    private final List<String> patterns;
    /** Names in the order they were first told. */
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /**
     * A choice.
     *
     * @param patterns names, with {@code *} for anything; none for all
     */
    public SignalChoice(Path file, List<String> patterns) {
        this.file = file;
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Looks through a recording for what it tells.
     *
     * @throws BadInputException if a pattern means nothing in it
     */
    public void look(SignalLog log) {
        Set<String> all = new LinkedHashSet<>();
        Set<SignalGroup> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SignalRow row = log.next(); row != null; row = log.next()) {
            if (seen.add(row.group())) {
                all(row.group()).forEach(signal -> all.add(signal.name()));
            }
        }
        for (String pattern : patterns) {
            if (all.stream().noneMatch(meaning(pattern).asMatchPredicate())) {
                throw new BadInputException(
                        file + ", --signals " + pattern,
                        all.isEmpty()
                                ? "the recording tells no signals"
                                : "there is no such signal" + Suggestion.phrase(pattern, List.copyOf(all)),
                        "It tells " + String.join(", ", all) + ".");
            }
        }
        List<Pattern> meant = patterns.stream().map(SignalChoice::meaning).toList();
        all.forEach(name -> {
            if (meant.isEmpty()
                    || meant.stream().anyMatch(each -> each.asMatchPredicate().test(name))) {
                columns.put(name, columns.size());
            }
        });
    }

    private static Pattern meaning(String pattern) {
        String[] parts = pattern.split("\\*", -1);
        StringBuilder regex = new StringBuilder();
        for (int k = 0; k < parts.length; k++) {
            regex.append(k > 0 ? ".*" : "").append(Pattern.quote(parts[k]));
        }
        return Pattern.compile(regex.toString());
    }

    /** All that a group tells: signals, counters, labels. */
    static List<Signal> all(SignalGroup group) {
        List<Signal> all = new ArrayList<>(group.signals());
        all.addAll(group.counters());
        all.addAll(group.labels());
        return all;
    }

    /** The signals by column. */
    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** The column of each of a group's signals, -1 for those not wanted. */
    int[] columns(SignalGroup group) {
        return all(group).stream()
                .mapToInt(signal -> columns.getOrDefault(signal.name(), -1))
                .toArray();
    }
}
