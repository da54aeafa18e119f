package io.sigmaprompt.workbench.decision;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The decision in force, or none. JavaFX thread. */
public final class DecisionViewModel {
    private final ReadOnlyObjectWrapper<@Nullable DecisionSummary> current = new ReadOnlyObjectWrapper<>();

    /** Shows a decision, or with null that none was made. */
    public void update(@Nullable DecisionSummary decision) {
        current.set(decision);
    }

    public ReadOnlyObjectProperty<@Nullable DecisionSummary> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The tick for the panel's header, with its thousands apart. */
    public ObservableValue<String> tickText() {
        return current.map(d ->
                        "TICK " + String.format(Locale.ROOT, "%,d", d.tick()).replace(',', ' '))
                .orElse("");
    }
}
