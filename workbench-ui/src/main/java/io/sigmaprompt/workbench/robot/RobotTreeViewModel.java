package io.sigmaprompt.workbench.robot;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The robots, and below the one that is looked at its moving joints in the model's order. JavaFX thread. */
public final class RobotTreeViewModel {
    /** Deeper than this, a chain is drawn as deep as this: a serial arm is no staircase. */
    private static final int DEEPEST = 4;

    /** A robot by the session's name for it, and where it comes from. */
    public record Head(String name, String detail) {}

    private final ObservableList<RobotRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final Map<String, RobotRow> robotRows = new LinkedHashMap<>();
    private final Map<String, RobotRow> jointRows = new LinkedHashMap<>();
    private @Nullable RobotModel model;
    private Consumer<String> robotChosen = name -> {};
    private Consumer<String> jointChosen = name -> {};

    /** Tells what to do when somebody picks a robot or a joint; each is given its name. */
    public void onChoice(Consumer<String> robot, Consumer<String> joint) {
        robotChosen = robot;
        jointChosen = joint;
    }

    /** Shows one robot by itself; its joints have no values yet. */
    public void open(RobotModel robot) {
        open(List.of(new Head(robot.name(), mass(robot))), robot.name(), robot);
    }

    /** A robot's mass as text. */
    public static String mass(RobotModel robot) {
        return String.format(Locale.ROOT, "%.1f kg", robot.totalMass());
    }

    /** Shows robots, and the joints of one of them. */
    public void open(List<Head> robots, String chosen, RobotModel robot) {
        model = robot;
        rows.clear();
        robotRows.clear();
        jointRows.clear();
        for (Head head : robots) {
            RobotRow row = new RobotRow(head.name(), head.detail(), 0);
            row.chosenProperty().set(robots.size() > 1 && head.name().equals(chosen));
            robotRows.put(head.name(), row);
            rows.add(row);
            if (head.name().equals(chosen)) {
                addJoints(robot);
            }
        }
        int moving = jointRows.size();
        String joints = moving + (moving == 1 ? " joint" : " joints");
        summary.set(robots.size() > 1 ? robots.size() + " robots · " + joints : joints);
    }

    private void addJoints(RobotModel robot) {
        int[] depth = new int[robot.links().size()];
        for (int i = 0; i < robot.joints().size(); i++) {
            Joint joint = robot.joints().get(i);
            int parent = depth[robot.parentLink(i)];
            boolean branching = branches(robot, joint.parent());
            depth[i + 1] = Math.min(DEEPEST, parent + (branching ? 1 : 0));
            if (joint.type() != JointType.FIXED) {
                RobotRow row = new RobotRow(joint.name(), unit(joint.type()), 1 + depth[i + 1]);
                jointRows.put(joint.name(), row);
                rows.add(row);
            }
        }
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

    /** Shows no robot. */
    public void clear() {
        model = null;
        rows.clear();
        robotRows.clear();
        jointRows.clear();
        summary.set("");
    }

    /**
     * Shows the joints' positions.
     *
     * @param q in the model's layout
     */
    public void update(double[] q) {
        RobotModel robot = model;
        if (robot == null) {
            throw new IllegalStateException("no robot is open");
        }
        for (int i = 0; i < robot.joints().size(); i++) {
            Joint joint = robot.joints().get(i);
            RobotRow row = jointRows.get(joint.name());
            if (row != null && joint.type().isScalar()) {
                double value = q[robot.qIndex(i)];
                row.valueProperty().set(String.format(Locale.ROOT, "%+.3f", value == 0 ? 0.0 : value));
            }
        }
    }

    /** Shows something of a robot beside its name, such as its rate. */
    public void robotValue(String robot, String value) {
        RobotRow row = robotRows.get(robot);
        if (row != null) {
            row.valueProperty().set(value);
        }
    }

    /** Marks the robots that want attention. */
    public void attention(String robot, boolean wanted) {
        RobotRow row = robotRows.get(robot);
        if (row != null) {
            row.differingProperty().set(wanted);
        }
    }

    /** Marks the joints at which robot and twin differ, and the one that the plot is about. */
    public void mark(List<String> differing, String chosen) {
        jointRows.forEach((joint, row) -> {
            row.differingProperty().set(differing.contains(joint));
            row.chosenProperty().set(joint.equals(chosen));
        });
    }

    /** Somebody picked a row. */
    void choose(RobotRow row) {
        (row.depth() == 0 ? robotChosen : jointChosen).accept(row.name());
    }

    public ObservableList<RobotRow> rows() {
        return rows;
    }

    /** In short, for the panel's header. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
