package io.sigmaprompt.twin.port.notification;

import java.util.List;

/** Tells people of alarms over one channel. Its methods may be called by any thread. */
public interface Notifier extends AutoCloseable {
    /** Takes a notification to be delivered; never waits. Where too many wait already, the oldest is given up. */
    void offer(Notification notification);

    /** What could not be delivered since this was last asked, in sentences that hold no secret. */
    List<String> troubles();

    /** Waits a short while for what is under way, then gives up the rest and says so in {@link #troubles}. */
    @Override
    void close();
}
