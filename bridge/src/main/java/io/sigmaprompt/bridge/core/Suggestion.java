package io.sigmaprompt.bridge.core;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which known word somebody meant. */
public final class Suggestion {
    private Suggestion() {}

    /** A sentence for an error's remedy: the nearest word, and all that are known. */
    public static String sentence(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        String all = "Known are: " + String.join(", ", known);
        return nearest == null ? all : "Did you mean '" + nearest + "'? " + all;
    }

    /** The known word that looks most like {@code word}, or null if none is near. */
    public static @Nullable String nearest(String word, Collection<String> known) {
        String wanted = plain(word);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            String offered = plain(candidate);
            int distance = distance(wanted, offered);
            boolean near = distance <= Math.max(1, Math.max(wanted.length(), offered.length()) / 3)
                    || (wanted.length() >= 4 && offered.contains(wanted));
            if (near && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
