package io.sigmaprompt.twin.prediction;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/** The last rows of numbers by the robot's clock, oldest overwritten first. */
public final class History implements Restorable {
    private final long[] nanos;
    private final double[][] rows;
    private int newest = -1;
    private int size;

    /** An empty history. */
    public History(int capacity, int width) {
        nanos = new long[capacity];
        rows = new double[capacity][width];
    }

    /** Adds a row of zeros and returns it to be filled; {@code at} must grow. */
    public double[] add(long at) {
        newest = (newest + 1) % rows.length;
        size = Math.min(size + 1, rows.length);
        nanos[newest] = at;
        // What stood here before must not live on in a snapshot.
        Arrays.fill(rows[newest], 0);
        return rows[newest];
    }

    /** Forgets all. */
    public void clear() {
        newest = -1;
        size = 0;
    }

    /** How many steps back from the newest the last row not after {@code at} lies, or -1 if there is none. */
    public int before(long at) {
        for (int back = 0; back < size; back++) {
            if (nanos(back) <= at) {
                return back;
            }
        }
        return -1;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** When the row was {@code back} steps ago. */
    public long nanos(int back) {
        return nanos[index(back)];
    }

    /** The row {@code back} steps before the newest; live. */
    public double[] row(int back) {
        return rows[index(back)];
    }

    private int index(int back) {
        return Math.floorMod(newest - back, rows.length);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(newest);
        out.putInt(size);
        for (int back = 0; back < size; back++) {
            out.putLong(nanos(back));
            out.putDoubles(row(back));
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        newest = in.getInt();
        size = in.getInt();
        for (int back = 0; back < size; back++) {
            nanos[index(back)] = in.getLong();
            in.getDoubles(row(back));
        }
    }
}
