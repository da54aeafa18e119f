package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.List;

/** A mind: looks at the situation and proposes. Runs in the kernel, at 100 Hz, and counts operations, never time. */
public interface Cognition extends Restorable {
    String name();

    /** The numbers it wants to see in every situation. */
    default List<SignalPath> signals() {
        return List.of();
    }

    /** Says each wish it has now; a wish not said again is withdrawn. */
    void think(Situation situation, Voice voice);
}
