package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Remedies for misspelt words. */
final class DidYouMean {
    private DidYouMean() {}

    /** {@code Did you mean 'x'?}, or {@code otherwise} followed by all the words. */
    static String remedy(String word, Collection<String> known, String otherwise) {
        String nearest = Suggestion.nearest(word, known);
        if (nearest == null) {
            List<String> begun = known.stream()
                    .filter(each -> each.startsWith(word))
                    .sorted(Comparator.comparingInt(String::length))
                    .toList();
            // Those that go on from the shortest are of one family with it.
            boolean family = !begun.isEmpty() && begun.stream().allMatch(each -> each.startsWith(begun.getFirst()));
            nearest = family && !word.isEmpty() ? begun.getFirst() : null;
        }
        if (nearest != null) {
            return "Did you mean '" + nearest + "'?";
        }
        return known.isEmpty() ? otherwise + "none." : otherwise + String.join(", ", known) + ".";
    }
}
