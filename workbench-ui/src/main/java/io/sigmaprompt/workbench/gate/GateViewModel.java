package io.sigmaprompt.workbench.gate;

import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The command gate: armed or not, its verdict and its checks. JavaFX thread. */
public final class GateViewModel {
    private final ObservableList<GateMargin> margins = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper clear = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper armed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper();
    private Consumer<Boolean> arm = wanted -> {};

    /** Tells what to do when somebody wants to arm, or disarm, the gate. */
    public void onArm(Consumer<Boolean> action) {
        arm = action;
    }

    /**
     * Shows what a session says of a robot's gate.
     *
     * @param underWay whether the session can be asked to arm it
     */
    public void show(RobotSnapshot robot, boolean underWay) {
        available.set(underWay);
        armed.set(robot.armed());
        GateRecord gate = robot.gate();
        if (gate == null) {
            update(List.of(), "", "");
        } else {
            List<GateMargin> checks = gate.verdict() == GateRecord.Verdict.CLOSED
                    ? List.of()
                    : gate.checks().stream().map(GateViewModel::margin).toList();
            update(checks, gate.verdict().name(), gate.reason());
        }
    }

    /** Shows that no session runs. */
    public void clear() {
        available.set(false);
        armed.set(false);
        update(List.of(), "", "");
    }

    private static GateMargin margin(GateRecord.Check check) {
        String used = Double.isNaN(check.used()) ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * check.used());
        return new GateMargin(check.name(), check.joint(), used, check.ok());
    }

    /** Shows how the checks stand; none if the gate is not in use. */
    private void update(List<GateMargin> checks, String word, String why) {
        if (!margins.equals(checks)) {
            margins.setAll(checks);
        }
        // The header says this already.
        reason.set(why.equals("all clear") ? "" : why);
        boolean through = word.isEmpty() || word.equals("PASSED");
        clear.set(through && checks.stream().allMatch(GateMargin::clear));
        verdict.set(clear.get() && !checks.isEmpty() ? word + " · ALL " + checks.size() + " CLEAR" : word);
    }

    /** Wants it armed where it is disarmed, and disarmed where it is armed. */
    public void toggle() {
        if (available.get()) {
            arm.accept(!armed.get());
        }
    }

    public ObservableList<GateMargin> margins() {
        return margins;
    }

    /** In short, for the panel's header. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Why the verdict is what it is, a sentence. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** Whether nothing holds a command back. */
    public ReadOnlyBooleanProperty clearProperty() {
        return clear.getReadOnlyProperty();
    }

    /** Whether commands may reach hardware in LIVE. */
    public ReadOnlyBooleanProperty armedProperty() {
        return armed.getReadOnlyProperty();
    }

    /** Whether there is a session whose gate can be armed. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }
}
