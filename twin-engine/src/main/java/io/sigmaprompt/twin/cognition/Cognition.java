package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.codec.Restorable;
import java.util.function.Consumer;

/** A mind: looks at the situation and proposes. Runs in the kernel, at 100 Hz, and counts operations, never time. */
public interface Cognition extends Restorable {
    String name();

    /** Hands each wish it has now to {@code proposals}; a wish not handed over again is withdrawn. */
    void think(Situation situation, Consumer<Proposal> proposals);
}
