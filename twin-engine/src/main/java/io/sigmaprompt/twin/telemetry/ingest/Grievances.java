package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the door complained of. What differs only in its numbers is one thing: its first is told, then its tenth, its
 * hundredth and so on, with their count. After {@link #MOST} things nothing new is told.
 */
final class Grievances implements Restorable {
    private static final int MOST = 50;
    /** What may differ between two complaints of one thing: numbers, and what was found in place of one. */
    private static final Pattern VALUE = Pattern.compile("found '[^']*'|[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final Consumer<String> listener;
    private final Map<String, Long> told = new LinkedHashMap<>();
    private final Set<String> firsts = new LinkedHashSet<>();
    private final Set<String> strangers = new LinkedHashSet<>();

    Grievances(Consumer<String> listener) {
        this.listener = listener;
    }

    void tell(String text) {
        if (firsts.contains(text)) {
            // Each time the very same: the counters say how often.
            return;
        }
        String thing = VALUE.matcher(text).replaceAll("#");
        Long before = told.get(thing);
        if (before == null) {
            if (told.size() < MOST) {
                told.put(thing, 1L);
                firsts.add(text);
                listener.accept(text);
            }
            return;
        }
        long count = before + 1;
        told.put(thing, count);
        if (isPowerOfTen(count)) {
            listener.accept(count + " times by now, in other numbers; the last: " + text);
        }
    }

    private static boolean isPowerOfTen(long count) {
        long left = count;
        while (left >= 10 && left % 10 == 0) {
            left /= 10;
        }
        return left == 1;
    }

    /** Tells of something that matters each time it happens. */
    void tellAgain(String text) {
        listener.accept(text);
    }

    void tellOfStranger(String joint) {
        if (firsts.size() < MOST && strangers.add(joint)) {
            // Joints that differ in a number are different joints.
            String text = "the model has no driven joint '" + joint + "'; its values are left out";
            firsts.add(text);
            listener.accept(text);
        }
    }

    /** The joints told of that the model does not have. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putStrings(List.copyOf(told.keySet()));
        told.values().forEach(out::putLong);
        out.putStrings(List.copyOf(firsts));
        out.putStrings(strangers());
    }

    @Override
    public void restore(CanonicalInput in) {
        told.clear();
        for (String thing : in.getStrings()) {
            told.put(thing, 0L);
        }
        told.replaceAll((thing, none) -> in.getLong());
        firsts.clear();
        firsts.addAll(in.getStrings());
        strangers.clear();
        strangers.addAll(in.getStrings());
    }
}
