package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.twin.port.notification.Notification;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.AlarmRecord.Priority;
import io.sigmaprompt.twin.record.AlarmRecord.State;

/** Alarms to tell of. */
final class Alarms {
    private Alarms() {}

    static Notification raised(long number) {
        AlarmRecord alarm = new AlarmRecord(
                "arm",
                1_500_000_000L,
                "residual/elbow",
                Priority.HIGH,
                State.UNACKNOWLEDGED,
                "the elbow takes 12 N m more than it should",
                "");
        return new Notification("cell", Notification.Event.RAISED, alarm, number);
    }
}
