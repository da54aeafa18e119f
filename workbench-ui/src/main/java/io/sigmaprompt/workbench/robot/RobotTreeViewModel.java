package io.sigmaprompt.workbench.robot;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The robot and its moving joints, in the model's order. JavaFX thread. */
public final class RobotTreeViewModel {
    /** Deeper than this, a chain is drawn as deep as this: a serial arm is no staircase. */
    private static final int DEEPEST = 4;

    private final ObservableList<RobotRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Map<Integer, RobotRow> jointRows = new HashMap<>();
    private @Nullable RobotModel model;

    /** Shows a robot; its joints have no values yet. */
    public void open(RobotModel robot) {
        model = robot;
        rows.clear();
        jointRows.clear();
        long moving = robot.joints().stream()
                .filter(joint -> joint.type() != JointType.FIXED)
                .count();
        rows.add(new RobotRow(robot.name(), String.format(Locale.ROOT, "%.1f kg", robot.totalMass()), 0));
        int[] depth = new int[robot.links().size()];
        for (int i = 0; i < robot.joints().size(); i++) {
            Joint joint = robot.joints().get(i);
            int parent = depth[robot.parentLink(i)];
            boolean branching = branches(robot, joint.parent());
            depth[i + 1] = Math.min(DEEPEST, parent + (branching ? 1 : 0));
            if (joint.type() != JointType.FIXED) {
                RobotRow row = new RobotRow(joint.name(), unit(joint.type()), 1 + depth[i + 1]);
                jointRows.put(i, row);
                rows.add(row);
            }
        }
        summary.set(moving + (moving == 1 ? " joint" : " joints"));
    }

    private static boolean branches(RobotModel robot, String link) {
        return robot.joints().stream()
                        .filter(joint -> joint.type() != JointType.FIXED)
                        .filter(joint -> joint.parent().equals(link))
                        .count()
                > 1;
    }

    private static String unit(JointType type) {
        return switch (type) {
            case REVOLUTE, CONTINUOUS -> "rad";
            case PRISMATIC -> "m";
            default -> "";
        };
    }

    /**
     * Shows the joints' positions.
     *
     * @param q in the model's layout
     */
    public void update(double[] q) {
        RobotModel robot = shown();
        for (int i = 0; i < robot.joints().size(); i++) {
            RobotRow row = jointRows.get(i);
            if (row != null && robot.joints().get(i).type().isScalar()) {
                double value = q[robot.qIndex(i)];
                row.valueProperty().set(String.format(Locale.ROOT, "%+.3f", value == 0 ? 0.0 : value));
            }
        }
    }

    /**
     * Marks the joints at which robot and prediction differ.
     *
     * @param differing one a joint of the model
     */
    public void mark(boolean[] differing) {
        for (int i = 0; i < shown().joints().size(); i++) {
            RobotRow row = jointRows.get(i);
            if (row != null) {
                row.differingProperty().set(differing[i]);
            }
        }
    }

    private RobotModel shown() {
        if (model == null) {
            throw new IllegalStateException("no robot is open");
        }
        return model;
    }

    public ObservableList<RobotRow> rows() {
        return rows;
    }

    /** In short, for the panel's header. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
