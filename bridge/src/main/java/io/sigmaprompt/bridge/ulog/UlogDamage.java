package io.sigmaprompt.bridge.ulog;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a log and what its logger lost: the first of each told, all counted. */
public final class UlogDamage {
    private static final int MOST_TOLD = 5;

    private final List<String> told = new ArrayList<>();
    private long places;
    private long dropouts;
    private long dropoutMillis;
    private long unknown;

    void at(long offset, String problem) {
        places++;
        if (told.size() < MOST_TOLD) {
            told.add("at byte " + offset + ": " + problem);
        }
    }

    void dropout(int millis) {
        dropouts++;
        dropoutMillis += millis;
    }

    void unknownType() {
        unknown++;
    }

    /** In how many places the file is damaged. */
    public long places() {
        return places;
    }

    /** How often the logger could not keep pace. */
    public long dropouts() {
        return dropouts;
    }

    /** For how long in sum it could not. */
    public long dropoutMillis() {
        return dropoutMillis;
    }

    /** How many messages were of a type that is not known, which the format asks to skip. */
    public long unknownTypes() {
        return unknown;
    }

    /** All of it as sentences; empty where the log is whole. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>(told);
        if (places > told.size()) {
            all.add((places - told.size()) + " further places are damaged");
        }
        if (dropouts > 0) {
            all.add("the logger lost data " + (dropouts == 1 ? "once" : dropouts + " times") + ", " + dropoutMillis
                    + " ms in all (dropouts)");
        }
        if (unknown > 0) {
            all.add(unknown + (unknown == 1 ? " message of an unknown type was" : " messages of unknown types were")
                    + " skipped");
        }
        return all;
    }
}
