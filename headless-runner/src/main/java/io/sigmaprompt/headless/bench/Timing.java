package io.sigmaprompt.headless.bench;

import java.util.Arrays;

/**
 * Times of one kind of call, in nanoseconds a call.
 *
 * @param samples sorted; at least one
 */
public record Timing(double[] samples) {
    public Timing {
        samples = samples.clone();
        Arrays.sort(samples);
    }

    /** The middle one. */
    public double median() {
        return at(0.5);
    }

    /** Half of the distance between the quartiles, as a part of the median. */
    public double spread() {
        return (at(0.75) - at(0.25)) / 2 / median();
    }

    /** The shortest. */
    public double least() {
        return samples[0];
    }

    /** The longest. */
    public double greatest() {
        return samples[samples.length - 1];
    }

    private double at(double part) {
        double place = part * (samples.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, samples.length - 1);
        return samples[below] + (place - below) * (samples[above] - samples[below]);
    }
}
