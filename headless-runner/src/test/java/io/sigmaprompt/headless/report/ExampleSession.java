package io.sigmaprompt.headless.report;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.ModelHash;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.DynamicsProvenance;
import io.sigmaprompt.scenarios.run.ExpectationResult;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.scenarios.temporal.Judgement;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.twin.session.TwinConfiguration;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A session of 24 s told to a listener by hand: a two-joint arm whose elbow's friction rises at 10 s. */
public final class ExampleSession {
    public static final String ROBOT = "arm";
    private static final List<String> JOINTS = List.of("shoulder_joint", "elbow_joint");
    private static final long END = 24_000_000_000L;

    private final Random noise = new Random(7);

    /** The scenario the session is of. */
    public static Scenario scenario() {
        RobotModel model = model();
        VirtualRobot body =
                new VirtualRobot(ROBOT, model, model.neutral(), SimulationSettings.DEFAULT, 8_000_000, 1, 0, 0, 0);
        TwinConfiguration twin = new TwinConfiguration(
                ROBOT,
                body,
                false,
                TwinMode.MIRROR,
                IngestSettings.DEFAULT,
                PredictionSettings.DEFAULT,
                AnalysisSettings.DEFAULT,
                List.of(),
                ArbitrationSettings.DEFAULT,
                GateSettings.DEFAULT);
        return new Scenario(
                "elbow-friction",
                "Friction triples at the elbow; the twin must see it and slow the arm <down>.",
                Path.of("elbow-friction.yaml"),
                "scenario: elbow-friction\nseed: 7\n",
                new SessionConfiguration("elbow-friction", 7, List.of(twin)),
                List.of(new RobotEntry(ROBOT, Path.of("arm.urdf"), RobotEntry.VIRTUAL, Map.of())),
                List.of(),
                List.of(),
                END,
                List.of("arm.urdf:12: joint 'elbow_joint' has a velocity limit of zero"));
    }

    private static RobotModel model() {
        Inertia inertia = new Inertia(2, Vec3.ZERO, 0.1, 0, 0, 0.1, 0, 0.1);
        return new RobotModel(
                "arm",
                false,
                List.of(
                        new Link("base", inertia, List.of(), List.of()),
                        new Link("upper", inertia, List.of(), List.of()),
                        new Link("lower", inertia, List.of(), List.of())),
                List.of(joint(JOINTS.get(0), "base", "upper"), joint(JOINTS.get(1), "upper", "lower")));
    }

    private static Joint joint(String name, String parent, String child) {
        return new Joint(
                name,
                JointType.REVOLUTE,
                parent,
                child,
                Pose.IDENTITY,
                new Vec3(0, 0, 1),
                new JointLimits(-3, 3, 2, 150),
                JointDynamics.NONE,
                null);
    }

    /** What came of it. */
    public static RunResult result(Path directory, Verdict verdict) {
        boolean passed = verdict == Verdict.PASSED;
        return new RunResult(
                "elbow-friction",
                verdict,
                passed ? "all 2 expectations held" : "1 of 2 expectations did not hold",
                List.of(
                        new ExpectationResult(
                                "expect/1",
                                "finding residual at elbow_joint within 10 s to 12 s",
                                Judgement.HELD,
                                10.34,
                                "it was found at 10.340 s"),
                        new ExpectationResult(
                                "expect/2",
                                "|divergence.position.elbow_joint| always < 0.02 rad",
                                passed ? Judgement.HELD : Judgement.FAILED,
                                passed ? Double.NaN : 10.71,
                                passed ? "the greatest was 0.0181 rad" : "it reached 0.0213 rad & stayed there")),
                "9f3c5ad1e0b2477681b6a7d5f4c3928170e6d5c4b3a2918f7e6d5c4b3a2918f7",
                "exact from its journal: telemetry came over a wire",
                directory,
                24,
                24.31,
                3.02,
                List.of(new DynamicsProvenance(ROBOT, "compiled", ModelHash.of(model()))),
                List.of(),
                List.of("session.json", "journal", "trace.mcap"));
    }

    /** Tells the whole session. */
    public void tell(RunListener listener, Path directory, Verdict verdict) {
        listener.started(scenario(), directory);
        for (long t = 0; t <= END; t += 10_000_000) {
            events(listener, t);
            joints(listener, t);
            listener.advanced(t);
        }
        listener.output(new TelemetryHealthRecord(
                ROBOT, END, 2951, 0, 3, 1, 0, 1, 0, 125, 0.004, List.of(), List.of(), new double[0], List.of()));
        listener.finished(result(directory, verdict));
    }

    private void joints(RunListener listener, long t) {
        double s = t / 1e9;
        double rate = s > 10.35 ? 0.3 : 1;
        double phase = s > 10.35 ? 10.35 + (s - 10.35) * rate : s;
        double[] q = {Math.sin(phase), 0.8 * Math.cos(1.3 * phase)};
        double[] v = {rate * Math.cos(phase), -rate * 1.04 * Math.sin(1.3 * phase)};
        double extra = s > 10 ? 9 * Math.signum(v[1]) : 0;
        double lag = s > 10 ? 0.017 * Math.signum(v[1]) : 0;
        boolean silent = s > 16 && s < 16.4;
        if (!silent) {
            listener.output(new JointStateRecord(
                    ROBOT, t, JointStateRecord.Body.ROBOT, JOINTS, q, v, new double[] {20 * q[0], 10 * q[1] + extra}));
        }
        if (!silent) {
            listener.output(new EstimateRecord(
                    ROBOT,
                    t,
                    JOINTS,
                    new double[] {2e-5, 3e-5},
                    new double[] {1e-3, 2e-3},
                    new double[] {-q[0], -q[1]},
                    new double[] {0.004, 0.005},
                    new double[] {1.9, 2.2},
                    new double[] {2, 2},
                    new double[] {jitter(0.5), -extra},
                    new double[] {0.3, 0.3},
                    List.of(
                            new EstimateRecord.Contact(JOINTS.get(0), false),
                            new EstimateRecord.Contact(JOINTS.get(1), extra != 0)),
                    List.of(),
                    List.of(new EstimateRecord.Payload(
                            "wrist", 0.04, 0.06, new double[] {0, 0, 0}, new double[] {0, 0, 0}, true))));
        }
        double[] predicted = {q[0] + jitter(0.001), q[1] + lag + jitter(0.001)};
        if (s > 0.1 && !silent) {
            listener.output(new JointStateRecord(
                    ROBOT, t, JointStateRecord.Body.PREDICTION, JOINTS, predicted, v, new double[2]));
            listener.output(new DivergenceRecord(
                    ROBOT,
                    t,
                    JOINTS,
                    new double[] {q[0] - predicted[0], q[1] - predicted[1]},
                    new double[2],
                    new double[] {jitter(0.8), extra + jitter(0.8)},
                    new double[] {Math.abs(jitter(1)), s > 3 ? Math.abs(extra + jitter(0.8)) : Double.NaN}));
        }
        if (s >= 4 && s <= 20) {
            listener.output(new CommandRecord(
                    ROBOT, t, CommandRecord.Target.HARDWARE, new JointCommand(ROBOT, t, JOINTS, q, v, new double[2])));
        }
    }

    private double jitter(double deviation) {
        return noise.nextGaussian() * deviation;
    }

    private static void events(RunListener listener, long t) {
        switch ((int) (t / 10_000_000)) {
            case 0 -> {
                listener.note("starting the virtual robot");
                listener.output(new ModeRecord(ROBOT, t, TwinMode.MIRROR, "the scenario begins so"));
                listener.output(new NoticeRecord(ROBOT, t, NoticeRecord.Level.INFO, "link", "connected"));
            }
            case 200 -> {
                listener.output(new ModeRecord(ROBOT, t, TwinMode.SHADOW, "wanted by the timeline"));
                listener.output(new DecisionRecord(
                        ROBOT, t, "pick_part", "task", 10, List.of(), "priority", "it is the only wish"));
                listener.output(gate(t, false, GateRecord.Verdict.CLOSED, "the twin is in SHADOW"));
            }
            case 400 -> {
                listener.output(new ModeRecord(ROBOT, t, TwinMode.LIVE, "wanted by the timeline"));
                listener.output(gate(t, true, GateRecord.Verdict.PASSED, "all limits are kept"));
            }
            case 1000 ->
                listener.output(new FaultRecord(ROBOT, t, new Fault(Fault.Kind.FRICTION, "elbow_joint", 3, 0)));
            case 1034 -> {
                listener.output(finding(t, true, 9.1, "effort exceeds the model's by 9.1 N·m, 9.1 σ of its past"));
                listener.output(new AlarmRecord(
                        ROBOT,
                        t,
                        "residual/elbow_joint",
                        AlarmRecord.Priority.HIGH,
                        AlarmRecord.State.UNACKNOWLEDGED,
                        "the elbow needs more effort than its model says",
                        ""));
            }
            case 1035 ->
                listener.output(new DecisionRecord(
                        ROBOT,
                        t,
                        "slow_and_report",
                        "guard",
                        50,
                        List.of(new DecisionRecord.Loser("pick_part", "task", 10)),
                        "priority",
                        "residual/elbow_joint has held for 10 ms; 50 beats 10 by more than the margin of 5"));
            case 1060 -> listener.output(gate(t, true, GateRecord.Verdict.LIMITED, "acceleration of elbow_joint cut"));
            case 1100 -> listener.output(gate(t, true, GateRecord.Verdict.PASSED, "all limits are kept"));
            case 1600 ->
                listener.output(new FaultRecord(ROBOT, t, new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 400_000_000)));
            case 1800 ->
                listener.output(new AlarmRecord(
                        ROBOT,
                        t,
                        "residual/elbow_joint",
                        AlarmRecord.Priority.HIGH,
                        AlarmRecord.State.ACKNOWLEDGED,
                        "the elbow needs more effort than its model says",
                        "timeline"));
            case 2000 -> listener.output(gate(t, true, GateRecord.Verdict.HELD, "STOP, by the timeline"));
            default -> {
                // Nothing happens at most moments.
            }
        }
    }

    private static FindingRecord finding(long t, boolean active, double value, String words) {
        return new FindingRecord(
                ROBOT,
                t,
                "residual/elbow_joint",
                FindingRecord.Kind.RESIDUAL,
                "elbow_joint",
                active,
                value,
                6,
                "σ",
                words,
                new Evidence("residual", "elbow_joint/effort-residual", t - 200_000_000, 0.6, "threshold 6 σ"));
    }

    private static GateRecord gate(long t, boolean armed, GateRecord.Verdict verdict, String reason) {
        return new GateRecord(
                ROBOT,
                t,
                armed,
                verdict == GateRecord.Verdict.HELD,
                verdict,
                List.of(
                        new GateRecord.Check("position", "elbow_joint", 0.31, true),
                        new GateRecord.Check("velocity", "shoulder_joint", 0.48, true),
                        new GateRecord.Check("acceleration", "elbow_joint", 1.08, false),
                        new GateRecord.Check("watchdog", "", 0.03, true)),
                reason);
    }
}
