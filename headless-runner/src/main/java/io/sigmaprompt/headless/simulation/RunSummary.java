package io.sigmaprompt.headless.simulation;

import io.sigmaprompt.physics.constraint.StepResidual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What there is to know of a whole run, gathered sample by sample. */
public final class RunSummary {
    /** Below this, m/s or rad/s, nothing moves. */
    private static final double REST = 1e-3;

    private @Nullable TrajectorySample first;
    private @Nullable TrajectorySample last;
    private double moved = -1;
    private double shift;
    private double deepest;
    private double deepestAt;
    private int mostContacts;
    private StepResidual worst = StepResidual.NONE;
    private double worstAt;

    /** Adds a sample. */
    public void add(TrajectorySample sample) {
        if (first == null) {
            first = sample;
        }
        shift = last == null ? 0 : shift(last, sample);
        last = sample;
        if (Math.max(speed(sample), shift) > REST) {
            moved = sample.time();
        }
        mostContacts = Math.max(mostContacts, sample.contacts().size());
        double depth = depth(sample);
        if (depth > deepest) {
            deepest = depth;
            deepestAt = sample.time();
        }
        double residual = sample.residual().greatest();
        if (residual > worst.greatest()) {
            worstAt = sample.time();
        }
        worst = worst.orGreater(sample.residual());
    }

    private static double speed(TrajectorySample sample) {
        double fastest = 0;
        for (double speed : sample.qvel()) {
            fastest = Math.max(fastest, Math.abs(speed));
        }
        // What is no number is not at rest.
        return Double.isNaN(fastest) ? Double.POSITIVE_INFINITY : fastest;
    }

    /** How fast poses change between two samples at rest, m/s or rad/s: overlap is taken back without a velocity. */
    private static double shift(TrajectorySample from, TrajectorySample to) {
        double span = to.time() - from.time();
        if (!(span > 0) || Math.max(speed(from), speed(to)) > REST) {
            return 0;
        }
        double farthest = 0;
        for (int body = 0; body < to.origins().length; body++) {
            farthest = Math.max(farthest, distance(from.origins()[body], to.origins()[body], 1));
            double[] turned = to.quaternions()[body];
            double[] before = from.quaternions()[body];
            farthest = Math.max(farthest, 2 * Math.min(distance(before, turned, 1), distance(before, turned, -1)));
        }
        return farthest / span;
    }

    private static double distance(double[] a, double[] b, int sign) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (b[i] - sign * a[i]) * (b[i] - sign * a[i]);
        }
        return Math.sqrt(sum);
    }

    private static double depth(TrajectorySample sample) {
        double depth = 0;
        for (TrajectorySample.Contact contact : sample.contacts()) {
            depth = Math.max(depth, -contact.gap());
        }
        return depth;
    }

    /** Whether nothing moves at the end. */
    public boolean settled() {
        return moved < end().time();
    }

    /** The deepest overlap of all samples, m. */
    public double deepest() {
        return deepest;
    }

    private TrajectorySample start() {
        return Objects.requireNonNull(first, "a run has a sample at its start");
    }

    private TrajectorySample end() {
        return Objects.requireNonNull(last, "a run has a sample at its start");
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        TrajectorySample start = start();
        TrajectorySample end = end();
        lines.add(line(
                "settled",
                !settled()
                        ? String.format(
                                Locale.ROOT,
                                "no, at the end something moves at %.3g (m/s or rad/s)",
                                Math.max(speed(end), shift))
                        : moved < 0
                                ? "yes, nothing ever moved"
                                : String.format(Locale.ROOT, "yes, after %.4g s", moved)));
        lines.add(line(
                "energy",
                String.format(
                        Locale.ROOT,
                        "%.6g J potential and %.4g J kinetic at the start, %.6g J and %.4g J at the end",
                        start.potential(),
                        start.kinetic(),
                        end.potential(),
                        end.kinetic())));
        lines.add(line("contacts", end.contacts().size() + " at the end, " + mostContacts + " at most"));
        lines.add(line(
                "overlap",
                String.format(
                        Locale.ROOT,
                        "%s at the start, %s at most (at %.4g s), %s at the end",
                        length(depth(start)),
                        length(deepest),
                        deepestAt,
                        length(depth(end)))));
        lines.add(line("residual", String.format(Locale.ROOT, "%.2g at most (at %.4g s)", worst.greatest(), worstAt)));
        return lines;
    }

    /** A line of a table of two columns. */
    public static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-12s %s", name, value);
    }

    private static String length(double metres) {
        if (metres < 1e-9) {
            return metres == 0 ? "none" : "under 1 nm";
        }
        return metres < 1e-3
                ? String.format(Locale.ROOT, "%.3g µm", 1e6 * metres)
                : String.format(Locale.ROOT, "%.4g mm", 1e3 * metres);
    }

    /** For programs. */
    public Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        TrajectorySample start = start();
        TrajectorySample end = end();
        object.put("settled", settled());
        object.put("lastMovedAt", Math.max(0, moved));
        object.put("energyAtStart", new double[] {start.potential(), start.kinetic()});
        object.put("energyAtEnd", new double[] {end.potential(), end.kinetic()});
        object.put("contactsAtEnd", end.contacts().size());
        object.put("contactsAtMost", mostContacts);
        object.put("overlapAtStart", depth(start));
        object.put("overlapAtMost", deepest);
        object.put("overlapAtEnd", depth(end));
        object.put("residualAtMost", worst.greatest());
        return object;
    }
}
