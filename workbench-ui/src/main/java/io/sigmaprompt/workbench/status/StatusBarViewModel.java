package io.sigmaprompt.workbench.status;

import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.workbench.session.Phase;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the status bar says. JavaFX thread. */
public final class StatusBarViewModel {
    private final ReadOnlyStringWrapper activity = new ReadOnlyStringWrapper("ready");
    private final ReadOnlyStringWrapper kernel = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hash = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper("");

    /** What is going on: a run being recorded, a file being read, or what went wrong with it. */
    public void activity(String text) {
        activity.set(text);
    }

    /**
     * How the kernel does.
     *
     * @param rate as text, such as {@code kernel 1 000 Hz}
     * @param traceHash the trace's hash so far; its first eight digits are shown
     */
    public void kernel(String rate, String traceHash) {
        kernel.set(rate);
        hash.set(traceHash.isEmpty() ? "" : "hash " + traceHash.substring(0, Math.min(8, traceHash.length())));
    }

    /** Shows what a session says of itself and of a robot's wire. */
    public void show(SessionSnapshot session, RobotSnapshot robot) {
        activity(activityOf(session));
        String ticks = String.format(Locale.ROOT, "tick %,d", session.simNanos() / SessionConfiguration.TICK_NANOS)
                .replace(',', ' ');
        boolean paced = session.phase() == Phase.RUNNING && !Double.isNaN(session.pace());
        RunResult result = session.result();
        kernel(
                paced ? ticks + String.format(Locale.ROOT, " · %.2f× real time", session.pace()) : ticks,
                result == null ? "" : result.traceHash());
        TelemetryHealthRecord health = robot.health();
        String rate = health == null ? "" : String.format(Locale.ROOT, "telemetry %.0f Hz", health.rateHz());
        link(robot.link().isEmpty() || rate.isEmpty() ? robot.link() + rate : robot.link() + " · " + rate);
    }

    private static String activityOf(SessionSnapshot session) {
        Path directory = session.directory();
        if (directory == null) {
            return session.name() + " is ready";
        }
        String place = directory.getParent() == null
                ? directory.toString()
                : directory.getParent().getFileName() + "/" + directory.getFileName();
        return (session.phase().underWay() ? "● recording " : "recorded ") + place;
    }

    /** How the wire to the robot is, with its rate. */
    public void link(String text) {
        link.set(text);
    }

    public ReadOnlyStringProperty linkProperty() {
        return link.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty activityProperty() {
        return activity.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty kernelProperty() {
        return kernel.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty hashProperty() {
        return hash.getReadOnlyProperty();
    }
}
