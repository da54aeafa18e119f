package io.sigmaprompt.workbench.explanation;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The explanation of the moment, or none. JavaFX thread. */
public final class ExplanationViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Explanation> current = new ReadOnlyObjectWrapper<>();

    /** Shows an explanation, or with null that there is nothing to explain. */
    public void update(@Nullable Explanation explanation) {
        current.set(explanation);
    }

    public ReadOnlyObjectProperty<@Nullable Explanation> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
