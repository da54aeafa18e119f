package io.sigmaprompt.physics.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known word that a misspelt one most likely means. */
public final class Suggestion {
    /** No name of the field is longer; the search grows with the product of the lengths. */
    private static final int LONGEST = 100;

    private Suggestion() {}

    /**
     * Half a sentence to append to a complaint.
     *
     * @return {@code " (did you mean 'known'?)"}, or an empty string where nothing known is near
     */
    public static String phrase(String word, Iterable<String> known) {
        String near = nearest(word, known);
        return near == null ? "" : " (did you mean '" + near + "'?)";
    }

    /** The known word at the least edit distance, if that is at most a third of the word's length. */
    public static @Nullable String nearest(String word, Iterable<String> known) {
        String best = null;
        if (word.length() > LONGEST) {
            return null;
        }
        int least = Math.max(1, word.length() / 3) + 1;
        for (String candidate : known) {
            if (candidate.length() > LONGEST) {
                continue;
            }
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Edits (insert, delete, replace, swap of neighbours) from one word to the other. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
