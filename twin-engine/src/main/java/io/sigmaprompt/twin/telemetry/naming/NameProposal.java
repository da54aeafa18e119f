package io.sigmaprompt.twin.telemetry.naming;

import io.sigmaprompt.physics.model.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of the model's joints a source's joints most likely are, where names differ. Tried in this order, and the first
 * that finds a partner for most names wins: spelling (case, separators), one beginning or ending for another, the numbers
 * at the names' ends, likeness one by one, and at last the mere order where there are as many of each.
 *
 * @param joints the model's joint by the source's
 * @param reason what they have in common, for people
 */
public record NameProposal(Map<String, String> joints, String reason) {
    public NameProposal {
        joints = Collections.unmodifiableMap(new LinkedHashMap<>(joints));
    }

    /** What to do about a recording none of whose joints is the model's, in words. */
    public static String remedy(List<String> source, List<String> model) {
        NameProposal proposal = of(source, model);
        if (proposal == null) {
            return "Name the robot that was recorded, or a model whose joints have the recording's names, or say in a"
                    + " mapping file which joint is which (--names FILE, in a scenario joint-names: FILE).";
        }
        return "If it is this robot under other names, give them with --names FILE, in a scenario joint-names: FILE;"
                + " most likely (" + proposal.reason() + ") the file is "
                + proposal.text();
    }

    /**
     * A proposal, or null where nothing speaks for any.
     *
     * @param source the source's names, in its order
     * @param model the model's names, in its order
     */
    public static @Nullable NameProposal of(List<String> source, List<String> model) {
        List<String> wanted = new ArrayList<>(new LinkedHashSet<>(source));
        List<String> free = new ArrayList<>(new LinkedHashSet<>(model));
        wanted.removeAll(new LinkedHashSet<>(model));
        free.removeAll(new LinkedHashSet<>(source));
        if (wanted.isEmpty() || free.isEmpty()) {
            return null;
        }
        NameProposal best = null;
        for (NameProposal each : List.of(
                bySpelling(wanted, free), byExchange(wanted, free), byNumber(wanted, free), byLikeness(wanted, free))) {
            if (best == null || each.joints.size() > best.joints.size()) {
                best = each;
            }
        }
        if (best != null && 2 * best.joints.size() >= Math.min(wanted.size(), free.size()) && !best.joints.isEmpty()) {
            return best;
        }
        return wanted.size() == free.size() ? byOrder(wanted, free) : null;
    }

    private static NameProposal bySpelling(List<String> wanted, List<String> free) {
        return new NameProposal(
                matched(wanted, free, NameProposal::bare, NameProposal::bare),
                "they differ in case and separators only");
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Finds the exchange of one beginning or ending for another that explains most names. */
    private static NameProposal byExchange(List<String> wanted, List<String> free) {
        NameProposal best = new NameProposal(Map.of(), "");
        Set<String> tried = new LinkedHashSet<>();
        for (String a : wanted) {
            for (String b : free) {
                for (boolean ending : new boolean[] {false, true}) {
                    int same = ending ? commonStart(a, b) : commonEnd(a, b);
                    String from = ending ? a.substring(same) : a.substring(0, a.length() - same);
                    String to = ending ? b.substring(same) : b.substring(0, b.length() - same);
                    if (same == 0 || !tried.add(ending + "\n" + from + "\n" + to)) {
                        continue;
                    }
                    Map<String, String> pairs =
                            matched(wanted, free, name -> exchanged(name, from, to, ending), Function.identity());
                    if (pairs.size() > best.joints.size()) {
                        best = new NameProposal(pairs, exchangeReason(from, to, ending));
                    }
                }
            }
        }
        return best;
    }

    private static String exchangeReason(String from, String to, boolean ending) {
        String where = ending ? " at their end" : " at their beginning";
        if (from.isEmpty()) {
            return "the model's have '" + to + "'" + where;
        }
        return to.isEmpty()
                ? "the source's have '" + from + "'" + where
                : "'" + from + "' stands for '" + to + "'" + where;
    }

    /** The name with its beginning or ending exchanged; one that has neither becomes what no joint is called. */
    private static String exchanged(String name, String from, String to, boolean ending) {
        if (ending) {
            return name.endsWith(from) ? name.substring(0, name.length() - from.length()) + to : "\n" + name;
        }
        return name.startsWith(from) ? to + name.substring(from.length()) : "\n" + name;
    }

    /** Pairs of names whose keys are the same, each name once. */
    private static Map<String, String> matched(
            List<String> wanted,
            List<String> free,
            Function<String, String> wantedKey,
            Function<String, String> freeKey) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (String name : free) {
            byKey.putIfAbsent(freeKey.apply(name), name);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String name : wanted) {
            String joint = byKey.remove(wantedKey.apply(name));
            if (joint != null) {
                pairs.put(name, joint);
            }
        }
        return pairs;
    }

    /** As many numbered names on both sides, as {@code joint_0…5} and {@code axis1…6}: by the order of their numbers. */
    private static NameProposal byNumber(List<String> wanted, List<String> free) {
        List<String> a = numbered(wanted);
        List<String> b = numbered(free);
        if (a.size() != b.size() || a.size() < 2) {
            return new NameProposal(Map.of(), "");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < a.size(); i++) {
            pairs.put(a.get(i), b.get(i));
        }
        return new NameProposal(pairs, "the numbers at their ends go the same way");
    }

    private static List<String> numbered(List<String> names) {
        return names.stream()
                .filter(name -> name.matches(".*\\d{1,9}"))
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.replaceFirst("^.*?(\\d{1,9})$", "$1"))))
                .toList();
    }

    private static NameProposal byLikeness(List<String> wanted, List<String> free) {
        List<String> left = new ArrayList<>(free);
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String name : wanted) {
            String near = Suggestion.nearest(name, left);
            if (near != null && name.equals(Suggestion.nearest(near, wanted))) {
                left.remove(near);
                pairs.put(name, near);
            }
        }
        return new NameProposal(pairs, "they are spelt alike");
    }

    private static NameProposal byOrder(List<String> wanted, List<String> free) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            pairs.put(wanted.get(i), free.get(i));
        }
        return new NameProposal(pairs, "only their order speaks for it: look at each");
    }

    private static int commonStart(String a, String b) {
        int n = 0;
        while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n;
    }

    private static int commonEnd(String a, String b) {
        int n = 0;
        while (n < Math.min(a.length(), b.length()) && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
            n++;
        }
        return n;
    }

    /** The proposal as a whole mapping file in one line, to be pasted as it stands. */
    public String text() {
        return joints.entrySet().stream()
                .map(pair -> quoted(pair.getKey()) + ": " + quoted(pair.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_./-]*") && !name.matches("(?i)y|n|yes|no|on|off|true|false|null")
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
