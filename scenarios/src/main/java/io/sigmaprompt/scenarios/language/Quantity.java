package io.sigmaprompt.scenarios.language;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit.
 *
 * @param value in SI units
 * @param dimension what it measures, or null for a plain number
 */
record Quantity(double value, @Nullable Dimension dimension) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(\\S.*?)?\\s*");

    /** Thrown for text that is no quantity. */
    static final class NotAQuantityException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String remedy;

        NotAQuantityException(String problem, String remedy) {
            super(problem);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    /**
     * Reads {@code 24 s}, {@code -70 deg}, {@code 0.2 %} or a plain number.
     *
     * @param wanted what it may measure, for the remedy of an unknown unit; none for anything
     */
    static Quantity parse(String text, Dimension... wanted) throws NotAQuantityException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new NotAQuantityException(
                    "found '" + text + "', which is not a number with a unit",
                    "Write the number, a space and the unit, as '24 s' or '70 deg'.");
        }
        double number = Double.parseDouble(form.group(1));
        String written = form.group(2);
        if (written == null) {
            return new Quantity(number, null);
        }
        Unit unit = Unit.of(written);
        if (unit == null) {
            throw new NotAQuantityException(
                    "found the unit '" + written + "', which is not known", remedy(written, wanted));
        }
        return new Quantity(number * unit.factor() + unit.zero(), unit.dimension());
    }

    private static String remedy(String written, Dimension... wanted) {
        if (wanted.length == 0) {
            return DidYouMean.remedy(written, Unit.symbols(), "Known units are ");
        }
        String what = Arrays.stream(wanted).map(Dimension::words).collect(Collectors.joining(" or "));
        return DidYouMean.remedy(written, Unit.symbols(wanted), "Units of " + what + " are ");
    }
}
