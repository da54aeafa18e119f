package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** The rows of the last ticks. What is asked for from before the first is the first. */
final class DelayLine implements Restorable {
    private final double[][] rows;
    private int newest = -1;
    private int size;

    /** @param longest how many ticks ago is to be known */
    DelayLine(int width, int longest) {
        rows = new double[longest + 1][width];
    }

    /** Moves on by a tick; the row returned is this tick's, to be filled. */
    double[] next() {
        newest = (newest + 1) % rows.length;
        size = Math.min(size + 1, rows.length);
        return rows[newest];
    }

    double[] ago(int ticks) {
        return rows[Math.floorMod(newest - Math.min(ticks, size - 1), rows.length)];
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(newest);
        out.putInt(size);
        for (int k = 0; k < size; k++) {
            out.putDoubles(ago(k));
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        newest = in.getInt();
        size = in.getInt();
        for (int k = 0; k < size; k++) {
            in.getDoubles(ago(k));
        }
    }
}
