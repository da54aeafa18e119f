package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.TimelineEvent;
import io.sigmaprompt.twin.input.KernelInput;
import java.util.List;

/** Walks along a timeline. */
final class TimelineCursor {
    private final List<TimelineEvent> timeline;
    private int next;

    /** @param timeline in the order of time */
    TimelineCursor(List<TimelineEvent> timeline) {
        this.timeline = timeline;
    }

    /** Leaves out what is past at a time. */
    void skip(long nanos) {
        while (next < timeline.size() && timeline.get(next).atNanos() <= nanos) {
            next++;
        }
    }

    /** Adds what is due at a time and was not yet. */
    void drain(long nanos, List<KernelInput> inputs) {
        while (next < timeline.size() && timeline.get(next).atNanos() <= nanos) {
            inputs.add(timeline.get(next++).input());
        }
    }
}
