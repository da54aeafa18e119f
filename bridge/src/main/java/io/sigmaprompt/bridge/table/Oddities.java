package io.sigmaprompt.bridge.table;

import java.util.List;

/** Counts what was odd of one kind, and remembers where it was first. */
final class Oddities {
    private long count;
    private String first = "";

    void count(String place) {
        first = count == 0 ? place : first;
        count++;
    }

    long count() {
        return count;
    }

    /** Adds a sentence, if there were any. */
    void tell(String what, String problem, List<String> warnings) {
        if (count > 0) {
            String more = count == 1 ? "" : "; so are " + (count - 1) + " more " + what + (count == 2 ? "" : "s");
            String consequence = what.equals("row") ? ", so the row is left out" : "";
            warnings.add(first + ": " + problem + consequence + more);
        }
    }
}
