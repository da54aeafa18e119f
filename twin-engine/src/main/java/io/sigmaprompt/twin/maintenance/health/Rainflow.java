package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.function.DoubleConsumer;

/**
 * Counts cycles of a load as it comes: rainflow counting after ASTM E1049-85, section 5.4.4. A reversal smaller than the
 * dead band is none. What is left open at the end counts as halves; it is told by {@link #open}, so that counting may go
 * on. Should more reversals be open than there is room for, the oldest range counts as a half cycle, as one that begins at
 * the start does.
 */
final class Rainflow implements Restorable {
    private static final int ROOM = 256;

    /** No load is larger. */
    private static final double BELIEVABLE = 1e9;

    private final double deadband;
    private final DoubleConsumer whole;
    private final DoubleConsumer half;

    /** Peaks and valleys that are not counted yet, the oldest first. */
    private final double[] open = new double[ROOM];

    private int size;

    /** The extreme on the way that load takes now; no reversal yet. */
    private double extreme = Double.NaN;

    /** 1 rising, -1 falling, 0 unknown. */
    private int way;

    /**
     * A counter that has seen nothing.
     *
     * @param whole takes the range of each closed cycle
     * @param half takes the range of each half cycle
     */
    Rainflow(double deadband, DoubleConsumer whole, DoubleConsumer half) {
        this.deadband = deadband;
        this.whole = whole;
        this.half = half;
    }

    /** Takes the load of now; what no sensor measures is none. */
    void add(double load) {
        if (!(Math.abs(load) < BELIEVABLE)) {
            return;
        }
        if (Double.isNaN(extreme)) {
            extreme = load;
            push(load);
            return;
        }
        if (way == 0) {
            if (Math.abs(load - extreme) > deadband) {
                way = load > extreme ? 1 : -1;
                extreme = load;
            }
        } else if ((load - extreme) * way >= 0) {
            extreme = load;
        } else if (Math.abs(load - extreme) > deadband) {
            push(extreme);
            way = -way;
            extreme = load;
        }
    }

    private void push(double reversal) {
        if (size == ROOM) {
            half.accept(Math.abs(open[1] - open[0]));
            drop(0, 1);
        }
        open[size++] = reversal;
        while (size >= 3) {
            double x = Math.abs(open[size - 1] - open[size - 2]);
            double y = Math.abs(open[size - 2] - open[size - 3]);
            if (x < y) {
                return;
            }
            if (size == 3) {
                half.accept(y);
                drop(0, 1);
            } else {
                whole.accept(y);
                drop(size - 3, 2);
            }
        }
    }

    private void drop(int at, int count) {
        System.arraycopy(open, at + count, open, at, size - at - count);
        size -= count;
    }

    /** Tells the ranges that would count as half cycles if the load ended now. */
    void open(DoubleConsumer ranges) {
        for (int i = 1; i < size; i++) {
            ranges.accept(Math.abs(open[i] - open[i - 1]));
        }
        if (size > 0 && way != 0) {
            ranges.accept(Math.abs(extreme - open[size - 1]));
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putDouble(open[i]);
        }
        out.putDouble(extreme);
        out.putInt(way);
    }

    @Override
    public void restore(CanonicalInput in) {
        size = in.getInt();
        for (int i = 0; i < size; i++) {
            open[i] = in.getDouble();
        }
        extreme = in.getDouble();
        way = in.getInt();
    }
}
