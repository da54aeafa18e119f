package io.sigmaprompt.headless.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;

/** Finds what somebody who misspelt a command or an option may have meant. */
final class Spelling {
    private static final int MOST = 2;
    private static final List<String> OF_THE_LAUNCHER = List.of("workbench", "test", "format");

    private Spelling() {}

    /** The command's options or subcommands nearest to what was written; empty where none is near. */
    static List<String> nearest(String written, CommandLine command) {
        List<String> known = new ArrayList<>();
        if (written.startsWith("-")) {
            command.getCommandSpec().optionsMap().keySet().forEach(known::add);
        } else {
            known.addAll(command.getSubcommands().keySet());
            known.addAll(OF_THE_LAUNCHER);
        }
        return nearest(written.split("=", 2)[0], known);
    }

    static List<String> nearest(String written, List<String> known) {
        int allowed = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(name -> distance(written, name) <= allowed)
                .sorted(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
