package io.sigmaprompt.workbench.link;

import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How the telemetry of a robot fares. JavaFX thread. */
public final class LinkHealthViewModel {
    /**
     * One line.
     *
     * @param meaning what the numbers are, for who does not know
     */
    public record Fact(String name, String value, String meaning) {}

    private final ObservableList<Fact> facts = FXCollections.observableArrayList();

    /** Shows what a session says of a robot's telemetry. */
    public void show(RobotSnapshot robot) {
        TelemetryHealthRecord health = robot.health();
        if (health == null) {
            facts.clear();
            return;
        }
        List<Fact> next = new ArrayList<>(List.of(
                new Fact("frames", number(health.applied()), "frames that were applied"),
                new Fact(
                        "age",
                        String.format(Locale.ROOT, "%.0f ms", 1000 * health.ageSeconds()),
                        "time since the last frame"),
                new Fact("gaps", number(health.gaps()), "times the source was silent for longer than it should"),
                new Fact(
                        "late · reordered",
                        number(health.late()) + " · " + number(health.reordered()),
                        "frames far behind newer ones, and frames a little behind; neither is applied"),
                new Fact(
                        "rejected · lost",
                        number(health.rejected()) + " · " + number(health.overflow()),
                        "frames that could not be used, and frames lost in a full queue")));
        health.streams().stream()
                .filter(stream -> stream.movesJoints() && Double.isFinite(stream.clockDriftPpm()))
                .findFirst()
                .ifPresent(stream -> addClock(next, stream));
        if (!facts.equals(next)) {
            facts.setAll(next);
        }
    }

    private static void addClock(List<Fact> facts, StreamHealth stream) {
        facts.add(new Fact(
                "jitter · delay",
                String.format(
                        Locale.ROOT, "%.1f · %.1f ms", 1000 * stream.jitterSeconds(), 1000 * stream.delaySeconds()),
                "spread of the time between arrivals, and how much longer than the least a frame takes"));
        facts.add(new Fact(
                "clock",
                String.format(Locale.ROOT, "%+.1f ± %.1f ppm", stream.clockDriftPpm(), 2 * stream.clockDriftSigmaPpm()),
                String.format(
                        Locale.ROOT,
                        "how much faster our clock goes than the robot's; ours less its is %.6f ± %.6f s",
                        stream.clockOffsetSeconds(),
                        2 * stream.clockOffsetSigma())));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
    }

    /** Shows that no session runs. */
    public void clear() {
        facts.clear();
    }

    public ObservableList<Fact> facts() {
        return facts;
    }
}
