package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.Tick;

/**
 * A number's mean change between its newest sample and the newest that is at least a time older. A number told so seldom
 * that no two samples are apart by that time or more has no rate yet.
 */
final class RateNode extends Node {
    private final SignalTable signals;
    private final int slot;
    private final boolean magnitude;
    private final double above;
    private final double below;
    private final long over;
    private final double[] values;
    private final long[] times;
    private int oldest;
    private int count;
    private boolean so;

    RateNode(Condition.Rate condition, SignalTable signals) {
        this.signals = signals;
        slot = signals.bind(condition.signal());
        magnitude = condition.magnitude();
        above = condition.above();
        below = condition.below();
        over = condition.overNanos();
        int samples = Math.toIntExact(over / (Tick.NANOS * Tick.PER_CYCLE) + 3);
        values = new double[samples];
        times = new long[samples];
    }

    @Override
    boolean evaluate(long now) {
        double value = signals.value(slot);
        long told = signals.toldNanos(slot);
        if (Double.isNaN(value) || told == 0 || count > 0 && times[index(count - 1)] == told) {
            return so;
        }
        if (count == values.length) {
            dropOldest();
        }
        values[index(count)] = value;
        times[index(count)] = told;
        count++;
        while (count > 2 && told - times[index(1)] >= over) {
            dropOldest();
        }
        long span = told - times[oldest];
        if (span >= over) {
            double rate = (value - values[oldest]) / (span * 1e-9);
            double judged = magnitude ? Math.abs(rate) : rate;
            so = judged > above && judged < below;
        }
        return so;
    }

    private int index(int i) {
        int at = oldest + i;
        return at >= values.length ? at - values.length : at;
    }

    private void dropOldest() {
        oldest = index(1);
        count--;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putBoolean(so);
        out.putInt(count);
        for (int i = 0; i < count; i++) {
            out.putDouble(values[index(i)]);
            out.putLong(times[index(i)]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        so = in.getBoolean();
        count = in.getInt();
        oldest = 0;
        for (int i = 0; i < count; i++) {
            values[i] = in.getDouble();
            times[i] = in.getLong();
        }
    }
}
