package io.sigmaprompt.workbench.alarm;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.workbench.session.RaisedAlarm;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The alarms that want attention. JavaFX thread. */
public final class AlarmListViewModel {
    private final ObservableList<AlarmRow> alarms = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private Consumer<String> acknowledge = key -> {};

    /** Tells what to do with an alarm that is acknowledged; it is given the alarm's key. */
    public void onAcknowledge(Consumer<String> action) {
        acknowledge = action;
    }

    /** Shows what a session says of a robot. */
    public void show(RobotSnapshot robot) {
        update(robot.alarms().stream().map(AlarmListViewModel::row).toList());
    }

    private static AlarmRow row(RaisedAlarm alarm) {
        AlarmRecord latest = alarm.latest();
        return new AlarmRow(
                latest.id(),
                latest.priority().name(),
                latest.text(),
                alarm.sinceNanos() * 1e-9,
                latest.state() == AlarmRecord.State.ACKNOWLEDGED,
                latest.state() != AlarmRecord.State.RETURNED_UNACKNOWLEDGED);
    }

    /** Shows alarms, the most urgent first. */
    public void update(List<AlarmRow> rows) {
        if (!alarms.equals(rows)) {
            alarms.setAll(rows);
        }
        long open = rows.stream().filter(row -> !row.acknowledged()).count();
        summary.set(open == 0 ? "" : open + " OPEN");
    }

    void acknowledge(AlarmRow alarm) {
        acknowledge.accept(alarm.key());
    }

    public ObservableList<AlarmRow> alarms() {
        return alarms;
    }

    /** In short, for the panel's header. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
