package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.twin.analysis.stream.RobustStatistic;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.estimation.EffortResidual;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds joints whose effort the model no longer explains: the residual, in robust standard deviations of its own past,
 * stays above a threshold. The past is kept apart for motion one way, motion the other way and rest, so that friction
 * which the model does not know is learnt as what it is. What is beyond the threshold is not learnt, so that a fault
 * does not become normal; and a joint at rest, whose friction may hide anything, or in a motion whose past is not known yet,
 * does not count as recovered.
 */
public final class ResidualDetector implements Detector {
    /** So many values of a regime must have been seen before any of it is judged. */
    private static final int LEARNING = 50;

    /** Their spread is taken anew at one value of so many: it changes slowly. */
    private static final int EVERY = 10;

    /** Motion backwards, rest, motion forwards. */
    private static final int REGIMES = 3;

    private static final int REST = 1;

    /** Stands in, N m or N, for the effort limit of a joint that has none. */
    private static final double DEFAULT_EFFORT = 100;

    private final AnalysisSettings settings;
    private final String parameters;
    private final RobustStatistic[][] past;
    private final @Nullable String[] ids;
    private final double[] sigma;
    private final long[] holdNanos;
    private final double[] peak;
    private long lastFresh;
    private long lastSource = Long.MIN_VALUE;

    ResidualDetector(AnalysisSettings settings, int joints) {
        this.settings = settings;
        parameters = String.format(
                Locale.ROOT,
                "threshold %g σ, window %d, hold %d ms",
                settings.residualSigma(),
                settings.residualWindow(),
                settings.residualHoldNanos() / 1_000_000);
        past = new RobustStatistic[joints][REGIMES];
        for (RobustStatistic[] one : past) {
            Arrays.setAll(one, regime -> new RobustStatistic(settings.residualWindow(), EVERY));
        }
        ids = new String[joints];
        sigma = new double[joints];
        Arrays.fill(sigma, Double.NaN);
        holdNanos = new long[joints];
        peak = new double[joints];
    }

    /** The last residuals in robust standard deviations; NaN while learning. Live, one entry a driven joint. */
    public double[] sigma() {
        return sigma;
    }

    @Override
    public void look(Observation o, FindingBoard findings) {
        if (!o.tracking() || o.sourceNanos() == lastSource) {
            return;
        }
        lastSource = o.sourceNanos();
        long elapsed = o.simNanos() - lastFresh;
        lastFresh = o.simNanos();
        for (int i = 0; i < sigma.length; i++) {
            double residual = o.residual()[i];
            if (Double.isNaN(residual)) {
                sigma[i] = Double.NaN;
                holdNanos[i] = 0;
            } else {
                judge(o, findings, i, residual, elapsed);
            }
        }
    }

    private void judge(Observation o, FindingBoard findings, int i, double residual, long elapsed) {
        Joint joint = o.joints().joint(i);
        String id = id(i, joint);
        boolean active = findings.isActive(id);
        int regime = regime(o.velocity()[i]);
        RobustStatistic usual = past[i][regime];
        sigma[i] = usual.size() < LEARNING
                ? Double.NaN
                : Math.abs(residual - usual.median()) / Math.max(usual.deviation(), floor(joint));
        boolean beyond = sigma[i] > settings.residualSigma();
        boolean judged = !Double.isNaN(sigma[i]);
        if (beyond == active) {
            holdNanos[i] = 0;
        } else if (beyond || judged && regime != REST) {
            holdNanos[i] += elapsed;
        }
        peak[i] = beyond ? Math.max(peak[i], Math.abs(residual)) : active ? peak[i] : 0;
        if (!beyond && !active) {
            usual.add(residual);
        }
        if (holdNanos[i] < settings.residualHoldNanos()) {
            return;
        }
        holdNanos[i] = 0;
        if (beyond) {
            findings.raise(
                    o.simNanos(),
                    id,
                    FindingRecord.Kind.RESIDUAL,
                    joint.name(),
                    sigma[i],
                    settings.residualSigma(),
                    "σ",
                    String.format(
                            Locale.ROOT,
                            "%s takes %.1f %s that the model does not explain, %.0f times its usual spread",
                            joint.name(),
                            peak[i],
                            joint.type() == JointType.PRISMATIC ? "N" : "N·m",
                            sigma[i]),
                    new Evidence(
                            "residual",
                            joint.name() + "/effort-residual",
                            o.simNanos() - settings.residualHoldNanos(),
                            score(sigma[i]),
                            parameters));
        } else {
            findings.clear(o.simNanos(), id, sigma[i], "the model explains the effort of " + joint.name() + " again");
        }
    }

    /** One half at the threshold, towards 1 beyond. */
    private double score(double deviations) {
        return deviations / (deviations + settings.residualSigma());
    }

    private String id(int i, Joint joint) {
        if (ids[i] == null) {
            ids[i] = "residual/" + joint.name();
        }
        return ids[i];
    }

    private static int regime(double velocity) {
        if (Math.abs(velocity) < EffortResidual.REST) {
            return REST;
        }
        return velocity < 0 ? REST - 1 : REST + 1;
    }

    private double floor(Joint joint) {
        double effort = joint.limits().effort();
        return settings.residualFloor() * (Double.isInfinite(effort) ? DEFAULT_EFFORT : effort);
    }

    @Override
    public void save(CanonicalOutput out) {
        for (RobustStatistic[] one : past) {
            for (RobustStatistic statistic : one) {
                statistic.save(out);
            }
        }
        out.putDoubles(sigma);
        out.putDoubles(peak);
        for (long hold : holdNanos) {
            out.putLong(hold);
        }
        out.putLong(lastFresh);
        out.putLong(lastSource);
    }

    @Override
    public void restore(CanonicalInput in) {
        for (RobustStatistic[] one : past) {
            for (RobustStatistic statistic : one) {
                statistic.restore(in);
            }
        }
        in.getDoubles(sigma);
        in.getDoubles(peak);
        for (int i = 0; i < holdNanos.length; i++) {
            holdNanos[i] = in.getLong();
        }
        lastFresh = in.getLong();
        lastSource = in.getLong();
    }
}
