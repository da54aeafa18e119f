package io.sigmaprompt.twin.session;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.analysis.Analyzer;
import io.sigmaprompt.twin.analysis.Observation;
import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.EffortResidual;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.maintenance.health.HealthSettings;
import io.sigmaprompt.twin.maintenance.health.HealthWatch;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.JointStateRecord.Body;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.ingest.Judgement;
import io.sigmaprompt.twin.telemetry.ingest.TelemetryIngest;
import io.sigmaprompt.twin.telemetry.naming.NameProposal;
import java.util.List;
import java.util.function.Consumer;

/** The first half of the loop: ingest, estimate, predict, compare, find. */
final class Mirror implements Restorable {
    private static final long HEALTH_NANOS = 500_000_000;

    /** So long a source may take to say what it was commanded before it is held to be silent about it. */
    private static final long REFERENCE_PATIENCE_NANOS = 1_000_000_000;

    /** So long frames may come without an effort before the source is held to measure none. */
    private static final long EFFORT_PATIENCE_NANOS = 200_000_000;

    /** So long telemetry may take to tell of every driven joint before it is held to leave some out. */
    private static final long JOINT_PATIENCE_NANOS = 1_000_000_000;

    private final String robot;
    private final String model;
    private final DrivenJoints joints;
    private final Consumer<OutputRecord> outputs;
    private final TelemetryIngest ingest;
    private final Estimates estimates;
    private final BaseMirror base;
    private final StateEstimator estimate;
    private final EffortResidual residual;
    private final Comparison comparison;
    private final Analyzer analyzer;
    private final HealthWatch health;
    private final LiveState live;
    private long now;
    private long lastSource = Long.MIN_VALUE;
    private long firstHeard = Long.MIN_VALUE;
    private boolean saidMissing;
    private boolean saidNoReferences;
    private boolean effortHeard;
    private boolean saidNoEffort;
    private boolean saidNoDivergence;

    Mirror(
            TwinConfiguration configuration,
            DrivenJoints joints,
            int turn,
            Consumer<OutputRecord> outputs,
            Consumer<FindingRecord> findings) {
        robot = configuration.robot();
        this.joints = joints;
        this.outputs = outputs;
        RobotModel body = configuration.body().model();
        model = body.name();
        double[] start = configuration.body().initialPosition();
        ingest = new TelemetryIngest(
                configuration.ingest(), joints, text -> notice(NoticeRecord.Level.WARNING, "telemetry", text));
        estimates = new Estimates(configuration, joints);
        estimate = estimates.joints();
        base = new BaseMirror(robot, outputs);
        residual = new EffortResidual(body, joints, start);
        analyzer = new Analyzer(robot, configuration.analysis(), body, joints, findings);
        comparison = new Comparison(configuration, joints, turn, outputs, analyzer::take);
        health = new HealthWatch(robot, joints, HealthSettings.DEFAULT);
        live = new LiveState(joints.names());
    }

    /** The driven joints' part of a configuration. */
    static double[] drivenStart(RobotModel model, DrivenJoints joints, double[] q) {
        double[] driven = new double[joints.count()];
        for (int i = 0; i < driven.length; i++) {
            driven[i] = q[model.qIndex(model.jointIndex(joints.names().get(i)))];
        }
        return driven;
    }

    /** Which kernel computes the prediction's dynamics. */
    String dynamicsKernel() {
        return comparison.dynamicsKernel();
    }

    TelemetryIngest ingest() {
        return ingest;
    }

    LiveState live() {
        return live;
    }

    StateEstimator estimate() {
        return estimate;
    }

    List<FindingRecord> findings() {
        return analyzer.findings();
    }

    /** Whether telemetry has told of every driven joint, or of the base where there is no such joint. */
    boolean tracking() {
        return joints.count() == 0 ? base.heard() : ingest.heard() && ingest.complete();
    }

    private boolean baseOnly() {
        return joints.count() == 0 || base.heard() && !ingest.heard();
    }

    /** Time since telemetry last told of the robot, ns. */
    long ageNanos() {
        return baseOnly() ? base.ageNanos(now) : ingest.ageNanos(now);
    }

    /** The wire is there again. */
    void reconnected() {
        ingest.reconnected();
    }

    /** Takes a message; whether ingest accepted it. */
    boolean take(TelemetryMessage message, long simNanos) {
        now = simNanos;
        Judgement judgement = ingest.judge(message, simNanos);
        if (judgement == Judgement.DISMISS) {
            return false;
        }
        if (judgement == Judgement.APPLY_ANEW) {
            estimates.forget();
            residual.forget();
            comparison.forget();
            analyzer.interrupt(now);
            health.interrupt();
        }
        estimates.take(message);
        analyzer.measure(message, estimate.velocity(), now);
        health.take(message);
        switch (message) {
            case JointStateFrame frame -> apply(frame);
            case JointReferenceFrame frame -> comparison.observe(frame);
            default -> base.take(message, now);
        }
        return true;
    }

    private void apply(JointStateFrame frame) {
        if (firstHeard == Long.MIN_VALUE) {
            firstHeard = now;
        }
        effortHeard |= frame.effort().length > 0;
        residual.update(estimate);
        health.look(residual, estimate.position());
        comparison.observe(frame, estimate);
        live.publish(now, estimate.sourceNanos(), estimate.position(), estimate.velocity());
    }

    /** What was decided on, empty where nothing was. */
    void enter(String behaviour) {
        analyzer.enter(behaviour);
    }

    /** What has been learnt to be normal so far. */
    NormalBehaviour normal() {
        return analyzer.normal(model);
    }

    /**
     * Starts from what was learnt to be normal before.
     *
     * @return how many signals do
     * @throws BadInputException if it is not of such a robot
     */
    int startFrom(byte[] learnt) {
        return analyzer.startFrom(NormalBehaviour.decode(learnt, "learnt normal behaviour", model));
    }

    /** A model outside has judged what the joints do together. */
    void take(KernelInput.NoveltyScore novelty, long simNanos) {
        analyzer.take(novelty, simNanos);
    }

    /** Counts a message that could not even be read. */
    void reject(String place, String problem, long simNanos) {
        now = simNanos;
        ingest.reject(place, problem);
    }

    /** Compares, looks for trouble and tells, once a cycle. */
    void look(long simNanos) {
        now = simNanos;
        base.look(now);
        boolean fresh = joints.count() > 0 && tracking() && estimate.sourceNanos() != lastSource;
        analyzer.look(new Observation(
                simNanos,
                joints,
                tracking(),
                ageNanos(),
                estimate.sourceNanos(),
                estimate.position(),
                estimate.velocity(),
                estimate.effort(),
                residual.residual(),
                analyzer.sigma(),
                comparison.nis()));
        if (fresh) {
            lastSource = estimate.sourceNanos();
            tell();
        }
        sayWhichJointsAreMissing();
        sayThatNothingIsCompared();
        if (Tick.endsPeriod(simNanos, HEALTH_NANOS)) {
            tellHealth(simNanos);
        }
        if (health.heard() && Tick.endsPeriod(simNanos, health.settings().periodNanos())) {
            outputs.accept(health.tell(simNanos));
        }
    }

    /** How the joints fare now. */
    HealthIndicatorRecord jointHealth() {
        return health.tell(now);
    }

    private void sayWhichJointsAreMissing() {
        if (saidMissing || !ingest.heard() || ingest.complete() || now - firstHeard < JOINT_PATIENCE_NANOS) {
            return;
        }
        saidMissing = true;
        notice(
                NoticeRecord.Level.WARNING,
                "telemetry",
                "telemetry has not told of " + String.join(", ", ingest.missing())
                        + " yet; until every driven joint is told of, nothing is compared (what never will be is `locked` in"
                        + " the scenario)" + proposal());
    }

    private String proposal() {
        NameProposal proposal = NameProposal.of(ingest.strangers(), ingest.missing());
        return proposal == null
                ? ""
                : "; if they have other names at the source (" + proposal.reason() + "), the mapping file is "
                        + proposal.text();
    }

    private void sayThatNothingIsCompared() {
        boolean settled = joints.count() == 0 || now >= JOINT_PATIENCE_NANOS;
        if (!saidNoDivergence && base.heard() && baseOnly() && settled) {
            saidNoDivergence = true;
            notice(
                    NoticeRecord.Level.INFO,
                    "prediction",
                    "telemetry tells of the base and of no joint, and not which forces move it: it is mirrored, nothing"
                            + " is predicted, and no divergence is claimed");
        }
    }

    private void tell() {
        outputs.accept(state(Body.ROBOT, estimate.position(), estimate.velocity(), estimate.effort()));
        outputs.accept(estimates.record(now));
        comparison.tell(now, estimate, residual.residual(), analyzer.sigma());
        sayWhatIsMissing();
    }

    private JointStateRecord state(Body body, double[] position, double[] velocity, double[] effort) {
        return new JointStateRecord(
                robot, now, body, joints.names(), position.clone(), velocity.clone(), effort.clone());
    }

    private void sayWhatIsMissing() {
        if (!saidNoReferences && !comparison.hasReferences() && now - firstHeard >= REFERENCE_PATIENCE_NANOS) {
            saidNoReferences = true;
            notice(
                    NoticeRecord.Level.INFO,
                    "prediction",
                    "the source does not say what the robot was commanded: there is no prediction, and tracking cannot "
                            + "be told; the inverse-dynamics residual is, and of its causes only friction, masses, pushes and "
                            + "contradicting sensors");
        }
        if (!saidNoEffort && !effortHeard && now - firstHeard >= EFFORT_PATIENCE_NANOS) {
            saidNoEffort = true;
            notice(NoticeRecord.Level.INFO, "effort", "the source measures no effort: there is no residual");
        }
    }

    /** Tells how telemetry fares. */
    void tellHealth(long simNanos) {
        now = simNanos;
        outputs.accept(HealthReport.of(robot, joints.names(), ingest, now));
    }

    private void notice(NoticeRecord.Level level, String topic, String text) {
        outputs.accept(new NoticeRecord(robot, now, level, topic, text));
    }

    @Override
    public void save(CanonicalOutput out) {
        ingest.save(out);
        estimates.save(out);
        base.save(out);
        residual.save(out);
        comparison.save(out);
        analyzer.save(out);
        health.save(out);
        out.putLong(lastSource);
        out.putLong(firstHeard);
        out.putBoolean(saidMissing);
        out.putBoolean(saidNoReferences);
        out.putBoolean(effortHeard);
        out.putBoolean(saidNoEffort);
        out.putBoolean(saidNoDivergence);
    }

    @Override
    public void restore(CanonicalInput in) {
        ingest.restore(in);
        estimates.restore(in);
        base.restore(in);
        residual.restore(in);
        comparison.restore(in);
        analyzer.restore(in);
        health.restore(in);
        lastSource = in.getLong();
        firstHeard = in.getLong();
        saidMissing = in.getBoolean();
        saidNoReferences = in.getBoolean();
        effortHeard = in.getBoolean();
        saidNoEffort = in.getBoolean();
        saidNoDivergence = in.getBoolean();
    }
}
