package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.record.AlarmRecord;

/**
 * An alarm that wants attention.
 *
 * @param latest its state
 * @param sinceNanos session time at which its cause last came
 */
public record RaisedAlarm(AlarmRecord latest, long sinceNanos) {}
