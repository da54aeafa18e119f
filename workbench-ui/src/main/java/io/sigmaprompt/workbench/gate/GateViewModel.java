package io.sigmaprompt.workbench.gate;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The command gate's checks. JavaFX thread. */
public final class GateViewModel {
    private final ObservableList<GateMargin> margins = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper clear = new ReadOnlyBooleanWrapper(true);

    /** Shows how the checks stand; none if the gate is not in use. */
    public void update(List<GateMargin> checks) {
        if (!margins.equals(checks)) {
            margins.setAll(checks);
        }
        List<String> closed =
                checks.stream().filter(c -> !c.clear()).map(GateMargin::check).toList();
        clear.set(closed.isEmpty());
        if (checks.isEmpty()) {
            verdict.set("");
        } else if (closed.isEmpty()) {
            verdict.set("ALL " + checks.size() + " CLEAR");
        } else {
            verdict.set("HELD BY " + String.join(", ", closed).toUpperCase(java.util.Locale.ROOT));
        }
    }

    public ObservableList<GateMargin> margins() {
        return margins;
    }

    /** In short, for the panel's header. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether nothing holds a command back. */
    public ReadOnlyBooleanProperty clearProperty() {
        return clear.getReadOnlyProperty();
    }
}
