package io.sigmaprompt.bridge.rosbridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.core.Eventually;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RosbridgeHardwareTest {
    private static final String REFERENCES = "/joint_trajectory_controller/controller_state";
    private static final String TRAJECTORIES = "/joint_trajectory_controller/joint_trajectory";
    private ScriptedServer server;

    @BeforeEach
    void startServer() {
        server = ScriptedServer.started(0);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static JointCommand command(double position) {
        return new JointCommand(
                "arm", 0, List.of("a", "b"), new double[] {position, 2}, new double[] {3, 4}, new double[] {5, 6});
    }

    private void say(String text) {
        server.broadcast(text);
    }

    @Test
    void aJointStateArrivesWithBothClocks() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            say(Messages.good());
            KernelInput.Telemetry telemetry = wire.await(KernelInput.Telemetry.class, all -> true);
            JointStateFrame frame = assertInstanceOf(JointStateFrame.class, telemetry.message());
            assertEquals(12_345_000_000L, frame.sourceNanos());
            assertTrue(frame.receiveNanos() <= System.nanoTime());
            assertEquals(List.of("a", "b"), frame.names());
            assertArrayEquals(new double[] {0.1, -0.2}, frame.position());
            assertArrayEquals(new double[] {1, 2}, frame.velocity());
            assertArrayEquals(new double[] {3, 4}, frame.effort());
            assertEquals(1, wire.hardware().health().received());
        }
    }

    @Test
    void aFurtherTopicArrivesAndABrokenMessageOfItIsRejectedWithItsField() {
        try (Wire wire = Wire.open(server.uri(), Map.of("further-topics", "/wrist=WrenchStamped"))) {
            server.await("subscribe", "/wrist");
            say("{\"op\":\"publish\",\"topic\":\"/wrist\",\"msg\":{\"header\":{}}}");
            KernelInput.RejectedTelemetry bad = wire.await(KernelInput.RejectedTelemetry.class, all -> true);
            assertTrue(bad.problem().contains("header.stamp"), bad.problem());
            say("{\"op\":\"publish\",\"topic\":\"/wrist\",\"msg\":{\"header\":{\"stamp\":{\"sec\":3,\"nanosec\":4},"
                    + "\"frame_id\":\"tool0\"},\"wrench\":{\"force\":{\"x\":1,\"y\":2,\"z\":3},"
                    + "\"torque\":{\"x\":4,\"y\":5,\"z\":6}}}}");
            KernelInput.Telemetry telemetry = wire.await(KernelInput.Telemetry.class, all -> true);
            WrenchFrame frame = assertInstanceOf(WrenchFrame.class, telemetry.message());
            assertEquals(3_000_000_004L, frame.sourceNanos());
            assertTrue(!frame.robot().isEmpty() && frame.receiveNanos() != 0);
            assertArrayEquals(new double[] {1, 2, 3}, frame.force());
        }
    }

    @Test
    void aRobotThatStampsNothingIsReadByTheTimeOfReceiptAndThatIsSaidOnce() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            for (int i = 0; i < 4; i++) {
                say(Messages.jointState("{\"sec\":0,\"nanosec\":0}", "[0.1,-0.2]", "[1,2]", "[" + i + ",4]"));
            }
            KernelInput.Telemetry last = wire.await(
                    KernelInput.Telemetry.class,
                    telemetry -> telemetry.message() instanceof JointStateFrame frame && frame.effort()[0] == 3);
            JointStateFrame frame = assertInstanceOf(JointStateFrame.class, last.message());
            assertTrue(frame.sourceNanos() != 0 && frame.sourceNanos() == frame.receiveNanos());
            assertEquals(
                    1,
                    wire.hardware().warnings().stream()
                            .filter(warning -> warning.contains("every header stamp is 0"))
                            .count());
        }
    }

    @Test
    void aClockThatStartsAtZeroIsLeftAlone() {
        SourceTimes times = new SourceTimes();
        assertEquals(0, times.of(0, 77));
        assertEquals(8, times.of(8, 78));
        assertEquals(0, times.of(0, 79));
    }

    @Test
    void referencesAreSubscribedAndReadWhereTheRobotPublishesThem() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            assertTrue(wire.hardware().describe().carriesReferences());
            server.await("subscribe", REFERENCES);
            say(Messages.publish(
                    REFERENCES,
                    "{\"header\":{\"stamp\":{\"sec\":1,\"nanosec\":0}},\"joint_names\":[\"a\"],"
                            + "\"reference\":{\"positions\":[4],\"velocities\":[5],\"accelerations\":[6]}}"));
            KernelInput.Telemetry telemetry = wire.await(KernelInput.Telemetry.class, all -> true);
            JointReferenceFrame frame = assertInstanceOf(JointReferenceFrame.class, telemetry.message());
            assertArrayEquals(new double[] {6}, frame.acceleration());
        }
    }

    @Test
    void withoutAReferenceTopicTheDescriptionSaysSoAndWhy() {
        server.type(REFERENCES, "");
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            assertFalse(wire.hardware().describe().carriesReferences());
            assertTrue(wire.hardware().warnings().getFirst().contains("reference-topic"));
            server.await("advertise", TRAJECTORIES);
            assertEquals(1, server.heard("subscribe").size());
        }
    }

    @Test
    void referencesCanBeDeclined() {
        try (Wire wire = Wire.open(server.uri() + "?reference-topic=none", Map.of())) {
            assertFalse(wire.hardware().describe().carriesReferences());
            assertEquals(List.of(), wire.hardware().warnings());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sensor_msgs/JointState,auto,ROS1",
        "sensor_msgs/msg/JointState,auto,ROS2",
        "'',auto,ROS2",
        "sensor_msgs/msg/JointState,1,ROS1",
        "sensor_msgs/JointState,2,ROS2"
    })
    void theSpellingIsTheRobotsUnlessTheUserSaysOtherwise(String published, String option, RosVersion spoken) {
        server.type("/joint_states", published);
        try (Wire wire = Wire.open(server.uri(), Map.of("ros", option))) {
            assertEquals(
                    spoken.type(MessageType.JOINT_STATE),
                    RosJson.text(server.await("subscribe", "/joint_states"), "type"));
            assertEquals(
                    spoken.type(MessageType.JOINT_TRAJECTORY),
                    RosJson.text(server.await("advertise", TRAJECTORIES), "type"));
            wire.hardware().send(command(1));
            JsonNode message = server.await("publish", TRAJECTORIES).get("msg");
            JsonNode time = message.get("points").get(0).get("time_from_start");
            assertEquals(100_000_000, time.get(spoken.nanosecondsField()).asInt());
            assertEquals(
                    0,
                    message.get("header")
                            .get("stamp")
                            .get(spoken.secondsField())
                            .asInt());
            assertEquals(spoken == RosVersion.ROS1, message.get("header").has("seq"));
        }
    }

    @Test
    void withoutRosapiTheRobotIsTakenForRos2AndThatIsSaid() {
        server.withoutRosapi();
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            assertEquals(
                    "sensor_msgs/msg/JointState", RosJson.text(server.await("subscribe", "/joint_states"), "type"));
            assertFalse(wire.hardware().describe().carriesReferences());
            assertTrue(wire.hardware().warnings().getFirst().contains("no rosapi"));
        }
        try (Wire named = Wire.open(server.uri(), Map.of("reference-topic", REFERENCES))) {
            assertTrue(named.hardware().describe().carriesReferences());
        }
    }

    @Test
    void aCommandIsATrajectoryOfOnePoint() {
        try (Wire wire = Wire.open(server.uri(), Map.of("lead", "1.5 s"))) {
            wire.hardware().send(command(1));
            JsonNode message = server.await("publish", TRAJECTORIES).get("msg");
            assertEquals("[\"a\",\"b\"]", message.get("joint_names").toString());
            JsonNode point = message.get("points").get(0);
            assertEquals(
                    "{\"positions\":[1.0,2.0],\"velocities\":[3.0,4.0],\"accelerations\":[5.0,6.0],\"effort\":[],"
                            + "\"time_from_start\":{\"sec\":1,\"nanosec\":500000000}}",
                    point.toString());
            Eventually.until(
                    "the command to be counted", () -> wire.hardware().health().sent() == 1);
        }
    }

    @Test
    void aPositionCommandIsInTheControllersOrder() {
        try (Wire wire = Wire.open(server.uri(), Map.of("command", "position", "position-joints", "b,a"))) {
            wire.hardware().send(command(1));
            JsonNode message = server.await("publish", "/forward_position_controller/commands")
                    .get("msg");
            assertEquals("[2.0,1.0]", message.get("data").toString());
        }
    }

    @Test
    void aWireToldToCarryNoCommandsSendsNone() {
        try (Wire wire = Wire.open(server.uri(), Map.of("command", "none"))) {
            assertFalse(wire.hardware().describe().acceptsCommands());
            wire.hardware().send(command(1));
            assertEquals(1, wire.hardware().health().unsent());
        }
    }

    @Test
    void aCommandThatIsNotFiniteNeverLeaves() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            wire.hardware().send(command(Double.NaN));
            assertEquals(1, wire.hardware().health().unsent());
            assertTrue(wire.hardware().warnings().getLast().contains("position[0]"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json at all|expected a JSON object",
                "[1,2]|expected a JSON object",
                "{\"op\":\"dance\"}|unknown operation 'dance'",
                "{\"topic\":\"/joint_states\"}|operation's name",
                "{\"op\":\"png\",\"data\":\"iVBORw0KGgo=\"}|PNG",
                "{\"op\":\"publish\",\"topic\":\"/camera\",\"msg\":{}}|not subscribed",
                "{\"op\":\"publish\",\"topic\":\"/joint_states\"}|msg: expected a message",
                "{\"op\":\"service_response\",\"id\":\"x\",\"values\":{}}|never made",
                "{\"op\":\"fragment\",\"id\":\"1\",\"data\":\"x\",\"num\":3,\"total\":2}|piece 3 of 2",
                "{\"op\":\"fragment\",\"id\":\"2\",\"data\":\"garbage\",\"num\":0,\"total\":1}|expected a JSON object"
            })
    void nonsenseIsRejectedAndTheSessionGoesOn(String text, String problem) {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            say(text);
            KernelInput.RejectedTelemetry rejected = wire.awaitRejected(problem);
            assertEquals("arm", rejected.robot());
            say(Messages.good());
            wire.await(KernelInput.Telemetry.class, all -> true);
            assertEquals(1, wire.hardware().health().rejected());
            assertEquals(0, wire.hardware().health().reconnects());
        }
    }

    @Test
    void aBadNumberIsRejectedByTopicAndField() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            say(Messages.jointState("[1,null]", "[]", "[]"));
            KernelInput.RejectedTelemetry rejected = wire.awaitRejected("position[1]");
            assertEquals("/joint_states", rejected.place());
        }
    }

    @Test
    void aBinaryMessageIsRejected() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            server.broadcast(new byte[] {1, 2, 3});
            wire.awaitRejected("binary");
        }
    }

    @Test
    void aMessageInPiecesArrivesWhole() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            Fragments.cut(Messages.good(), "f", 40).reversed().forEach(piece -> say(RosJson.write(piece)));
            wire.await(KernelInput.Telemetry.class, all -> true);
            assertEquals(0, wire.hardware().health().rejected());
        }
    }

    @Test
    void aFullQueueLosesTheOldestAndTellsOnTheNextPoll() {
        try (Wire wire = Wire.open(server.uri(), Map.of("queue", "10"))) {
            server.await("subscribe", "/joint_states");
            wire.forget();
            for (int i = 0; i < 25; i++) {
                say(Messages.jointState("[" + i + ",0]", "[]", "[]"));
            }
            Eventually.until("25 messages", () -> wire.hardware().health().received() == 25);
            assertEquals(10, wire.hardware().health().queued());
            List<KernelInput> inputs = wire.inputs();
            assertEquals(new KernelInput.QueueOverflow("arm", "rosbridge telemetry", 15), inputs.getFirst());
            KernelInput.Telemetry last = assertInstanceOf(KernelInput.Telemetry.class, inputs.getLast());
            assertEquals(
                    24, assertInstanceOf(JointStateFrame.class, last.message()).position()[0]);
            assertEquals(15, wire.hardware().health().dropped());
        }
    }

    @Test
    void whatTheServerComplainsAboutBecomesAWarning() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            say("{\"op\":\"status\",\"level\":\"error\",\"msg\":\"no such controller\"}");
            Eventually.until("a warning", () -> wire.hardware().warnings().stream()
                    .anyMatch(text -> text.contains("no such controller")));
        }
    }

    @Test
    void aRealRobotTakesNoFaults() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            assertFalse(wire.hardware().describe().simulated());
            assertThrows(UnsupportedOperationException.class, () -> wire.hardware()
                    .inject(new Fault(Fault.Kind.FRICTION, "a", 3, 0)));
        }
    }

    @Test
    void aServerThatComesBackIsFoundAndSubscribedAgain() {
        int port = server.getPort();
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            server.await("subscribe", "/joint_states");
            server.close();
            KernelInput.Link lost = wire.await(LinkState.LOST);
            assertFalse(lost.reason().isEmpty());
            wire.hardware().send(command(1));
            assertEquals(1, wire.hardware().health().unsent());
            wire.forget();
            server = ScriptedServer.started(port);
            wire.await(LinkState.CONNECTED);
            server.await("subscribe", "/joint_states");
            server.await("subscribe", REFERENCES);
            server.await("advertise", TRAJECTORIES);
            say(Messages.good());
            wire.await(KernelInput.Telemetry.class, all -> true);
            wire.hardware().send(command(7));
            server.await("publish", TRAJECTORIES);
            assertEquals(1, wire.hardware().health().reconnects());
        }
    }

    @Test
    void closingSaysGoodByeToTheRobot() {
        Wire wire = Wire.open(server.uri(), Map.of());
        server.await("advertise", TRAJECTORIES);
        wire.close();
        server.await("unsubscribe", REFERENCES);
        server.await("unsubscribe", "/joint_states");
        server.await("unadvertise", TRAJECTORIES);
        Eventually.until("the connection's end", () -> server.getConnections().isEmpty());
    }
}
