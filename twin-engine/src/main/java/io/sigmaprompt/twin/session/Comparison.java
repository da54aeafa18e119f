package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.prediction.DivergenceStatistic;
import io.sigmaprompt.twin.prediction.Ghost;
import io.sigmaprompt.twin.prediction.explanation.Explainer;
import io.sigmaprompt.twin.prediction.explanation.ExplanationSettings;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.Arrays;
import java.util.function.Consumer;

/** Holds the robot against its prediction: how far they are apart, whether that is more than noise, and why. */
final class Comparison implements Restorable {
    private final String robot;
    private final DrivenJoints joints;
    private final Consumer<OutputRecord> outputs;
    private final Consumer<ExplanationRecord> explained;
    private final Ghost ghost;
    private final DivergenceStatistic statistic;
    private final Explainer explainer;
    private final long explanationNanos;

    /** Robots take turns, a cycle each: a fleet's explanations in one cycle would hold up all of its frames. */
    private final long turnNanos;

    private final double[] unknown;
    private final Accord accord;

    /**
     * A comparison of the robot of this number in its session, counted from 0.
     *
     * @param explained is told each explanation, also one that has nothing to explain
     */
    Comparison(
            TwinConfiguration configuration,
            DrivenJoints joints,
            int turn,
            Consumer<OutputRecord> outputs,
            Consumer<ExplanationRecord> explained) {
        robot = configuration.robot();
        this.joints = joints;
        this.outputs = outputs;
        this.explained = explained;
        RobotModel model = configuration.body().model();
        double[] start = configuration.body().initialPosition();
        ghost = new Ghost(model, configuration.body().settings(), start, configuration.prediction());
        statistic = new DivergenceStatistic(ghost, configuration.prediction());
        ExplanationSettings explanation = ExplanationSettings.DEFAULT;
        explanationNanos = explanation.periodNanos();
        turnNanos = (long) turn * Tick.PER_CYCLE * Tick.NANOS;
        explainer = new Explainer(model, configuration.body().settings(), start, ghost.references(), explanation);
        accord = new Accord(robot, outputs);
        unknown = new double[joints.count()];
        Arrays.fill(unknown, Double.NaN);
    }

    /** Which kernel computes the prediction's dynamics. */
    String dynamicsKernel() {
        return ghost.dynamicsKernel();
    }

    /** Whether the source ever said what the robot was commanded. */
    boolean hasReferences() {
        return ghost.hasReferences();
    }

    /** The normalised innovation squared of each joint's last divergence; NaN where there is none. Live. */
    double[] nis() {
        return statistic.nis();
    }

    /** Notes what the robot measured, and where that means it is. */
    void observe(JointStateFrame frame, StateEstimator estimate) {
        ghost.observe(estimate);
        explainer.observe(frame);
    }

    void observe(JointReferenceFrame frame) {
        ghost.observe(frame);
    }

    /** What comes next has nothing to do with what came before. */
    void forget() {
        ghost.forget();
        explainer.forget();
    }

    /** Tells how far robot and prediction are apart now, and, now and then, why. */
    void tell(long now, StateEstimator estimate, double[] residual, double[] sigma) {
        boolean predicted = ghost.predict();
        if (predicted) {
            outputs.accept(new JointStateRecord(
                    robot,
                    now,
                    JointStateRecord.Body.PREDICTION,
                    joints.names(),
                    ghost.position().clone(),
                    ghost.velocity().clone(),
                    unknown));
        }
        double[] position = predicted ? difference(estimate.position(), ghost.position()) : unknown;
        double[] velocity = predicted ? difference(estimate.velocity(), ghost.velocity()) : unknown;
        if (predicted) {
            statistic.judge(
                    position,
                    velocity,
                    estimate.velocity(),
                    estimate.positionVariance(),
                    estimate.velocityVariance(),
                    !explainer.diverged());
        } else {
            statistic.unknown();
        }
        outputs.accept(new DivergenceRecord(
                robot,
                now,
                joints.names(),
                position,
                velocity,
                residual.clone(),
                sigma.clone(),
                statistic.positionSigma().clone(),
                statistic.nis().clone(),
                statistic.whole(),
                statistic.degrees()));
        explain(now);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }

    /** Nothing is told while there is nothing to explain, but that there is nothing any more. */
    private void explain(long now) {
        if (!Tick.endsPeriod(now + turnNanos, explanationNanos) || !explainer.ready()) {
            return;
        }
        boolean before = explainer.diverged();
        ExplanationRecord explanation = explainer.explain(robot, now);
        if (before || explainer.diverged()) {
            outputs.accept(explanation);
        }
        accord.take(explanation);
        explained.accept(explanation);
    }

    @Override
    public void save(CanonicalOutput out) {
        ghost.save(out);
        statistic.save(out);
        explainer.save(out);
        accord.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        ghost.restore(in);
        statistic.restore(in);
        explainer.restore(in);
        accord.restore(in);
    }
}
