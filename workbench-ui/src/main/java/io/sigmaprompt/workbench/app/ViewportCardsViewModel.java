package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.topbar.SessionMode;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The cards over the viewport: which mode is looked at, and the divergence. JavaFX thread. */
public final class ViewportCardsViewModel {
    private final ReadOnlyObjectWrapper<SessionMode> mode = new ReadOnlyObjectWrapper<>(SessionMode.SIMULATED);
    private final ReadOnlyStringWrapper divergence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper differing = new ReadOnlyBooleanWrapper();

    void mode(SessionMode shown) {
        mode.set(shown);
    }

    /**
     * Shows how far robot and prediction are apart.
     *
     * @param value as text with its unit; empty where there is no prediction
     * @param joint where it is greatest
     * @param alarming whether it is a real difference
     */
    public void divergence(String value, String joint, boolean alarming) {
        divergence.set(value);
        where.set(joint);
        differing.set(alarming);
    }

    ReadOnlyObjectProperty<SessionMode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty divergenceProperty() {
        return divergence.getReadOnlyProperty();
    }

    ReadOnlyStringProperty whereProperty() {
        return where.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty differingProperty() {
        return differing.getReadOnlyProperty();
    }
}
