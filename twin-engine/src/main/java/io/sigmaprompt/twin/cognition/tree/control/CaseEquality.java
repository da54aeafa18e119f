package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Conversion;
import io.sigmaprompt.twin.cognition.tree.script.Enumerations;

/** Whether two texts are the same case: as texts, as whole numbers or names of the enumerations, or as real numbers. */
final class CaseEquality {
    /** The distance from 1 to the next float. */
    private static final double SAME = 0x1p-23;

    private CaseEquality() {}

    static boolean same(String a, String b, Enumerations enumerations) {
        if (a.equals(b)) {
            return true;
        }
        if (numberLike(a, enumerations) && numberLike(b, enumerations)) {
            double one = whole(a, enumerations);
            double other = whole(b, enumerations);
            return one == other && !Double.isNaN(one) || Math.abs(real(a) - real(b)) <= SAME;
        }
        return false;
    }

    /** Keeps texts that cannot be numbers away from the exceptions below, which would cost memory at each tick. */
    private static boolean numberLike(String text, Enumerations enumerations) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first >= '0' && first <= '9'
                || first == '-'
                || first == '.'
                || text.startsWith("inf")
                || enumerations.value(text) != null;
    }

    /** The whole number a text begins with, NaN if it begins with none of 32 bits. */
    private static double whole(String text, Enumerations enumerations) {
        Integer constant = enumerations.value(text);
        if (constant != null) {
            return constant;
        }
        try {
            long value = Conversion.leadingWhole(text);
            return value == (int) value ? value : Double.NaN;
        } catch (BoardException _) {
            return Double.NaN;
        }
    }

    private static double real(String text) {
        try {
            return Conversion.leadingReal(text);
        } catch (BoardException _) {
            return Double.NaN;
        }
    }
}
