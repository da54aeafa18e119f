package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.Restorable;

/** Looks for one kind of trouble, at 100 Hz, in the kernel. */
public interface Detector extends Restorable {
    /** Looks once; says of each of its signals whether there is trouble now. */
    void look(Observation observation, FindingBoard findings);
}
