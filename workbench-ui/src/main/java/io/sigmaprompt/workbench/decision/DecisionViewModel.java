package io.sigmaprompt.workbench.decision;

import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.session.SessionConfiguration;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The decision in force, or none. JavaFX thread. */
public final class DecisionViewModel {
    private final ReadOnlyObjectWrapper<@Nullable DecisionSummary> current = new ReadOnlyObjectWrapper<>();

    /** Shows a decision, or with null that none is in force. */
    public void show(@Nullable DecisionRecord decision) {
        current.set(decision == null ? null : summary(decision));
    }

    private static DecisionSummary summary(DecisionRecord decision) {
        return new DecisionSummary(
                decision.behaviour(),
                decision.score(),
                decision.over().stream()
                        .map(loser -> loser.behaviour() + " " + number(loser.score()))
                        .collect(Collectors.joining(", ")),
                decision.rule() + " · " + decision.source(),
                decision.reason(),
                decision.simNanos() / SessionConfiguration.TICK_NANOS);
    }

    /** A score, without decimals where it has none. */
    static String number(double score) {
        return score == Math.rint(score) ? Long.toString((long) score) : String.format(Locale.ROOT, "%.2f", score);
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
