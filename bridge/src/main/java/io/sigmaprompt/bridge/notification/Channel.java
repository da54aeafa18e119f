package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.twin.port.notification.Notification;

/** Brings one notification to its receiver, and may take its time. */
interface Channel {
    /**
     * Delivers it.
     *
     * @throws UndeliveredException if it did not arrive
     * @throws InterruptedException if the caller no longer waits for it
     */
    void deliver(Notification notification) throws UndeliveredException, InterruptedException;

    /** What it is called in sentences; holds no secret. */
    String name();

    /** Lets go of what it holds; nothing is delivered afterwards. */
    default void close() {}
}
