package io.sigmaprompt.twin.skill.trajectory;

import java.util.Arrays;
import java.util.List;

/**
 * A motion along a curve, cell by cell, as points of a {@link JointTrajectory}: each cell, of constant acceleration along
 * the curve, is cut until the cubics between its points stray from the accelerations meant by no more than
 * {@link #TOLERANCE}.
 */
final class SampledMotion {
    /** Of each joint's greatest acceleration. */
    private static final double TOLERANCE = 0.01;

    private static final int MOST_PARTS = 64;

    private final PathCurve curve;
    private final MotionLimits limits;
    private final int width;
    private final Numbers times = new Numbers();
    private final Numbers positions = new Numbers();
    private final Numbers velocities = new Numbers();
    private final double[] first;
    private final double[] second;
    private final double[] acceleration;
    private final double[] before;
    private final double[] speedBefore;
    private final double[] accelerationBefore;
    private final double[] position;
    private final double[] speed;

    SampledMotion(PathCurve curve, MotionLimits limits) {
        this.curve = curve;
        this.limits = limits;
        width = curve.width();
        first = new double[width];
        second = new double[width];
        acceleration = new double[width];
        before = new double[width];
        speedBefore = new double[width];
        accelerationBefore = new double[width];
        position = new double[width];
        speed = new double[width];
    }

    /** Numbers one after the other. */
    private static final class Numbers {
        private double[] all = new double[256];
        private int size;

        void add(double number) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = number;
        }

        double last() {
            return all[size - 1];
        }

        double[] toArray() {
            return Arrays.copyOf(all, size);
        }
    }

    /**
     * Takes the next cell.
     *
     * @param from where it begins on the curve, in its parameter s
     * @param x squares of the rate ds/dt at its beginning, 1/s²
     * @param next and at its end
     */
    void cell(int piece, double from, double to, double x, double next) {
        double rate = Math.sqrt(x);
        double duration = 2 * (to - from) / (rate + Math.sqrt(next));
        double gain = 0.5 * (next - x) / (to - from);
        if (times.size == 0) {
            at(piece, from, rate, gain);
            add(0);
        }
        int parts = 1;
        while (parts < MOST_PARTS && strays(piece, from, rate, gain, duration / parts, parts)) {
            parts *= 2;
        }
        double begun = times.last();
        for (int k = 1; k <= parts; k++) {
            double t = k == parts ? duration : k * duration / parts;
            double s = k == parts ? to : from + t * (rate + 0.5 * t * gain);
            at(piece, Math.min(s, to), k == parts ? Math.sqrt(next) : rate + t * gain, gain);
            add(begun + t);
        }
    }

    /** Whether the cubic over any part of the cell, so long, has an acceleration at its ends that was not meant. */
    private boolean strays(int piece, double from, double rate, double gain, double part, int parts) {
        at(piece, from, rate, gain);
        for (int k = 1; k <= parts; k++) {
            keep();
            double t = k * part;
            at(piece, from + t * (rate + 0.5 * t * gain), rate + t * gain, gain);
            for (int j = 0; j < width; j++) {
                double mean = (position[j] - before[j]) / part;
                double atBeginning = (6 * mean - 4 * speedBefore[j] - 2 * speed[j]) / part;
                double atEnd = (2 * speedBefore[j] + 4 * speed[j] - 6 * mean) / part;
                double most = TOLERANCE * limits.acceleration(j);
                if (Math.abs(atBeginning - accelerationBefore[j]) > most || Math.abs(atEnd - acceleration[j]) > most) {
                    return true;
                }
            }
        }
        return false;
    }

    private void keep() {
        System.arraycopy(position, 0, before, 0, width);
        System.arraycopy(speed, 0, speedBefore, 0, width);
        System.arraycopy(acceleration, 0, accelerationBefore, 0, width);
    }

    private void at(int piece, double s, double rate, double gain) {
        curve.evaluate(piece, s, position, first, second);
        for (int j = 0; j < width; j++) {
            speed[j] = rate * first[j];
            acceleration[j] = gain * first[j] + rate * rate * second[j];
        }
    }

    private void add(double time) {
        times.add(time);
        for (int j = 0; j < width; j++) {
            positions.add(position[j]);
            velocities.add(speed[j]);
        }
    }

    JointTrajectory trajectory(List<String> names) {
        return new JointTrajectory(names, times.toArray(), positions.toArray(), velocities.toArray());
    }
}
