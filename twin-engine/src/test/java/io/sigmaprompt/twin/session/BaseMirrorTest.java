package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.BatteryRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A body without joints, moved by what telemetry tells of its base. */
class BaseMirrorTest {
    private static final double[] NONE = {};
    private static final double[] LEVEL = {0, 0, 0, 1};
    private static final String BODY = "body";

    private static SessionConfiguration session() {
        Inertia inertia = new Inertia(2, new Vec3(0, 0, 0), 0.02, 0, 0, 0.02, 0, 0.02);
        RobotModel model =
                new RobotModel(BODY, true, List.of(new Link("base_link", inertia, List.of(), List.of())), List.of());
        return new SessionConfiguration(
                "flight",
                1,
                List.of(new TwinConfiguration(
                        BODY,
                        new VirtualRobot(
                                BODY, model, model.neutral(), SimulationSettings.DEFAULT, 8_000_000, 1, 0, 0, 0),
                        false,
                        TwinMode.MIRROR,
                        IngestSettings.DEFAULT,
                        PredictionSettings.DEFAULT,
                        AnalysisSettings.DEFAULT,
                        List.of(),
                        ArbitrationSettings.DEFAULT,
                        GateSettings.DEFAULT)));
    }

    private static OdometryFrame odometry(long nanos, String child, double height) {
        return new OdometryFrame(
                BODY,
                nanos,
                TelemetryMessage.UNAVAILABLE,
                "odom",
                child,
                new double[] {0, 0, height},
                LEVEL,
                new double[] {1, 0, 0},
                NONE,
                NONE,
                NONE);
    }

    private static PoseFrame pose(long nanos) {
        return new PoseFrame(
                BODY, nanos, TelemetryMessage.UNAVAILABLE, "map", "base_link", new double[] {9, 9, 9}, LEVEL, NONE);
    }

    /** What comes at a tick: odometry each 10 ms, an IMU each 4 ms, batteries and status now and then. */
    private static List<KernelInput> inputs(long tick) {
        long nanos = tick * Tick.NANOS;
        List<TelemetryMessage> all = new ArrayList<>();
        if (tick % 10 == 3) {
            all.add(odometry(nanos, "base_link", tick * 0.001));
            all.add(odometry(nanos, "camera", -5));
        }
        if (tick % 4 == 0) {
            all.add(new ImuFrame(
                    BODY, nanos, TelemetryMessage.UNAVAILABLE, "imu", NONE, new double[] {0, 0, tick}, new double[] {
                        0, 0, 9.81
                    }));
        }
        if (tick % 200 == 50) {
            all.add(new BatteryFrame(
                    BODY, nanos, TelemetryMessage.UNAVAILABLE, "0", 24 - tick * 1e-3, -3, Double.NaN, 0.8, Double.NaN));
        }
        if (tick % 300 == 100) {
            RobotFault fault = new RobotFault("failsafe", RobotFault.Severity.ERROR, "a failsafe is active");
            all.add(new StatusFrame(
                    BODY,
                    nanos,
                    TelemetryMessage.UNAVAILABLE,
                    tick < 300 ? "HOVER" : "LAND",
                    tick < 300 ? List.of() : List.of(fault)));
        }
        return all.stream().<KernelInput>map(KernelInput.Telemetry::new).toList();
    }

    private static List<OutputRecord> run(TwinKernel kernel, long to) {
        List<OutputRecord> outputs = new ArrayList<>();
        while (kernel.ticks() < to) {
            kernel.tick(inputs(kernel.ticks() + 1), outputs::add);
        }
        return outputs;
    }

    private static <T> List<T> only(List<OutputRecord> outputs, Class<T> type) {
        return outputs.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void itsBaseFollowsTheOdometryHeardFirstAndNothingIsComparedWithAnything() {
        List<OutputRecord> outputs = run(new TwinKernel(session()), 1000);
        List<BaseStateRecord> states = only(outputs, BaseStateRecord.class);
        assertEquals(100, states.size());
        assertEquals("base_link", states.getLast().child());
        assertArrayEquals(new double[] {0, 0, 0.993}, states.getLast().position(), 1e-12);
        assertArrayEquals(new double[] {1, 0, 0}, states.getLast().linearVelocity());
        assertEquals(100, only(outputs, ImuRecord.class).size());
        assertEquals(5, only(outputs, BatteryRecord.class).size());
        assertEquals(List.of(), only(outputs, DivergenceRecord.class));
        assertEquals(List.of(), only(outputs, JointStateRecord.class));
        assertEquals(List.of(), only(outputs, FindingRecord.class));
        List<String> notices = only(outputs, NoticeRecord.class).stream()
                .map(NoticeRecord::text)
                .toList();
        assertTrue(notices.get(0).endsWith("no divergence is claimed"), notices.toString());
        assertEquals("the robot's controller is in HOVER", notices.get(1));
        assertEquals("the robot's controller is in LAND", notices.get(2));
        assertEquals("ERROR failsafe: a failsafe is active", notices.get(3));
        assertEquals(4, notices.size(), "a fault that goes on standing is told once");
    }

    @Test
    void aPoseMovesItUntilOdometryComes() {
        List<OutputRecord> said = new ArrayList<>();
        BaseMirror mirror = new BaseMirror(BODY, said::add);
        assertFalse(mirror.heard());
        assertEquals(5, mirror.ageNanos(5));
        mirror.take(pose(1), 1);
        mirror.look(2);
        mirror.take(odometry(3, "base_link", 1), 3);
        mirror.take(pose(4), 4);
        mirror.look(5);
        mirror.look(6);
        assertEquals(
                List.of("map", "odom"),
                only(said, BaseStateRecord.class).stream()
                        .map(BaseStateRecord::parent)
                        .toList());
        assertEquals(7, mirror.ageNanos(10));
    }

    @Test
    void silenceOfTheBaseIsFound() {
        TwinKernel kernel = new TwinKernel(session());
        run(kernel, 500);
        List<OutputRecord> outputs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            kernel.tick(List.of(), outputs::add);
        }
        List<FindingRecord> findings = only(outputs, FindingRecord.class);
        assertEquals(1, findings.size());
        assertEquals(FindingRecord.Kind.STALE, findings.getFirst().kind());
    }

    @Test
    void goesOnToTheSameBitsFromASnapshotOfAnyTick() {
        TwinKernel whole = new TwinKernel(session());
        run(whole, 1000);
        Random random = new Random(3);
        for (int round = 0; round < 12; round++) {
            TwinKernel first = new TwinKernel(session());
            run(first, 1 + random.nextInt(999));
            TwinKernel second = new TwinKernel(session());
            run(second, random.nextInt(200));
            second.restore(first.snapshot());
            run(second, 1000);
            assertEquals(whole.traceHash(), second.traceHash(), "restored at tick " + first.ticks());
        }
    }
}
