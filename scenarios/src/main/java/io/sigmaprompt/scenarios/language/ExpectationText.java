package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.scenarios.temporal.Condition;
import io.sigmaprompt.scenarios.temporal.Expectation.Quantifier;
import java.math.BigDecimal;
import java.util.Locale;

/** An expectation in words. */
final class ExpectationText {
    private ExpectationText() {}

    static String of(Quantifier quantifier, Condition condition, long fromNanos, long toNanos) {
        String subject = condition.robot().isEmpty() ? "" : condition.robot() + ": ";
        String what = words(condition);
        String when = fromNanos == 0 && toNanos == Long.MAX_VALUE
                ? ""
                : " from " + seconds(fromNanos) + " to " + (toNanos == Long.MAX_VALUE ? "the end" : seconds(toNanos));
        return subject
                + switch (quantifier) {
                    case EVENTUALLY -> what + " at least once" + when;
                    case NEVER -> "never " + what + when;
                    case ALWAYS -> "always " + what + when;
                    case FINAL -> what + " at the end" + when;
                };
    }

    private static String words(Condition condition) {
        return switch (condition) {
            case Condition.Finding c ->
                (c.kind() == null ? "any" : "a " + lower(c.kind())) + " finding"
                        + (c.joint() == null ? "" : " at " + c.joint());
            case Condition.Decision c -> "decision " + c.behaviour();
            case Condition.Alarm c -> "alarm " + c.id() + (c.state() == null ? " standing" : " " + lower(c.state()));
            case Condition.Command c -> "a command" + (c.target() == null ? "" : " to the " + lower(c.target()));
            case Condition.Mode c -> "mode " + c.mode();
            case Condition.Signal c -> signal(c);
        };
    }

    private static String signal(Condition.Signal c) {
        String name = c.magnitude() ? "|" + c.path() + "|" : c.path().toString();
        String unit = c.unit().isEmpty() ? "" : " " + c.unit();
        String above = Double.isInfinite(c.above()) ? "" : " above " + plain(c.above()) + unit;
        String below = Double.isInfinite(c.below()) ? "" : " below " + plain(c.below()) + unit;
        return name + above + (above.isEmpty() || below.isEmpty() ? "" : " and") + below;
    }

    private static String seconds(long nanos) {
        return plain(nanos / 1e9) + " s";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(Math.rint(value * 1e6) / 1e6)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
