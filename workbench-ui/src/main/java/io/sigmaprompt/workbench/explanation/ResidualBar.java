package io.sigmaprompt.workbench.explanation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How much of one joint's effort the model does not explain. */
public final class ResidualBar {
    private final String joint;
    private final DoubleProperty share = new SimpleDoubleProperty();
    private final StringProperty value = new SimpleStringProperty("");
    private final BooleanProperty beyond = new SimpleBooleanProperty();

    ResidualBar(String joint) {
        this.joint = joint;
    }

    public String joint() {
        return joint;
    }

    /** The residual as a share of what is too much. */
    public DoubleProperty shareProperty() {
        return share;
    }

    /** The residual as text with its unit. */
    public StringProperty valueProperty() {
        return value;
    }

    /** Whether it is too much. */
    public BooleanProperty beyondProperty() {
        return beyond;
    }
}
