package io.sigmaprompt.twin.codec;

/** A stateful part of the kernel: what it saves is all it needs to go on to the same bits. */
public interface Restorable {
    void save(CanonicalOutput out);

    void restore(CanonicalInput in);
}
