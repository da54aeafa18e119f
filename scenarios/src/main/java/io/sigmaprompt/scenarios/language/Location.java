package io.sigmaprompt.scenarios.language;

import java.util.Comparator;

/** A place in a text; lines and columns count from 1. */
record Location(int line, int column) implements Comparable<Location> {
    static final Location START = new Location(1, 1);

    private static final Comparator<Location> ORDER =
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column);

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }
}
