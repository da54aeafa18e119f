package io.sigmaprompt.bridge.rosbridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.cdr.CdrFields;
import io.sigmaprompt.bridge.ros.FurtherTopics;
import io.sigmaprompt.bridge.ros.RosTelemetry;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message as its definition in common_interfaces lays it out, byte by byte, and as rosbridge spells it. */
class RosTelemetryTest {
    private static final String HEADER = "\"header\":{\"stamp\":{\"sec\":7,\"nanosec\":5},\"frame_id\":\"f\"}";
    private static final String XYZ = "{\"x\":1,\"y\":2,\"z\":3}";
    private static final String XYZW = "{\"x\":0,\"y\":0,\"z\":0.6,\"w\":0.8}";

    /** CDR as DDS-XTypes 1.3, 7.4.1 writes it. */
    private static final class Cdr {
        private final ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

        Cdr() {
            bytes.put(new byte[] {0, 1, 0, 0});
        }

        static Cdr header() {
            return new Cdr().int32(7).int32(5).text("f");
        }

        private Cdr align(int size) {
            while ((bytes.position() - 4) % size != 0) {
                bytes.put((byte) 0);
            }
            return this;
        }

        Cdr int32(int value) {
            align(4).bytes.putInt(value);
            return this;
        }

        Cdr float32(double... values) {
            for (double value : values) {
                align(4).bytes.putFloat((float) value);
            }
            return this;
        }

        Cdr float64(double... values) {
            for (double value : values) {
                align(8).bytes.putDouble(value);
            }
            return this;
        }

        Cdr uint8(int... values) {
            for (int value : values) {
                bytes.put((byte) value);
            }
            return this;
        }

        Cdr text(String text) {
            byte[] utf = text.getBytes(StandardCharsets.UTF_8);
            int32(utf.length + 1).bytes.put(utf).put((byte) 0);
            return this;
        }

        TelemetryMessage as(RosTelemetry type) {
            return type.decode(new CdrFields(Arrays.copyOf(bytes.array(), bytes.position()), "bag"), "/topic");
        }
    }

    private static double[] diagonal(int n, double value) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = value;
        }
        return matrix;
    }

    private static TelemetryMessage json(RosTelemetry type, String fields) throws RejectedMessageException {
        return type.decode(new JsonFields(RosJson.read("{" + fields + "}")), "/topic");
    }

    private static void assertHeader(TelemetryMessage message) {
        assertEquals(7_000_000_005L, message.sourceNanos());
    }

    private static String listed(double[] values) {
        return Arrays.toString(values);
    }

    private static final double[] NONE = {};

    @Test
    void odometryIsPoseAndTwistWithTheirCovariances() throws RejectedMessageException {
        double[] pose = diagonal(6, 0.01);
        TelemetryMessage cdr = Cdr.header()
                .text("base_link")
                .float64(1, 2, 3, 0, 0, 0.6, 0.8)
                .float64(pose)
                .float64(4, 5, 6, 7, 8, 9)
                .float64(new double[36])
                .as(RosTelemetry.ODOMETRY);
        TelemetryMessage json = json(
                RosTelemetry.ODOMETRY,
                HEADER + ",\"child_frame_id\":\"base_link\",\"pose\":{\"pose\":{\"position\":" + XYZ
                        + ",\"orientation\":" + XYZW + "},\"covariance\":" + listed(pose)
                        + "},\"twist\":{\"twist\":{\"linear\":{\"x\":4,\"y\":5,\"z\":6},\"angular\":{\"x\":7,\"y\":8,\"z\":9}},"
                        + "\"covariance\":" + listed(new double[36]) + "}");
        for (TelemetryMessage each : List.of(cdr, json)) {
            assertHeader(each);
            OdometryFrame frame = (OdometryFrame) each;
            assertEquals("f", frame.parent());
            assertEquals("base_link", frame.child());
            assertArrayEquals(new double[] {1, 2, 3}, frame.position());
            assertArrayEquals(new double[] {0, 0, 0.6, 0.8}, frame.orientation());
            assertArrayEquals(new double[] {4, 5, 6}, frame.linearVelocity());
            assertArrayEquals(new double[] {7, 8, 9}, frame.angularVelocity());
            assertArrayEquals(pose, frame.poseCovariance());
            assertArrayEquals(NONE, frame.twistCovariance(), "all zeros are no covariance");
        }
    }

    @Test
    void posesComeWithAndWithoutCovariance() throws RejectedMessageException {
        PoseFrame plain =
                (PoseFrame) Cdr.header().float64(1, 2, 3, 0, 0, 0.6, 0.8).as(RosTelemetry.POSE);
        assertArrayEquals(new double[] {0, 0, 0.6, 0.8}, plain.orientation());
        assertArrayEquals(NONE, plain.covariance());
        PoseFrame known = (PoseFrame) json(
                RosTelemetry.POSE_WITH_COVARIANCE,
                HEADER + ",\"pose\":{\"pose\":{\"position\":" + XYZ
                        + ",\"orientation\":{\"x\":0,\"y\":0,\"z\":0,\"w\":0}},\"covariance\":"
                        + listed(diagonal(6, 4)) + "}");
        assertArrayEquals(diagonal(6, 4), known.covariance());
        assertArrayEquals(NONE, known.orientation(), "four zeros are no rotation");
        PoseFrame cdr = (PoseFrame) Cdr.header()
                .float64(1, 2, 3, 0, 0, 0.6, 0.8)
                .float64(diagonal(6, 4))
                .as(RosTelemetry.POSE_WITH_COVARIANCE);
        assertArrayEquals(diagonal(6, 4), cdr.covariance());
    }

    @Test
    void anImuMayLeaveItsOrientationOut() throws RejectedMessageException {
        double[] absent = {-1, 0, 0, 0, 0, 0, 0, 0, 0};
        ImuFrame cdr = (ImuFrame) Cdr.header()
                .float64(0, 0, 0, 1)
                .float64(absent)
                .float64(0.1, 0.2, 0.3)
                .float64(new double[9])
                .float64(0, 0, 9.81)
                .float64(new double[9])
                .as(RosTelemetry.IMU);
        assertEquals("f", cdr.sensor());
        assertArrayEquals(NONE, cdr.orientation());
        assertArrayEquals(new double[] {0.1, 0.2, 0.3}, cdr.angularVelocity());
        assertArrayEquals(new double[] {0, 0, 9.81}, cdr.specificForce());
        assertThrows(BadInputException.class, () -> Cdr.header()
                .float64(0, 0, 0, 1)
                .float64(absent)
                .float64(0, 0, 0)
                .float64(absent)
                .float64(0, 0, 9.81)
                .float64(new double[9])
                .as(RosTelemetry.IMU));
        ImuFrame json = (ImuFrame) json(
                RosTelemetry.IMU,
                HEADER + ",\"orientation\":" + XYZW + ",\"orientation_covariance\":" + listed(new double[9])
                        + ",\"angular_velocity\":" + XYZ + ",\"angular_velocity_covariance\":" + listed(new double[9])
                        + ",\"linear_acceleration\":" + XYZ + ",\"linear_acceleration_covariance\":"
                        + listed(new double[9]));
        assertArrayEquals(new double[] {0, 0, 0.6, 0.8}, json.orientation());
    }

    @Test
    void aWrenchIsForceAndTorque() throws RejectedMessageException {
        TelemetryMessage cdr = Cdr.header().float64(1, 2, 3, 4, 5, 6).as(RosTelemetry.WRENCH);
        TelemetryMessage json = json(
                RosTelemetry.WRENCH,
                HEADER + ",\"wrench\":{\"force\":" + XYZ + ",\"torque\":{\"x\":4,\"y\":5,\"z\":6}}");
        for (TelemetryMessage each : List.of(cdr, json)) {
            WrenchFrame frame = (WrenchFrame) each;
            assertArrayEquals(new double[] {1, 2, 3}, frame.force());
            assertArrayEquals(new double[] {4, 5, 6}, frame.torque());
        }
    }

    @Test
    void aBatteryIsInCoulombsAndKelvin() throws RejectedMessageException {
        TelemetryMessage cdr = Cdr.header()
                .float32(24.5, 25, -2, 10, 12, 12, 0.5)
                .uint8(2, 1, 2, 1)
                .int32(0)
                .int32(0)
                .text("slot")
                .text("1")
                .as(RosTelemetry.BATTERY);
        TelemetryMessage json = json(
                RosTelemetry.BATTERY,
                HEADER + ",\"voltage\":24.5,\"temperature\":25.0,\"current\":-2,\"charge\":10,\"capacity\":null,"
                        + "\"design_capacity\":NaN,\"percentage\":0.5");
        for (TelemetryMessage each : List.of(cdr, json)) {
            BatteryFrame frame = (BatteryFrame) each;
            assertEquals(24.5, frame.voltage());
            assertEquals(-2, frame.current());
            assertEquals(36_000, frame.charge());
            assertEquals(0.5, frame.fraction());
            assertEquals(298.15, frame.temperature(), 1e-9);
        }
    }

    @Test
    void aTemperatureIsInKelvinAndCalledByItsFrame() throws RejectedMessageException {
        TemperatureFrame cdr = (TemperatureFrame) Cdr.header().float64(20, 0).as(RosTelemetry.TEMPERATURE);
        assertEquals(List.of("f"), cdr.names());
        assertArrayEquals(new double[] {293.15}, cdr.temperature(), 1e-9);
        TelemetryMessage json = json(RosTelemetry.TEMPERATURE, HEADER + ",\"temperature\":20,\"variance\":0");
        assertArrayEquals(cdr.temperature(), ((TemperatureFrame) json).temperature());
    }

    @Test
    void diagnosticsThatAreNotWellAreFaults() throws RejectedMessageException {
        TelemetryMessage cdr = Cdr.header()
                .int32(3)
                .uint8(0)
                .text("motor 1")
                .text("fine")
                .text("")
                .int32(1)
                .text("k")
                .text("v")
                .uint8(1)
                .text("motor 2")
                .text("warm")
                .text("")
                .int32(0)
                .uint8(3)
                .text("motor 3")
                .text("silent")
                .text("")
                .int32(0)
                .as(RosTelemetry.STATUS);
        TelemetryMessage json = json(
                RosTelemetry.STATUS,
                HEADER + ",\"status\":[" + status("0", "motor 1", "fine") + "," + status("\"AQ==\"", "motor 2", "warm")
                        + "," + status("3", "motor 3", "silent") + "]");
        for (TelemetryMessage each : List.of(cdr, json)) {
            assertEquals(
                    List.of(
                            new RobotFault("motor 2", RobotFault.Severity.WARNING, "warm"),
                            new RobotFault("motor 3", RobotFault.Severity.ERROR, "silent")),
                    ((StatusFrame) each).faults());
        }
    }

    private static String status(String level, String name, String text) {
        return "{\"level\":" + level + ",\"name\":\"" + name + "\",\"message\":\"" + text
                + "\",\"hardware_id\":\"\",\"values\":[]}";
    }

    @Test
    void anArrayOfNumbersIsAChannel() throws RejectedMessageException {
        TelemetryMessage cdr = new Cdr()
                .int32(1)
                .text("finger")
                .int32(2)
                .int32(2)
                .int32(0)
                .int32(2)
                .float64(1.5, 2.5)
                .as(RosTelemetry.CHANNEL);
        TelemetryMessage json = json(
                RosTelemetry.CHANNEL,
                "\"layout\":{\"dim\":[{\"label\":\"finger\",\"size\":2,\"stride\":2}],\"data_offset\":0},\"data\":[1.5,2.5]");
        for (TelemetryMessage each : List.of(cdr, json)) {
            ChannelFrame frame = (ChannelFrame) each;
            assertEquals("/topic", frame.channel());
            assertEquals(List.of("finger[0]", "finger[1]"), frame.names());
            assertArrayEquals(new double[] {1.5, 2.5}, frame.values());
        }
    }

    @ParameterizedTest
    @EnumSource(RosTelemetry.class)
    void whatIsCutOrOfAnotherTypeIsRefusedWithItsField(RosTelemetry type) {
        BadInputException cut =
                assertThrows(BadInputException.class, () -> new Cdr().int32(7).as(type));
        assertTrue(cut.problem().contains("byte"), cut.problem());
        assertThrows(BadInputException.class, () -> json(type, "\"data\":\"x\""));
    }

    @Test
    void furtherTopicsAreNamedOrFoundByTheirTypes() {
        FurtherTopics topics = FurtherTopics.parse("uri", "auto, /forces=Float64MultiArray");
        assertEquals(Map.of("/forces", RosTelemetry.CHANNEL), topics.named());
        assertEquals(RosTelemetry.IMU, topics.of("/imu", "sensor_msgs/msg/Imu"));
        assertEquals(RosTelemetry.IMU, topics.of("/imu", "sensor_msgs/Imu"));
        assertEquals(null, topics.of("/commands", "std_msgs/msg/Float64MultiArray"), "not asked for");
        assertEquals(null, FurtherTopics.NONE.of("/imu", "sensor_msgs/Imu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/odom", "odom=Odometry", "/odom=Odometri", "/a=Imu,,"})
    void aListThatNamesNoTopicWithItsTypeIsRefused(String value) {
        BadInputException e = assertThrows(BadInputException.class, () -> FurtherTopics.parse("uri", value));
        assertTrue(e.problem().contains(FurtherTopics.OPTION), e.problem());
    }
}
