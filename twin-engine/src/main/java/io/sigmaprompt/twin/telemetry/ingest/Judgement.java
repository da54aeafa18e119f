package io.sigmaprompt.twin.telemetry.ingest;

/** What the door says of a frame. */
public enum Judgement {
    /** To be applied. */
    APPLY,
    /** To be applied, and the first by a clock that began anew: nothing before it has an order with it. */
    APPLY_ANEW,
    /** Counted, and not to be applied. */
    DISMISS
}
