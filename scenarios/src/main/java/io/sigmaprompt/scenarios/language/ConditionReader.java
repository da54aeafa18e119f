package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.scenarios.language.Section.Range;
import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.signal.SignalPath.Quantity;
import io.sigmaprompt.twin.signal.SignalPath.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when an alarm is raised, for one rule and one joint where the rule is one for each joint. */
final class ConditionReader {
    private static final String EACH = "*";
    private static final SignalPath ANY_SIGNAL = new SignalPath(Source.TELEMETRY, Quantity.AGE, "");

    /** A change is remembered at a hundred samples a second for so long, at most. */
    private static final long LONGEST_RATE_NANOS = 600_000_000_000L;

    private static final long USUAL_RATE_NANOS = 100_000_000;
    private static final double GREATEST_DEADBAND_KELVIN = 200;

    /** A rule that a condition speaks of, and where. */
    record Reference(String rule, Section at) {}

    private final JointCatalogue joints;
    private final @Nullable String each;
    private final List<Reference> references = new ArrayList<>();
    private boolean forEach;

    /** @param each the joint that {@code *} stands for, or null where the robot has none */
    ConditionReader(JointCatalogue joints, @Nullable String each) {
        this.joints = joints;
        this.each = each;
    }

    /** Whether something that was read is meant for each joint. */
    boolean forEach() {
        return forEach;
    }

    /** The rules spoken of in what was read. */
    List<Reference> references() {
        return references;
    }

    /** The condition; a stand-in after complaining. */
    Condition read(Section at) {
        String kind = at.which(
                "signal", "rate", "absence", "finding", "mode", "rule", "all", "any", "not", "held", "within", "count");
        Section body = at.child(kind);
        return switch (kind) {
            case "signal" -> threshold(at);
            case "rate" -> rate(body);
            case "absence" -> new Condition.Absence(signal(body).path(), body.nanos("for", 1, Range.POSITIVE));
            case "finding" -> finding(body);
            case "mode" -> new Condition.Mode(at.constant("mode", TwinMode.SIMULATED, TwinMode.values()));
            case "rule" -> rule(body);
            case "all" -> new Condition.All(all(body));
            case "any" -> new Condition.Any(all(body));
            case "not" -> new Condition.Not(read(body));
            case "held" -> new Condition.Held(read(body.child("when")), body.nanos("for", 0, Range.POSITIVE));
            case "within" ->
                new Condition.Within(
                        read(body.child("when")), read(body.child("after")), body.nanos("for", 0, Range.POSITIVE));
            default ->
                new Condition.Count(
                        read(body.child("when")), (int) body.integer("times", 1), body.nanos("in", 0, Range.POSITIVE));
        };
    }

    private List<Condition> all(Section at) {
        return at.items().stream().map(this::read).toList();
    }

    private SignalReader.Found signal(Section at) {
        Section name = at.child("signal");
        SignalReader.Found found = SignalReader.read(name, expanded(name.text(), "." + EACH), joints);
        return found == null ? new SignalReader.Found(ANY_SIGNAL, Dimension.RATIO, Dimension.RATIO) : found;
    }

    /** The text with the joint in the place of a star at its end. */
    private String expanded(String text, String ending) {
        if (!text.endsWith(ending)) {
            return text;
        }
        forEach = true;
        return text.substring(0, text.length() - 1) + (each == null ? EACH : each);
    }

    private Condition threshold(Section at) {
        SignalReader.Found found = signal(at);
        Dimension dimension = found.dimension();
        bounded(at);
        double deadband = at.quantity("deadband", 0, Range.NOT_NEGATIVE, dimension);
        if (dimension == Dimension.TEMPERATURE && deadband > GREATEST_DEADBAND_KELVIN) {
            at.child("deadband")
                    .complain(
                            "expected a difference of temperatures, found '" + at.text("deadband", "") + "'",
                            "Write the deadband in K.");
        }
        return new Condition.Threshold(
                found.path(),
                at.flag("magnitude", false),
                at.quantity("above", Double.NEGATIVE_INFINITY, Range.ANY, dimension),
                at.quantity("below", Double.POSITIVE_INFINITY, Range.ANY, dimension),
                deadband,
                dimension.siUnit());
    }

    private Condition rate(Section at) {
        SignalReader.Found found = signal(at);
        bounded(at);
        long over = at.nanos("over", USUAL_RATE_NANOS, Range.POSITIVE);
        if (over > LONGEST_RATE_NANOS) {
            at.child("over")
                    .complain(
                            "expected a time of at most 10 min to take a change over, found '" + at.text("over", "")
                                    + "'",
                            "Choose a shorter time.");
            over = USUAL_RATE_NANOS;
        }
        return new Condition.Rate(
                found.path(),
                at.flag("magnitude", false),
                at.quantity("above", Double.NEGATIVE_INFINITY, Range.ANY, found.rate()),
                at.quantity("below", Double.POSITIVE_INFINITY, Range.ANY, found.rate()),
                over,
                found.rate().siUnit());
    }

    private static void bounded(Section at) {
        if (!at.has("above") && !at.has("below")) {
            at.child("signal").complain("expected a bound for the signal, found none", "Add 'above: …' or 'below: …'.");
        }
    }

    private Condition finding(Section at) {
        String joint = at.optionalText("joint");
        if (joint != null) {
            joint = expanded(joint, EACH);
            joints.find(joint, at.child("joint"));
        }
        return new Condition.Finding(MindReader.findingKind(at), joint, at.number("score", 0));
    }

    private Condition rule(Section at) {
        String name = expanded(at.text(), "/" + EACH);
        references.add(new Reference(name, at));
        return new Condition.Rule(name);
    }
}
