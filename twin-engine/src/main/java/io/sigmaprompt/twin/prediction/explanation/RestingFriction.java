package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Friction that a joint was found to have in motion, where the joint rests: there it is anything up to its greatest, and looks
 * like a push or a load. So much of what contradicts the body's law at rest is taken to be it, until the joint moves again
 * without it. A push that friction could bear cannot be told from it.
 */
final class RestingFriction implements Restorable {
    /** So many moving samples among the newest settle what friction is. */
    private static final int ENOUGH = 40;

    private static final int NEWEST = 60;

    /** Below this the direction of friction is known. */
    private static final double MOVING = 0.1;

    private final Evidence e;
    /** Greatest friction beyond the model's, N m or N, and its standard deviation. */
    private final double[] known;

    private final double[] sigma;
    /** Energy taken in the present window, and the part of its last sample. */
    private final double[] taken;

    private final double[] part;

    RestingFriction(Evidence evidence) {
        e = evidence;
        known = new double[e.n];
        sigma = new double[e.n];
        taken = new double[e.n];
        part = new double[e.n];
    }

    /** Takes from a gathered window what known friction may hold. */
    void absorb() {
        Arrays.fill(taken, 0);
        Arrays.fill(part, 0);
        for (int i = 0; i < e.n; i++) {
            if (known[i] > 0 && HypothesisBank.suspicious(e, Evidence.BODY, i)) {
                absorb(i);
            }
        }
    }

    private void absorb(int i) {
        double before = e.energy(Evidence.BODY, i, 0, e.count);
        for (int k = 0; k < e.count; k++) {
            int at = e.at(k, Evidence.BODY, i);
            double most = known[i] * Consistency.stiction(e.velocity[k * e.n + i]);
            double held = Math.max(-most, Math.min(most, e.open[at]));
            e.open[at] -= held;
            part[i] = held;
        }
        taken[i] = before - e.energy(Evidence.BODY, i, 0, e.count);
    }

    /** Adds what was absorbed to the causes of the rest, whose energy beyond noise this is. */
    void tell(List<Cause> causes, double rest) {
        double all = rest;
        for (double one : taken) {
            all += one;
        }
        if (all <= rest) {
            return;
        }
        double scale = rest / all;
        causes.replaceAll(cause -> with(cause, cause.share() * scale, cause.evidence(), cause.part()));
        for (int i = 0; i < e.n; i++) {
            if (taken[i] / all >= Pursuit.LEAST_SHARE) {
                tell(causes, i, taken[i] / all);
            }
        }
    }

    private void tell(List<Cause> causes, int i, double share) {
        String name = e.laws.joints.names().get(i);
        double[] residual = new double[e.n];
        residual[i] = part[i];
        for (int c = 0; c < causes.size(); c++) {
            Cause cause = causes.get(c);
            if (isFriction(cause, name)) {
                residual[i] += cause.part()[i];
                causes.set(c, with(cause, cause.share() + share, cause.evidence() + 0.5 * taken[i], residual));
                return;
            }
        }
        causes.add(new Cause(
                Kind.PARAMETER_DRIFT,
                name,
                share,
                known[i],
                sigma[i],
                FrictionDrift.UNIT,
                0.5 * taken[i],
                residual,
                Hypothesis.number(
                        "friction of " + name
                                + " holds it at rest, with no more than the %.2f ± %.2f N·m beyond the model's "
                                + "that it had in motion",
                        known[i],
                        sigma[i])));
    }

    private static Cause with(Cause cause, double share, double evidence, double[] residual) {
        return new Cause(
                cause.kind(),
                cause.joint(),
                share,
                cause.value(),
                cause.sigma(),
                cause.unit(),
                evidence,
                residual,
                cause.text());
    }

    private static boolean isFriction(Cause cause, String joint) {
        return cause.kind() == Kind.PARAMETER_DRIFT
                && cause.joint().equals(joint)
                && cause.unit().equals(FrictionDrift.UNIT);
    }

    /** Remembers the friction of joints that move of late, as the causes tell it; none where they do not. */
    void remember(List<Cause> causes) {
        for (int i = 0; i < e.n; i++) {
            int moving = 0;
            for (int k = Math.max(0, e.count - NEWEST); k < e.count; k++) {
                moving += Consistency.stiction(e.velocity[k * e.n + i]) < MOVING ? 1 : 0;
            }
            if (moving >= ENOUGH) {
                remember(causes, i);
            }
        }
    }

    private void remember(List<Cause> causes, int i) {
        known[i] = 0;
        for (Cause cause : causes) {
            // What no drive could overcome was not seen in motion: the joint is seizing.
            if (isFriction(cause, e.laws.joints.names().get(i)) && cause.value() < e.laws.effortLimit[i]) {
                known[i] = Math.max(0, cause.value());
                sigma[i] = cause.sigma();
            }
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(known);
        out.putDoubles(sigma);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(known);
        in.getDoubles(sigma);
    }
}
