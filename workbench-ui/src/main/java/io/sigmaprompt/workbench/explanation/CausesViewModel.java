package io.sigmaprompt.workbench.explanation;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.workbench.divergence.JointDivergence;
import io.sigmaprompt.workbench.session.JointNames;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Why robot and twin are apart: the causes, the likeliest first, or why there are none. JavaFX thread. */
public final class CausesViewModel {
    private final ObservableList<CauseCard> causes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper explained = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private Consumer<String> chosen = joint -> {};

    /** Tells what to do when somebody picks a cause; given the name of its joint. */
    public void onChoice(Consumer<String> joint) {
        chosen = joint;
    }

    /** Somebody picked a cause. */
    void choose(CauseCard cause) {
        if (!cause.joint().isEmpty()) {
            chosen.accept(cause.joint());
        }
    }

    void show(RobotSnapshot robot) {
        DivergenceRecord divergence = robot.divergence();
        ExplanationRecord explanation = robot.explanation();
        if (divergence == null) {
            clear();
            return;
        }
        List<Cause> told = explanation == null ? List.of() : explanation.causes();
        List<CauseCard> cards = told.stream()
                .map(cause -> card(cause, robot.cast().model(), divergence.names()))
                .toList();
        if (!causes.equals(cards)) {
            causes.setAll(cards);
        }
        explained.set(told.isEmpty() ? "" : explained(told));
        standing.set(told.isEmpty() ? standing(divergence, robot.cast().residualSigma()) : without(divergence));
    }

    void clear() {
        causes.clear();
        explained.set("");
        standing.set("");
    }

    private static CauseCard card(Cause cause, RobotModel model, List<String> measured) {
        String where = cause.joint().isEmpty() ? "" : " · " + JointNames.brief(cause.joint());
        return new CauseCard(
                words(cause.kind()) + where,
                cause.share(),
                numbers(cause),
                cause.text(),
                joint(cause.joint(), model, measured));
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case DELAY -> "Delay";
            case PARAMETER_DRIFT -> "Parameter drift";
            case EXTERNAL_CONTACT -> "External contact";
            case SENSOR_FAULT -> "Sensor fault";
            case ACTUATOR_FAULT -> "Actuator fault";
            case UNKNOWN -> "Unknown";
        };
    }

    private static String numbers(Cause cause) {
        StringBuilder numbers = new StringBuilder();
        if (!Double.isNaN(cause.value())) {
            boolean late = cause.unit().equals("s") && cause.kind() == Kind.DELAY;
            double scale = late ? 1e3 : 1;
            String unit = late ? "ms" : cause.unit();
            numbers.append(number(scale * cause.value()));
            if (cause.sigma() > 0) {
                numbers.append(" ± ").append(number(scale * cause.sigma()));
            }
            numbers.append(unit.isEmpty() ? "" : " " + unit);
        }
        if (cause.evidence() > 0) {
            numbers.append(numbers.isEmpty() ? "" : "  ")
                    .append(String.format(Locale.ROOT, "ln odds %.0f", cause.evidence()));
        }
        return numbers.toString();
    }

    /** Three digits, without an exponent where people would not write one. */
    private static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        return size > 0 && (size < 1e-3 || size >= 1e5)
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The measured joint at a place: itself, or the one that moves that link; empty where there is none. */
    private static String joint(String place, RobotModel model, List<String> measured) {
        if (measured.contains(place)) {
            return place;
        }
        int link = model.linkIndex(place);
        while (link > 0) {
            String moving = model.joints().get(link - 1).name();
            if (measured.contains(moving)) {
                return moving;
            }
            link = model.parentLink(link - 1);
        }
        return "";
    }

    private static String explained(List<Cause> told) {
        double unknown = told.stream()
                .filter(cause -> cause.kind() == Kind.UNKNOWN)
                .mapToDouble(Cause::share)
                .sum();
        return unknown == 0
                ? "EXPLAINED FULLY"
                : String.format(Locale.ROOT, "%.0f %% EXPLAINED", 100 * Math.max(0, 1 - unknown));
    }

    private static String standing(DivergenceRecord divergence, double limit) {
        boolean efforts = known(divergence.effortResidual());
        String without = without(divergence);
        int worst = JointDivergence.worst(divergence);
        if (worst >= 0 && JointDivergence.sigma(divergence, worst) > limit) {
            return "Apart by more than chance; no cause is found yet.";
        }
        if (!without.isEmpty()) {
            return efforts ? without : "No prediction and no efforts: nothing to hold the robot against.";
        }
        return worst < 0 ? "Learning what is usual for this robot." : "Robot and twin agree: nothing sets them apart.";
    }

    /** What cannot be told because nobody knows what the robot was commanded; empty where it is known. */
    private static String without(DivergenceRecord divergence) {
        return known(divergence.position())
                ? ""
                : "No prediction: the source carries no commands. Delays and drives cannot be told.";
    }

    private static boolean known(double[] values) {
        return Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
    }

    /** The causes, the likeliest first. */
    public ObservableList<CauseCard> causes() {
        return causes;
    }

    /** How much of the difference the causes explain, in short; empty without causes. */
    public ReadOnlyStringProperty explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** Why there are no causes, or what they cannot say; empty for nothing. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** The first cause with its share, in one line; empty without causes. */
    public static String first(@Nullable ExplanationRecord explanation) {
        if (explanation == null || explanation.causes().isEmpty()) {
            return "";
        }
        Cause cause = explanation.causes().getFirst();
        String where = cause.joint().isEmpty() ? "" : " · " + JointNames.brief(cause.joint());
        return words(cause.kind()) + where + String.format(Locale.ROOT, " %.0f %%", 100 * cause.share());
    }
}
