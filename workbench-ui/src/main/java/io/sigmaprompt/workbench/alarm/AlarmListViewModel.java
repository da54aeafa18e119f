package io.sigmaprompt.workbench.alarm;

import io.sigmaprompt.workbench.session.RobotSnapshot;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The alarms that want attention, the most urgent first and the newest of them on top. JavaFX thread. */
public final class AlarmListViewModel {
    private static final Comparator<AlarmRow> ORDER = Comparator.comparing(AlarmRow::priority)
            .thenComparing(AlarmRow::raisedAt)
            .reversed();

    private final ObservableList<AlarmRow> alarms = FXCollections.observableArrayList();
    private final ObjectProperty<AlarmFilter> filter = new SimpleObjectProperty<>(AlarmFilter.OPEN);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private List<AlarmRow> all = List.of();
    private @Nullable AlarmOperations operations;

    public AlarmListViewModel() {
        filter.addListener((property, before, now) -> fill());
    }

    /** Tells what to do when an operator does something with an alarm. */
    public void onOperation(AlarmOperations wanted) {
        operations = wanted;
    }

    /** Shows what a session says of a robot. */
    public void show(RobotSnapshot robot) {
        update(robot.alarms().stream().map(AlarmRow::of).toList());
    }

    /** Shows alarms. */
    public void update(List<AlarmRow> rows) {
        all = rows.stream().sorted(ORDER).toList();
        long open = count(AlarmFilter.OPEN, false);
        summary.set(open == 0 ? "" : open + " OPEN");
        fill();
    }

    private void fill() {
        List<AlarmRow> shown = all.stream().filter(filter.get()::shows).toList();
        if (!alarms.equals(shown)) {
            alarms.setAll(shown);
        }
    }

    /** How many alarms a filter shows. */
    long count(AlarmFilter which) {
        return count(which, true);
    }

    private long count(AlarmFilter which, boolean acknowledgedToo) {
        return all.stream()
                .filter(which::shows)
                .filter(row -> acknowledgedToo || !row.acknowledged())
                .count();
    }

    void acknowledge(AlarmRow alarm) {
        if (operations != null) {
            operations.acknowledge(alarm.key());
        }
    }

    void acknowledgeAll() {
        if (operations != null) {
            operations.acknowledgeAll();
        }
    }

    void shelve(AlarmRow alarm, ShelfTime time) {
        if (operations != null) {
            operations.shelve(alarm.key(), time.nanos());
        }
    }

    void unshelve(AlarmRow alarm) {
        if (operations != null) {
            operations.unshelve(alarm.key());
        }
    }

    void reset(AlarmRow alarm) {
        if (operations != null) {
            operations.reset(alarm.key());
        }
    }

    /** Those that the filter shows. */
    public ObservableList<AlarmRow> alarms() {
        return alarms;
    }

    public ObjectProperty<AlarmFilter> filterProperty() {
        return filter;
    }

    /** In short, for the panel's header. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
