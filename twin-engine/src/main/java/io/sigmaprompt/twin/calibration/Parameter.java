package io.sigmaprompt.twin.calibration;

/**
 * A number with what is known of it.
 *
 * @param name as {@code shoulder_link.m}
 * @param unit SI
 * @param model what the robot's file says
 * @param value what the log says
 * @param deviation standard deviation of value; the 95 % interval is 1.96 of it to each side; NaN where the log does not
 *     tell the scale of value, so that no interval would mean anything
 * @param priorDeviation the same before the log was seen
 */
public record Parameter(String name, String unit, double model, double value, double deviation, double priorDeviation) {
    private static final double NORMAL_95 = 1.959964;
    private static final double IDENTIFIED = 0.2;
    private static final double WEAK = 0.8;

    /** How much the log told. */
    public enum Knowledge {
        /** The log took at least four fifths of the doubt away. */
        IDENTIFIED("identified"),
        /** It took less. */
        WEAK("weakly"),
        /** The motion shows next to nothing of it: the value is the model's. */
        NOT_EXCITED("not excited"),
        /** Its value hangs on motor gains that nobody knows. */
        NO_SCALE("no interval: gains unknown");

        private final String words;

        Knowledge(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }
    }

    /** Whether an interval can be told. */
    public boolean hasInterval() {
        return !Double.isNaN(deviation);
    }

    /** Half of the 95 % interval's width; NaN where there is none. */
    public double margin() {
        return NORMAL_95 * deviation;
    }

    /** How much the log told, by how much smaller the doubt became. */
    public Knowledge knowledge() {
        if (!hasInterval()) {
            return Knowledge.NO_SCALE;
        }
        if (!(priorDeviation > 0) || deviation > WEAK * priorDeviation) {
            return Knowledge.NOT_EXCITED;
        }
        return deviation <= IDENTIFIED * priorDeviation ? Knowledge.IDENTIFIED : Knowledge.WEAK;
    }
}
