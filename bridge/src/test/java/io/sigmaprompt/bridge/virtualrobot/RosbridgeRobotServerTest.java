package io.sigmaprompt.bridge.virtualrobot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.bridge.core.Eventually;
import io.sigmaprompt.bridge.rosbridge.RosVersion;
import io.sigmaprompt.bridge.rosbridge.Wire;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RosbridgeRobotServerTest {
    private RosbridgeRobotServer server;

    @BeforeEach
    void start() {
        server = new RosbridgeRobotServer(TwoJointRobot.spec(), "127.0.0.1", 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static JointCommand to(double shoulder, double elbow) {
        return new JointCommand(
                "arm", 0, List.of("shoulder", "elbow"), new double[] {shoulder, elbow}, new double[2], new double[2]);
    }

    private static boolean at(KernelInput.Telemetry telemetry, int joint, double position) {
        return telemetry.message() instanceof JointStateFrame frame
                && Math.abs(frame.position()[joint] - position) < 0.01;
    }

    @ParameterizedTest
    @EnumSource(RosVersion.class)
    void theTwinsOwnClientMovesItInEitherSpelling(RosVersion version) {
        Map<String, String> options = Map.of("ros", version == RosVersion.ROS1 ? "1" : "2", "lead", "500 ms");
        try (Wire wire = Wire.open(server.uri(), options)) {
            assertTrue(wire.hardware().describe().simulated());
            assertTrue(wire.hardware().describe().carriesReferences());
            wire.hardware().send(to(0.4, -0.3));
            wire.await(KernelInput.Telemetry.class, telemetry -> at(telemetry, 0, 0.4) && at(telemetry, 1, -0.3));
            wire.await(
                    KernelInput.Telemetry.class,
                    telemetry -> telemetry.message() instanceof JointReferenceFrame told
                            && Math.abs(told.position()[0] - 0.4) < 1e-12);
            assertEquals(0, wire.hardware().health().rejected());
        }
    }

    @Test
    void positionCommandsMoveItToo() {
        try (Wire wire = Wire.open(server.uri(), Map.of("command", "position"))) {
            wire.hardware().send(to(0.05, 0.05));
            wire.await(KernelInput.Telemetry.class, telemetry -> at(telemetry, 0, 0.05));
        }
    }

    @Test
    void itPublishesAtItsRateByItsOwnClock() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            Eventually.until("100 states", () -> states(wire).size() >= 100);
            List<JointStateFrame> states = states(wire);
            for (int i = 1; i < states.size(); i++) {
                long between = states.get(i).sourceNanos() - states.get(i - 1).sourceNanos();
                assertEquals(0, between % 8_000_000);
                // a starved machine may make this client slow, and then it has lost some
                assertTrue(between == 8_000_000 || server.lost() > 0, "period " + between);
            }
        }
    }

    private static List<JointStateFrame> states(Wire wire) {
        return wire.inputs().stream()
                .filter(KernelInput.Telemetry.class::isInstance)
                .map(input -> ((KernelInput.Telemetry) input).message())
                .filter(JointStateFrame.class::isInstance)
                .map(JointStateFrame.class::cast)
                .toList();
    }

    @Test
    void aTelemetryGapIsInjectedOverTheWire() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            wire.await(KernelInput.Telemetry.class, all -> true);
            wire.hardware().inject(new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 300_000_000));
            Eventually.until("a gap of 300 ms", () -> {
                List<JointStateFrame> states = states(wire);
                for (int i = 1; i < states.size(); i++) {
                    if (states.get(i).sourceNanos() - states.get(i - 1).sourceNanos() >= 300_000_000) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    @Test
    void aFaultAtAnUnknownJointComesBackAsAProblem() {
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            wire.hardware().inject(new Fault(Fault.Kind.FRICTION, "elbo", 3, 0));
            KernelInput.RejectedTelemetry rejected = wire.awaitRejected("did you mean 'elbow'");
            assertEquals("/sigma_virtual_robot/inject_fault", rejected.place());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shoulder,wrist|1,2|no driven joint 'wrist'",
                "shoulder|1,2|positions: expected 1 numbers",
                "shoulder,shoulder|1,2|named twice",
                "shoulder|null|positions[0]"
            })
    void aWrongCommandIsAnsweredAndNotFollowed(String joints, String positions, String problem) {
        try (TextClient client = TextClient.connect(server.uri())) {
            client.send("{\"op\":\"publish\",\"topic\":\"/joint_trajectory_controller/joint_trajectory\",\"id\":\"p1\","
                    + "\"msg\":{\"joint_names\":[\"" + joints.replace(",", "\",\"") + "\"],\"points\":[{\"positions\":["
                    + positions + "],\"time_from_start\":{\"sec\":1,\"nanosec\":0}}]}}");
            String status = client.await(text -> text.contains("\"status\""));
            assertTrue(status.contains("\"level\":\"error\""), status);
            assertTrue(status.contains("\"id\":\"p1\""), status);
            assertTrue(status.contains("/joint_trajectory_controller/joint_trajectory"), status);
            assertTrue(status.contains(problem), status);
        }
    }

    @Test
    void aCommandForSomeJointsMovesThoseAlone() {
        try (TextClient client = TextClient.connect(server.uri());
                Wire wire = Wire.open(server.uri(), Map.of())) {
            client.send("{\"op\":\"publish\",\"topic\":\"/joint_trajectory_controller/joint_trajectory\",\"msg\":"
                    + "{\"joint_names\":[\"elbow\"],\"points\":[{\"positions\":[0.2],"
                    + "\"time_from_start\":{\"secs\":0,\"nsecs\":300000000}}]}}");
            wire.await(KernelInput.Telemetry.class, telemetry -> at(telemetry, 1, 0.2) && at(telemetry, 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what?",
                "{\"op\":\"subscribd\",\"topic\":\"/joint_states\"}",
                "{\"op\":\"subscribe\",\"topic\":\"/joint_state\"}",
                "{\"op\":\"subscribe\",\"topic\":\"/joint_states\",\"type\":\"std_msgs/String\"}",
                "{\"op\":\"subscribe\",\"topic\":\"/joint_states\",\"throttle_rate\":\"fast\"}",
                "{\"op\":\"advertise\",\"topic\":\"/joint_states\",\"type\":\"sensor_msgs/JointState\"}",
                "{\"op\":\"publish\",\"topic\":\"/joint_states\",\"msg\":{}}",
                "{\"op\":\"publish\",\"topic\":\"/forward_position_controller/commands\",\"msg\":{\"data\":[1]}}"
            })
    void whatItCannotDoIsAnsweredWithAnError(String text) {
        try (TextClient client = TextClient.connect(server.uri())) {
            client.send(text);
            String status = client.await(answer -> answer.contains("\"status\""));
            assertTrue(status.contains("\"error\""), status);
            client.send("{\"op\":\"subscribe\",\"topic\":\"/joint_states\"}");
            client.await(answer -> answer.contains("\"position\""));
        }
    }

    @Test
    void rosapiTellsTopicsInTheClientsSpelling() {
        try (TextClient client = TextClient.connect(server.uri())) {
            client.send("{\"op\":\"call_service\",\"service\":\"/rosapi/topics\",\"id\":\"t\"}");
            String topics = client.await(text -> text.contains("service_response"));
            assertTrue(topics.contains("sensor_msgs/msg/JointState"), topics);
            client.send("{\"op\":\"subscribe\",\"topic\":\"/joint_states\",\"type\":\"sensor_msgs/JointState\"}");
            client.send("{\"op\":\"call_service\",\"service\":\"/rosapi/topic_type\",\"id\":\"u\","
                    + "\"args\":{\"topic\":\"/joint_states\"}}");
            String type = client.await(text -> text.contains("service_response") && text.contains("\"u\""));
            assertTrue(type.contains("\"sensor_msgs/JointState\""), type);
            client.send("{\"op\":\"call_service\",\"service\":\"/rosapi/nonsense\",\"id\":\"v\"}");
            String failed = client.await(text -> text.contains("service_response") && text.contains("\"v\""));
            assertTrue(failed.contains("\"result\":false"), failed);
        }
    }

    @Test
    void aThrottledClientGetsFewerAndOneThatAsksForPiecesGetsPieces() {
        try (TextClient client = TextClient.connect(server.uri())) {
            client.send("{\"op\":\"subscribe\",\"topic\":\"/joint_states\",\"throttle_rate\":80,\"fragment_size\":50}");
            String piece = client.await(text -> text.contains("\"op\":\"fragment\"") && text.contains("\"num\":1"));
            assertTrue(piece.contains("\"total\""), piece);
            client.send("{\"op\":\"subscribe\",\"topic\":\"/joint_states\",\"throttle_rate\":80}");
            Eventually.until("5 states", () -> client.times("\"position\"").size() >= 5);
            List<Double> times = client.times("\"position\"");
            double mean = (times.getLast() - times.getFirst()) / (times.size() - 1);
            assertTrue(mean > 0.03, "mean period " + mean + ", unthrottled 0.008");
        }
    }

    @Test
    void aClientThatDoesNotReadLosesMessagesAndHoldsUpNobody() {
        try (StalledClient stalled = new StalledClient(server.uri());
                Wire wire = Wire.open(server.uri(), Map.of("queue", "100000"))) {
            stalled.floodWithAnswers();
            Eventually.until("losses at the stalled client", () -> server.lost() > 0);
            int before = states(wire).size();
            Eventually.until("the other client's telemetry", () -> states(wire).size() > before + 50);
            assertEquals(0, wire.hardware().health().dropped());
        }
    }

    @Test
    void itComesBackOnTheSamePortAndItsClientsFindIt() {
        int port = Integer.parseInt(server.uri().substring(server.uri().lastIndexOf(':') + 1));
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            wire.await(KernelInput.Telemetry.class, all -> true);
            server.close();
            wire.await(io.sigmaprompt.twin.input.LinkState.LOST);
            wire.forget();
            server = new RosbridgeRobotServer(TwoJointRobot.spec(), "127.0.0.1", port);
            server.start();
            wire.await(KernelInput.Telemetry.class, all -> true);
            assertEquals(1, wire.hardware().health().reconnects());
        }
    }

    @Test
    void aTakenPortIsSaidToBeTaken() {
        int port = Integer.parseInt(server.uri().substring(server.uri().lastIndexOf(':') + 1));
        try (RosbridgeRobotServer second = new RosbridgeRobotServer(TwoJointRobot.spec(), "127.0.0.1", port)) {
            OutsideFailureException error = assertThrows(OutsideFailureException.class, second::start);
            assertTrue(error.getMessage().startsWith("127.0.0.1:" + port), error.getMessage());
            assertTrue(error.getMessage().contains("choose another port"), error.getMessage());
        }
    }

    @Test
    void aCommandBeyondLimitsIsClampedAndWarnedOfOnceASecond() {
        TextClient client = TextClient.connect(server.uri());
        try (Wire wire = Wire.open(server.uri(), Map.of())) {
            String command = "{\"op\":\"publish\",\"topic\":\"/forward_position_controller/commands\","
                    + "\"type\":\"std_msgs/msg/Float64MultiArray\",\"msg\":{\"data\":[0.1,-99]}}";
            for (int i = 0; i < 20; i++) {
                client.send(command);
            }
            String status = client.await(answer -> answer.contains("\"status\""));
            assertTrue(status.contains("\"warning\""), status);
            assertTrue(
                    status.contains("position -99.00 of joint 'elbow' is beyond its limits, -3.000 to 3.000"), status);
            wire.await(
                    KernelInput.Telemetry.class,
                    telemetry -> telemetry.message() instanceof JointReferenceFrame told && told.position()[1] == -3);
            assertTrue(client.count("\"warning\"") <= 2, "warnings " + client.count("\"warning\""));
        } finally {
            client.close();
        }
    }

    @Test
    void aSimulationThatFailsClosesTheServerAndSaysSo() {
        SimulationLoop[] loop = new SimulationLoop[1];
        AtomicReference<Throwable> told = new AtomicReference<>();
        loop[0] = new SimulationLoop(
                TwoJointRobot.spec(),
                (measured, reference) -> {
                    throw new IllegalStateException("the mass matrix is singular");
                },
                told::set);
        loop[0].start();
        Eventually.until(() -> told.get() != null, () -> "the failure");
        assertEquals("the mass matrix is singular", told.get().getMessage());

        server.fail(told.get());
        IllegalStateException thrown = assertThrows(IllegalStateException.class, server::join);
        assertTrue(thrown.getMessage().contains("the mass matrix is singular"), thrown.getMessage());
        String address = server.uri();
        assertThrows(OutsideFailureException.class, () -> Wire.open(address, Map.of("connect-timeout", "1 s"))
                .close());
    }

    @Test
    void warmingUpStepsASpareRobotAndNotTheRealOne() {
        List<Long> stamps = new ArrayList<>();
        AtomicReference<JointStateFrame> first = new AtomicReference<>();
        try (SimulationLoop loop = new SimulationLoop(
                TwoJointRobot.spec(), (measured, told) -> first.compareAndSet(null, measured), failure -> {})) {
            loop.warmUp((measured, told) -> stamps.add(measured.sourceNanos()));
            assertEquals(250, stamps.size());
            assertEquals(2_000_000_000L, stamps.getLast());
            loop.start();
            Eventually.until(() -> first.get() != null, () -> "the first frame");
            assertEquals(8_000_000, first.get().sourceNanos());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsSaidToBeOne() {
        // 192.0.2.0/24 is for documentation: no machine has it.
        try (RosbridgeRobotServer elsewhere = new RosbridgeRobotServer(TwoJointRobot.spec(), "192.0.2.1", 0)) {
            OutsideFailureException error = assertThrows(OutsideFailureException.class, elsewhere::start);
            assertTrue(error.getMessage().contains("does not have that address"), error.getMessage());
            assertTrue(error.getMessage().contains("127.0.0.1"), error.getMessage());
            assertFalse(error.getMessage().contains("port"), error.getMessage());
        }
    }

    @Test
    void joiningEndsWithClosing() throws InterruptedException {
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                server.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.close();
        waiting.join(10_000);
        assertFalse(waiting.isAlive());
    }
}
