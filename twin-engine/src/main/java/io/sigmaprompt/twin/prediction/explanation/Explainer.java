package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.prediction.ReferenceHistory;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Why robot and twin are apart. Hypotheses compete for what a sliding window contradicts: each is fitted, the one with the
 * greatest likelihood, its parameters paid for (Schwarz, Estimating the dimension of a model, Annals of Statistics 6(2),
 * 1978), takes its part, and the rest is offered again (see {@link Pursuit}). The number
 * of operations is bounded by the window and the robot. Belongs to one thread.
 */
public final class Explainer implements Restorable {
    /** A window with fewer samples says too little. */
    private static final int FEWEST = 40;

    /** The first cause stays first until another has so much more. */
    private static final double STEADY = 1.3;

    private final ExplanationSettings settings;
    private final Consistency laws;
    private final RawState raw;
    private final Samples samples;
    private final Evidence evidence;
    private final RestingFriction resting;
    private final Pursuit pursuit;
    private final List<String> names;
    private String first = "";

    /**
     * An explainer that has seen nothing.
     *
     * @param start nq entries; the base of a floating robot is taken to rest there
     * @param references what the robot is commanded; live
     */
    public Explainer(
            RobotModel model,
            SimulationSettings simulated,
            double[] start,
            ReferenceHistory references,
            ExplanationSettings settings) {
        this.settings = settings;
        laws = new Consistency(model, simulated, start);
        names = laws.joints.names();
        raw = new RawState(laws.joints);
        samples = new Samples(laws, references, settings.samples(), settings.sampleNanos());
        evidence = new Evidence(laws, settings.samples());
        resting = new RestingFriction(evidence);
        pursuit = new Pursuit(evidence, new HypothesisBank(laws, references, settings.samples()), settings.most());
    }

    /** Takes a frame that ingest accepted. */
    public void observe(JointStateFrame frame) {
        if (raw.take(frame)) {
            samples.observe(frame.sourceNanos(), raw.position, raw.velocity, raw.effort, raw.withVelocity());
        }
    }

    /** What comes next has nothing to do with what came before. */
    public void forget() {
        samples.clear();
    }

    /** Whether there is enough to explain from. */
    public boolean ready() {
        return samples.count() >= FEWEST;
    }

    /** Whether the last explanation found something to explain. */
    public boolean diverged() {
        return !first.isEmpty();
    }

    /** Explains the window as it is now. */
    public ExplanationRecord explain(String robot, long simNanos) {
        evidence.gather(samples);
        resting.absorb();
        List<Cause> causes = new ArrayList<>();
        double rest = 0;
        if (HypothesisBank.suspicious(evidence)) {
            rest = Math.max(0, evidence.energy() - evidence.told());
            causes = causes();
        }
        if (causes.isEmpty()) {
            evidence.learn();
        }
        resting.tell(causes, causes.isEmpty() ? 0 : rest);
        causes.sort((a, b) -> Double.compare(weight(b), weight(a)));
        resting.remember(causes);
        first = causes.isEmpty() ? "" : key(causes.getFirst());
        double seconds = evidence.count == 0 ? 0 : evidence.time[evidence.count - 1];
        return new ExplanationRecord(robot, simNanos, seconds, names, causes);
    }

    private static String key(Cause cause) {
        return Hypothesis.key(cause.kind(), cause.joint());
    }

    private List<Cause> causes() {
        pursuit.run(settings.most(), first);
        List<Cause> causes = pursuit.causes();
        unknown(causes);
        return causes;
    }

    private double weight(Cause cause) {
        return key(cause).equals(first) ? STEADY * cause.share() : cause.share();
    }

    /** What no hypothesis explains. */
    private void unknown(List<Cause> causes) {
        double told = 0;
        for (Cause cause : causes) {
            told += cause.share();
        }
        if (causes.isEmpty() && !HypothesisBank.unbearable(evidence)) {
            return;
        }
        double share = Math.max(0, 1 - told);
        if (share < Pursuit.LEAST_SHARE && !causes.isEmpty()) {
            return;
        }
        double[] part = new double[laws.n];
        if (evidence.count > 0) {
            Arrays.setAll(part, i -> evidence.open[evidence.at(evidence.count - 1, Evidence.BODY, i)]);
        }
        causes.add(new Cause(
                Kind.UNKNOWN,
                "",
                share,
                Double.NaN,
                Double.NaN,
                "",
                0,
                part,
                causes.isEmpty()
                        ? "the model contradicts what is measured, and no hypothesis explains it"
                        : "contradictions that no hypothesis explains"));
    }

    @Override
    public void save(CanonicalOutput out) {
        raw.save(out);
        samples.save(out);
        evidence.save(out);
        resting.save(out);
        out.putString(first);
    }

    @Override
    public void restore(CanonicalInput in) {
        raw.restore(in);
        samples.restore(in);
        evidence.restore(in);
        resting.restore(in);
        first = in.getString();
    }
}
