package io.sigmaprompt.bridge.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses from a table's header and first rows what its columns are. */
final class ColumnGuess {
    private static final Map<ColumnUse.Role, Pattern> QUANTITIES = new LinkedHashMap<>();
    private static final Pattern OF_LABELS = Pattern.compile(
            "(^|.*[^a-z])(label|fault|anomal|alarm|fail|error|lost|stop|collision|attack|event|class|target|outlier).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("(\\D*)(\\d+)");

    /** A share of cells that say something else is taken for slips. */
    private static final double ENOUGH = 0.9;

    static {
        quantity(ColumnUse.Role.POSITION, "position|pos|angle|q");
        quantity(ColumnUse.Role.VELOCITY, "velocity|vel|speed|qd|dq");
        quantity(ColumnUse.Role.EFFORT, "effort|eff|torque|tau");
        quantity(ColumnUse.Role.CURRENT, "current|curr|amps|i");
        quantity(ColumnUse.Role.TEMPERATURE, "temperature|temp");
    }

    private final TableSample sample;
    private final char decimal;
    private final Map<String, ColumnUse> uses = new LinkedHashMap<>();

    private ColumnGuess(TableSample sample, char decimal) {
        this.sample = sample;
        this.decimal = decimal;
    }

    private static void quantity(ColumnUse.Role role, String words) {
        QUANTITIES.put(
                role,
                Pattern.compile(
                        "(?:(?<before>.+?)[_./ ](?:" + words + "))|(?:(?:" + words + ")[_./ ](?<after>.+))",
                        Pattern.CASE_INSENSITIVE));
    }

    /** What each column but that of the time is, in the table's order. */
    static Map<String, ColumnUse> of(TableSample sample, char decimal, int time) {
        var guess = new ColumnGuess(sample, decimal);
        for (int i = 0; i < sample.header.size(); i++) {
            if (i != time) {
                guess.uses.put(sample.header.get(i), guess.use(i));
            }
        }
        guess.freeLonely();
        guess.mendJoints();
        return guess.uses;
    }

    private ColumnUse use(int index) {
        String name = sample.header.get(index);
        List<String> cells = sample.column(index);
        if (cells.isEmpty()) {
            return ColumnUse.IGNORED;
        }
        long truths =
                cells.stream().filter(cell -> !Double.isNaN(Cells.truth(cell))).count();
        if (truths > ENOUGH * cells.size()) {
            return new ColumnUse(ColumnUse.Role.LABEL, "", "");
        }
        double[] numbers = cells.stream()
                .mapToDouble(cell -> Cells.number(cell, decimal))
                .filter(Double::isFinite)
                .toArray();
        if (numbers.length <= ENOUGH * cells.size() || isRowNumber(numbers)) {
            return ColumnUse.IGNORED;
        }
        if (OF_LABELS.matcher(name).matches() && isBinary(numbers)) {
            return new ColumnUse(ColumnUse.Role.LABEL, "", "");
        }
        for (Map.Entry<ColumnUse.Role, Pattern> each : QUANTITIES.entrySet()) {
            Matcher matcher = each.getValue().matcher(name);
            if (matcher.matches()) {
                String before = matcher.group("before");
                String joint = before != null ? before : matcher.group("after");
                return new ColumnUse(
                        each.getKey(), joint.substring(joint.lastIndexOf('/') + 1), each.getKey().usualUnit);
            }
        }
        return new ColumnUse(isCounter(numbers) ? ColumnUse.Role.COUNTER : ColumnUse.Role.CHANNEL, "", "");
    }

    private static boolean isBinary(double[] numbers) {
        for (double number : numbers) {
            if (number != 0 && number != 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether it counts the rows themselves. */
    private static boolean isRowNumber(double[] numbers) {
        if (numbers.length < 3) {
            return false;
        }
        int ones = 0;
        for (int i = 1; i < numbers.length; i++) {
            ones += numbers[i] - numbers[i - 1] == 1 ? 1 : 0;
        }
        return ones > ENOUGH * (numbers.length - 1);
    }

    /** Whether it counts something that takes many rows: whole numbers that stay, or go on by one. */
    private static boolean isCounter(double[] numbers) {
        int steps = 0;
        int others = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != Math.rint(numbers[i])) {
                return false;
            }
            double step = i == 0 ? 0 : numbers[i] - numbers[i - 1];
            steps += step == 1 ? 1 : 0;
            others += step != 0 && step != 1 ? 1 : 0;
        }
        return steps >= 3 && others <= 0.2 * steps && 3 * steps <= numbers.length;
    }

    /** A name that only one quantity has is a channel of its own, as the current of a tool. */
    private void freeLonely() {
        Map<String, Integer> quantities = new HashMap<>();
        uses.values().stream()
                .filter(use -> use.role().ofJoint())
                .forEach(use -> quantities.merge(shape(use.name()), 1, Integer::sum));
        uses.replaceAll((column, use) -> use.role().ofJoint() && quantities.getOrDefault(shape(use.name()), 0) < 2
                ? new ColumnUse(ColumnUse.Role.CHANNEL, "", use.unit())
                : use);
    }

    /** Joints of one family, as {@code J0} and {@code J5}, look alike. */
    private static String shape(String joint) {
        Matcher matcher = NUMBERED.matcher(joint);
        return matcher.matches() ? "#" : joint.toLowerCase(Locale.ROOT);
    }

    /** A joint that is called otherwise in one column only, as {@code T0} among {@code J0} to {@code J5}, is a slip. */
    private void mendJoints() {
        Map<String, Integer> families = new HashMap<>();
        for (ColumnUse use : uses.values()) {
            Matcher matcher = NUMBERED.matcher(use.name());
            if (use.role().ofJoint() && matcher.matches()) {
                families.merge(matcher.group(1), 1, Integer::sum);
            }
        }
        for (Map.Entry<String, ColumnUse> each : new ArrayList<>(uses.entrySet())) {
            ColumnUse use = each.getValue();
            Matcher matcher = NUMBERED.matcher(use.name());
            if (!use.role().ofJoint() || !matcher.matches() || families.getOrDefault(matcher.group(1), 0) > 1) {
                continue;
            }
            String family = families.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            String mended = family + matcher.group(2);
            boolean taken = uses.values().stream()
                    .anyMatch(
                            other -> other.role() == use.role() && other.name().equals(mended));
            if (!taken && families.getOrDefault(family, 0) > 2) {
                uses.put(each.getKey(), new ColumnUse(use.role(), mended, use.unit()));
                sample.warnings.add("column '" + each.getKey() + "' is taken for the "
                        + use.role().word() + " of " + mended);
            }
        }
    }
}
