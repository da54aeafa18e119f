package io.sigmaprompt.twin.prediction;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.prediction.explanation.Explainer;
import io.sigmaprompt.twin.prediction.explanation.ExplanationSettings;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one explanation of the industrial arm takes: while all is well, and for faults of several kinds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExplanationBenchmark {
    private static final double[] NONE = new double[0];
    private static final long FAULT_NANOS = 2_500_000_000L;
    private static final long END_NANOS = 3_800_000_000L;

    /** A hidden fault's name, or {@code none}. */
    @Param({"none", "FRICTION", "TELEMETRY_DELAY", "TORQUE_GAIN", "EFFORT_OFFSET"})
    private String fault = "none";

    /** Made by the set-up, which runs first. */
    @SuppressWarnings("NullAway.Init")
    private Explainer explainer;

    @Setup
    public void run() {
        RobotModel model = UrdfReader.read(
                        Path.of("..", "scenarios", "library", "robots", "industrial-arm", "industrial-arm.urdf"))
                .model();
        DrivenJoints joints = new DrivenJoints(model);
        double[] start = model.neutral();
        HiddenTruth truth = fault.equals("none") ? HiddenTruth.none(model) : HiddenTruth.faults(model, List.of(fault()));
        SimulatedRobot robot = new SimulatedRobot(new VirtualRobot(
                "robot", model, start, SimulationSettings.DEFAULT, 8_000_000, 1, 2e-5, 1e-3, 1e-3, truth));
        List<TrajectoryPoint> points = new ArrayList<>();
        for (int leg = 1; leg <= 4; leg++) {
            double[] next = new double[joints.count()];
            for (int i = 0; i < next.length; i++) {
                next[i] = 0.5 * (leg % 2) * (i % 2 == 0 ? 1 : -1);
            }
            points.add(new TrajectoryPoint(leg * 1_000_000_000L, next, NONE, NONE));
        }
        robot.followTrajectory(joints.names(), points);
        ReferenceHistory references = new ReferenceHistory(joints);
        explainer = new Explainer(model, SimulationSettings.DEFAULT, start, references, ExplanationSettings.DEFAULT);
        double[] rest = new double[joints.count()];
        while (robot.nanos() < END_NANOS) {
            robot.step();
            if (robot.telemetryDue()) {
                references.observe(robot.reference(robot.nanos()), rest);
                explainer.observe(robot.jointState(robot.nanos()));
            }
        }
    }

    private HiddenFault fault() {
        HiddenFault.Kind kind = HiddenFault.Kind.valueOf(fault);
        return switch (kind) {
            case FRICTION -> new HiddenFault(kind, "elbow_joint", FAULT_NANOS, 0, 3);
            case TELEMETRY_DELAY -> new HiddenFault(kind, "", FAULT_NANOS, 0, 0.02);
            case TORQUE_GAIN -> new HiddenFault(kind, "elbow_joint", FAULT_NANOS, 0, 0.5);
            case EFFORT_OFFSET -> new HiddenFault(kind, "elbow_joint", FAULT_NANOS, 0, 15);
            default -> throw new IllegalArgumentException("no benchmark of " + kind);
        };
    }

    @Benchmark
    public ExplanationRecord explain() {
        return explainer.explain("robot", END_NANOS);
    }
}
