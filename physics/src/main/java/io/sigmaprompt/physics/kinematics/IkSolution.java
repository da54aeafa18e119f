package io.sigmaprompt.physics.kinematics;

import java.util.List;
import java.util.Locale;

/** What inverse kinematics found. Immutable. */
public final class IkSolution {
    /** How it ended. */
    public enum Outcome {
        /** Every target is met. */
        SOLVED,
        /** The best that was found is limited by nothing but the robot's size and shape. */
        OUT_OF_REACH,
        /** At the best that was found, limits hold joints that would bring the frames nearer. */
        LIMITED,
        /** The budget ran out while the way still led nearer. */
        EXHAUSTED
    }

    /**
     * What is missing of a target, in what counts of it.
     *
     * @param frame the target's frame
     * @param position metres
     * @param orientation radians
     */
    public record Residual(String frame, double position, double orientation) {}

    /**
     * A limit at which a joint is held that would bring a target nearer.
     *
     * @param joint the driven joint
     * @param upper whether it is the upper limit
     * @param position where the joint is, radians or metres
     */
    public record ActiveLimit(String joint, boolean upper, double position) {}

    private final Outcome outcome;
    private final double[] q;
    private final List<Residual> residuals;
    private final List<ActiveLimit> limits;
    private final int iterations;
    private final int restarts;
    /** What may be missing. */
    private final double metres;

    private final double radians;

    IkSolution(
            Outcome outcome,
            double[] q,
            List<Residual> residuals,
            List<ActiveLimit> limits,
            int iterations,
            int restarts,
            IkOptions options) {
        this.outcome = outcome;
        this.q = q.clone();
        this.residuals = List.copyOf(residuals);
        this.limits = List.copyOf(limits);
        this.iterations = iterations;
        this.restarts = restarts;
        metres = options.positionTolerance();
        radians = options.orientationTolerance();
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean solved() {
        return outcome == Outcome.SOLVED;
    }

    /** The configuration (nq), within all limits; where not solved, the best that was found. */
    public double[] q() {
        return q.clone();
    }

    /** What is missing of each target, in their order. */
    public List<Residual> residuals() {
        return residuals;
    }

    /** The limits that stand in the way; none where solved. */
    public List<ActiveLimit> activeLimits() {
        return limits;
    }

    /** Steps of all attempts. */
    public int iterations() {
        return iterations;
    }

    /** Attempts after the first. */
    public int restarts() {
        return restarts;
    }

    /** The answer in words: what is missing of which frame, and why. */
    public String explanation() {
        if (solved()) {
            return "solved";
        }
        StringBuilder words = new StringBuilder();
        for (Residual residual : residuals) {
            String missing = residual.position() > metres ? " " + rounded(residual.position()) + " m" : "";
            if (residual.orientation() > radians) {
                missing += (missing.isEmpty() ? " " : " and ") + rounded(residual.orientation()) + " rad";
            }
            if (!missing.isEmpty()) {
                words.append(words.isEmpty() ? "frame '" : "; frame '")
                        .append(residual.frame())
                        .append("' stays")
                        .append(missing)
                        .append(" from its target");
            }
        }
        words.append(
                switch (outcome) {
                    case SOLVED -> "";
                    case OUT_OF_REACH -> "; out of reach";
                    case LIMITED -> "; held by";
                    case EXHAUSTED -> "; the budget of " + iterations + " steps ran out";
                });
        String separator = " ";
        for (ActiveLimit limit : limits) {
            words.append(separator)
                    .append("the ")
                    .append(limit.upper() ? "upper" : "lower")
                    .append(" limit of joint '")
                    .append(limit.joint())
                    .append("' (")
                    .append(rounded(limit.position()))
                    .append(")");
            separator = ", ";
        }
        return words.toString();
    }

    private static String rounded(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value);
    }
}
