package io.sigmaprompt.bridge.flight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.Corpus;
import io.sigmaprompt.bridge.recording.RecordedEntry;
import io.sigmaprompt.bridge.ulog.UlogBytes;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaces;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UlogRecordingTest {
    private static final int ATTITUDE = 1;
    private static final int POSITION = 2;
    private static final int SENSORS = 3;
    private static final int RATES = 4;
    private static final int BATTERY = 5;
    private static final int STATUS = 6;

    @TempDir
    Path folder;

    private static UlogBytes log() {
        return new UlogBytes()
                .flags(0, 0)
                .format("vehicle_attitude:uint64_t timestamp;float[4] q;")
                .format("vehicle_local_position:uint64_t timestamp;float x;float y;float z;float vx;float vy;float vz;"
                        + "bool xy_valid;bool z_valid;bool v_xy_valid;bool v_z_valid;uint8_t[4] _padding0;")
                .format("sensor_combined:uint64_t timestamp;float[3] gyro_rad;float[3] accelerometer_m_s2;")
                .format("vehicle_angular_velocity:uint64_t timestamp;float[3] xyz;")
                .format("battery_status:uint64_t timestamp;float voltage_v;float current_a;float remaining;"
                        + "float temperature;uint16_t capacity;bool connected;")
                .format("vehicle_status:uint64_t timestamp;uint8_t nav_state;uint8_t arming_state;bool failsafe;")
                .subscribe(ATTITUDE, 0, "vehicle_attitude")
                .subscribe(POSITION, 0, "vehicle_local_position")
                .subscribe(SENSORS, 0, "sensor_combined")
                .subscribe(RATES, 0, "vehicle_angular_velocity")
                .subscribe(BATTERY, 1, "battery_status")
                .subscribe(STATUS, 0, "vehicle_status");
    }

    private static ByteBuffer floats(long micros, double... values) {
        ByteBuffer body = UlogBytes.body(8 + 4 * values.length).putLong(micros);
        for (double value : values) {
            body.putFloat((float) value);
        }
        return body;
    }

    private static ByteBuffer attitude(long micros, double heading) {
        double half = Math.toRadians(heading) / 2;
        return floats(micros, Math.cos(half), 0, 0, Math.sin(half));
    }

    private static ByteBuffer position(long micros, int valid, double... values) {
        return UlogBytes.body(8 + 24 + 4)
                .put(floats(micros, values).array())
                .put((byte) valid)
                .put((byte) 1)
                .put((byte) 1)
                .put((byte) 1);
    }

    private static ByteBuffer status(long micros, int state, int arming, int failsafe) {
        return UlogBytes.body(11)
                .putLong(micros)
                .put((byte) state)
                .put((byte) arming)
                .put((byte) failsafe);
    }

    private UlogRecording open(UlogBytes bytes) {
        return UlogRecording.open(bytes.write(folder.resolve("flight.ulg")));
    }

    private static List<RecordedEntry> entries(UlogRecording recording) {
        List<RecordedEntry> all = new ArrayList<>();
        for (RecordedEntry entry = recording.next(); entry != null; entry = recording.next()) {
            all.add(entry);
        }
        return all;
    }

    private static List<TelemetryMessage> frames(UlogRecording recording) {
        List<TelemetryMessage> all = new ArrayList<>();
        entries(recording)
                .forEach(entry -> all.add(
                        assertInstanceOf(RecordedEntry.Frame.class, entry).message()));
        return all;
    }

    @Test
    void givesAPositionTheAttitudeOfItsOwnTimeInOurFrames() {
        UlogBytes log = log().data(ATTITUDE, attitude(1_000_000, 90))
                .data(RATES, floats(1_001_000, 0.1, 0.2, 0.3))
                .data(POSITION, position(1_002_000, 1, 1, 2, -3, 4, 5, -6))
                .data(ATTITUDE, attitude(1_004_000, 92));
        try (UlogRecording recording = open(log)) {
            List<TelemetryMessage> told = frames(recording);
            assertEquals(1, told.size());
            OdometryFrame frame = assertInstanceOf(OdometryFrame.class, told.getFirst());
            assertEquals(1_002_000_000L, frame.sourceNanos());
            assertArrayEquals(new double[] {2, 1, 3}, frame.position(), 1e-6);
            // Half-way from 90° to 92° by compass is 1° clockwise from east, seen from above.
            double half = Math.toRadians(-1) / 2;
            assertArrayEquals(new double[] {0, 0, Math.sin(half), Math.cos(half)}, frame.orientation(), 1e-7);
            double c = Math.cos(Math.toRadians(1));
            double s = Math.sin(Math.toRadians(1));
            // (5, 4, 6) of the world, turned back by -1°.
            assertArrayEquals(new double[] {5 * c - 4 * s, 5 * s + 4 * c, 6}, frame.linearVelocity(), 1e-5);
            assertArrayEquals(new double[] {0.1, -0.2, -0.3}, frame.angularVelocity(), 1e-7);
            assertEquals(List.of(), recording.warnings());
        }
    }

    @Test
    void tellsInertialMeasurementsBatteriesAndStatus() {
        ByteBuffer battery = UlogBytes.body(27)
                .put(floats(1_005_000, 24.5, 10, 0.5, 25).array())
                .putShort((short) 4000)
                .put((byte) 1);
        UlogBytes log = log().data(ATTITUDE, attitude(1_000_000, 90))
                .data(SENSORS, floats(1_000_000, 0.1, 0.2, 0.3, 0, 0, -9.81))
                .data(BATTERY, battery)
                .data(STATUS, status(1_006_000, 3, 2, 0))
                .logged('6', 1_007_000, "just so")
                .logged('4', 1_008_000, "[ekf2] compass fault")
                .data(STATUS, status(1_007_500, 5, 2, 1));
        try (UlogRecording recording = open(log)) {
            List<TelemetryMessage> told = frames(recording);
            told.removeIf(PoseFrame.class::isInstance);
            ImuFrame imu = assertInstanceOf(ImuFrame.class, told.get(0));
            assertArrayEquals(new double[] {0.1, -0.2, -0.3}, imu.angularVelocity(), 1e-7);
            assertArrayEquals(new double[] {0, 0, 9.81}, imu.specificForce(), 1e-6);
            assertArrayEquals(new double[] {0, 0, 0, 1}, imu.orientation(), 1e-7);
            BatteryFrame b = assertInstanceOf(BatteryFrame.class, told.get(1));
            assertEquals("1", b.battery());
            assertEquals(24.5, b.voltage());
            assertEquals(-10, b.current());
            assertEquals(0.5, b.fraction());
            assertEquals(0.5 * 4 * 3600, b.charge(), 1e-9);
            assertEquals(298.15, b.temperature(), 1e-6);
            StatusFrame mission = assertInstanceOf(StatusFrame.class, told.get(2));
            assertEquals("AUTO_MISSION, armed", mission.mode());
            assertEquals(List.of(), mission.faults());
            StatusFrame complaint = assertInstanceOf(StatusFrame.class, told.get(3));
            assertEquals(
                    List.of(new RobotFault("log", RobotFault.Severity.WARNING, "[ekf2] compass fault")),
                    complaint.faults());
            StatusFrame failsafe = assertInstanceOf(StatusFrame.class, told.get(4));
            assertEquals("AUTO_RTL, armed", failsafe.mode());
            assertEquals("failsafe", failsafe.faults().getFirst().code());
            assertTrue(failsafe.sourceNanos() > complaint.sourceNanos(), "one stream of status runs forwards");
            assertEquals(5, told.size());
        }
    }

    @Test
    void bringsAnOldStateBehindTheFirstAttitudeInsteadOfWaitingForMinutes() {
        UlogBytes log = log().data(STATUS, status(1_000, 0, 1, 0))
                .data(ATTITUDE, attitude(500_000_000, 0))
                .data(SENSORS, floats(500_000_000, 0, 0, 0, 0, 0, -9.81))
                .data(ATTITUDE, attitude(500_004_000, 0));
        try (HardwareInterface robot =
                HardwareInterfaces.create(log.write(folder.resolve("late.ulg")).toString(), Map.of())) {
            List<KernelInput> inputs = new ArrayList<>();
            robot.open("body", () -> 0);
            robot.poll(4_000_000, inputs::add);
            assertTrue(robot.exhausted());
            List<Class<?>> kinds = new ArrayList<>();
            for (KernelInput input : inputs) {
                if (input instanceof KernelInput.Telemetry(TelemetryMessage message)) {
                    kinds.add(message.getClass());
                }
            }
            assertEquals(List.of(PoseFrame.class, StatusFrame.class, ImuFrame.class, PoseFrame.class), kinds);
        }
    }

    @Test
    void leavesOutStampsThatCannotBe() {
        UlogBytes log = log().data(ATTITUDE, attitude(1_000_000, 0))
                .data(ATTITUDE, attitude(Long.MAX_VALUE, 0))
                .data(SENSORS, floats(900_000_000_000L, 0, 0, 0, 0, 0, -9.81))
                .data(ATTITUDE, attitude(90_000_000_000L, 0))
                .data(SENSORS, floats(1_004_000, 0, 0, 0, 0, 0, -9.81))
                .data(ATTITUDE, attitude(1_005_000, 0));
        try (UlogRecording recording = open(log)) {
            List<RecordedEntry> all = entries(recording);
            assertEquals(
                    3,
                    all.stream()
                            .filter(RecordedEntry.Unreadable.class::isInstance)
                            .count());
            RecordedEntry.Frame frame = assertInstanceOf(RecordedEntry.Frame.class, all.getLast());
            assertEquals(1_004_000_000L, frame.message().sourceNanos());
        }
    }

    @Test
    void goesOnBehindAPauseOfTheLoggerThatTheNextStampsBearOut() {
        UlogBytes log = log().data(ATTITUDE, attitude(1_000_000, 0))
                .data(ATTITUDE, attitude(60_000_000, 0))
                .data(ATTITUDE, attitude(60_004_000, 0))
                .data(SENSORS, floats(60_004_000, 0, 0, 0, 0, 0, -9.81));
        try (UlogRecording recording = open(log)) {
            List<RecordedEntry> all = entries(recording);
            assertEquals(
                    1,
                    all.stream()
                            .filter(RecordedEntry.Unreadable.class::isInstance)
                            .count());
            assertInstanceOf(
                    ImuFrame.class,
                    assertInstanceOf(RecordedEntry.Frame.class, all.getLast()).message());
        }
    }

    @Test
    void turnsTheBodyWhereItIsIfNoPositionIsTold() {
        try (UlogRecording recording = open(log().data(ATTITUDE, attitude(1_000_000, 90)))) {
            PoseFrame pose = assertInstanceOf(PoseFrame.class, frames(recording).getFirst());
            assertArrayEquals(new double[3], pose.position());
            assertArrayEquals(new double[] {0, 0, 0, 1}, pose.orientation(), 1e-7);
            assertTrue(recording.warnings().getFirst().contains("tells no position"));
        }
    }

    @Test
    void saysWherePositionsDoNotHold() {
        UlogBytes log =
                log().data(ATTITUDE, attitude(1_000_000, 90)).data(POSITION, position(1_000_000, 0, 7, 8, -3, 0, 0, 0));
        try (UlogRecording recording = open(log)) {
            OdometryFrame frame =
                    assertInstanceOf(OdometryFrame.class, frames(recording).getFirst());
            assertArrayEquals(new double[] {0, 0, 3}, frame.position(), 1e-6);
            assertTrue(recording.warnings().getFirst().contains("1 of 1 positions do not hold in the level"));
        }
    }

    @Test
    void refusesALogWithoutAttitudeAndOptionsOfOtherLogs() {
        UlogBytes log = log().data(STATUS, status(1_000, 0, 1, 0));
        var none = assertThrows(BadInputException.class, () -> open(log));
        assertTrue(none.getMessage().contains("tells no attitude"), none.getMessage());
        assertTrue(none.getMessage().contains("It has vehicle_status"), none.getMessage());
        String path = folder.resolve("flight.ulg").toString();
        var topic = assertThrows(
                BadInputException.class, () -> HardwareInterfaces.create(path, Map.of("topic", "/joint_states")));
        assertTrue(topic.getMessage().contains("option 'topic'"), topic.getMessage());
    }

    @Test
    void tellsTheFlightOfAVtolAsAnIndependentCountDoes() {
        Path flight = Corpus.path("telemetry/px4/sample_log_small.ulg");
        try (UlogRecording recording = UlogRecording.open(flight)) {
            List<TelemetryMessage> told = frames(recording);
            assertEquals(
                    636, told.stream().filter(OdometryFrame.class::isInstance).count());
            assertEquals(1298, told.stream().filter(ImuFrame.class::isInstance).count());
            assertEquals(
                    42, told.stream().filter(BatteryFrame.class::isInstance).count());
            assertEquals(14, told.stream().filter(StatusFrame.class::isInstance).count());
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (TelemetryMessage message : told) {
                if (message instanceof OdometryFrame frame) {
                    low = Math.min(low, frame.position()[2]);
                    high = Math.max(high, frame.position()[2]);
                }
            }
            // Least and greatest -z of vehicle_local_position, read by a program of its own.
            assertEquals(0.13252750039100647, low, 1e-9);
            assertEquals(1.1831071376800537, high, 1e-9);
        }
    }

    @Test
    void survivesALogThatIsCutAnywhere() throws Exception {
        byte[] whole = log().data(ATTITUDE, attitude(1_000_000, 90))
                .data(POSITION, position(1_000_000, 1, 1, 2, -3, 4, 5, -6))
                .data(SENSORS, floats(1_000_000, 0.1, 0.2, 0.3, 0, 0, -9.81))
                .logged('4', 1_008_000, "warning")
                .bytes();
        int most = 0;
        for (int length = 16; length <= whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.ulg"), Arrays.copyOf(whole, length));
            try (UlogRecording recording = UlogRecording.open(cut)) {
                int told = entries(recording).size();
                assertTrue(told >= most, "cut at " + length);
                most = told;
            } catch (BadInputException e) {
                assertTrue(e.getMessage().contains("tells no attitude") && most == 0, e.getMessage());
            }
        }
        assertEquals(3, most);
    }
}
