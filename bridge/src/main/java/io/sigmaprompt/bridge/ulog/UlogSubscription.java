package io.sigmaprompt.bridge.ulog;

/**
 * One topic of the log.
 *
 * @param id by which its data messages name it
 * @param instance which of several of the same name (the multi-id), 0 for the first
 */
public record UlogSubscription(int id, int instance, UlogLayout layout) {
    /** The topic's name, which is its format's. */
    public String topic() {
        return layout.name();
    }
}
