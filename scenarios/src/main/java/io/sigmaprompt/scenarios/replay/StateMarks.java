package io.sigmaprompt.scenarios.replay;

import io.sigmaprompt.twin.session.TwinKernel;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** States of a kernel that were passed, in memory: one a second of session time, fewer of a long session. */
final class StateMarks {
    private static final int MOST = 32;

    private final TreeMap<Long, byte[]> states = new TreeMap<>();
    private long spacing = 1000;

    /** Keeps the state of a kernel between two ticks, if it is time. */
    void pass(TwinKernel kernel) {
        long tick = kernel.ticks();
        if (tick % spacing != 0 || states.containsKey(tick)) {
            return;
        }
        states.put(tick, kernel.snapshot());
        if (states.size() > MOST) {
            spacing *= 2;
            states.keySet().removeIf(each -> each % spacing != 0);
        }
    }

    /** The last at or before a tick, or null. */
    Map.@Nullable Entry<Long, byte[]> before(long tick) {
        return states.floorEntry(tick);
    }
}
