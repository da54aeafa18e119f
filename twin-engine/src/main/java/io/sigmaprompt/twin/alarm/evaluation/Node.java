package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.FindingRecord;

/** A condition with what it remembers. Evaluated once a cycle, its parts before it, none left out. */
abstract class Node implements Restorable {
    /** Whether it is so at this cycle. */
    abstract boolean evaluate(long now);

    /** A finding came or went. */
    void on(FindingRecord finding) {}
}
