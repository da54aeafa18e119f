package io.sigmaprompt.workbench.robot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One line of the robot panel: a robot, or a joint of the robot that is looked at. */
public final class RobotRow {
    private final String name;
    private final String detail;
    private final int depth;
    private final StringProperty value = new SimpleStringProperty("");
    private final BooleanProperty differing = new SimpleBooleanProperty();
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    RobotRow(String name, String detail, int depth) {
        this.name = name;
        this.detail = detail;
        this.depth = depth;
    }

    public String name() {
        return name;
    }

    /** What else is to say of it, quieter. */
    public String detail() {
        return detail;
    }

    /** How far to indent it; 0 for a robot. */
    public int depth() {
        return depth;
    }

    /** The value as text of constant width. */
    public StringProperty valueProperty() {
        return value;
    }

    /** Whether robot and twin differ here. */
    public BooleanProperty differingProperty() {
        return differing;
    }

    /** Whether this is the robot, or the joint, that the other panels are about. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }
}
