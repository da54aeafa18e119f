package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.core.Eventually;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import tools.jackson.databind.node.ObjectNode;

/** A rosbridge server that says what a test makes it say, and remembers what it heard. */
final class ScriptedServer extends WebSocketServer implements AutoCloseable {
    private final List<ObjectNode> heard = new CopyOnWriteArrayList<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean rosapi = true;

    private ScriptedServer(int port) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        setReuseAddr(true);
        setDaemon(true);
        types.put("/joint_states", "sensor_msgs/msg/JointState");
        types.put("/joint_trajectory_controller/controller_state", "control_msgs/msg/JointTrajectoryControllerState");
    }

    static ScriptedServer started(int port) {
        ScriptedServer server = new ScriptedServer(port);
        server.start();
        try {
            if (!server.started.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the test's server did not start");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return server;
    }

    /** What rosapi answers for a topic; empty text for an unknown one. */
    ScriptedServer type(String topic, String type) {
        types.put(topic, type);
        return this;
    }

    ScriptedServer withoutRosapi() {
        rosapi = false;
        return this;
    }

    String uri() {
        return "rosbridge://127.0.0.1:" + getPort();
    }

    List<ObjectNode> heard(String operation) {
        return heard.stream()
                .filter(message -> RosJson.text(message, "op").equals(operation))
                .toList();
    }

    ObjectNode await(String operation, Predicate<ObjectNode> which) {
        Eventually.until(() -> heard(operation).stream().anyMatch(which), () -> "a " + operation + " among " + heard);
        return heard(operation).stream().filter(which).findFirst().orElseThrow();
    }

    ObjectNode await(String operation, String topic) {
        return await(operation, message -> RosJson.text(message, "topic").equals(topic));
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {}

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket socket, Exception error) {}

    @Override
    public void onMessage(WebSocket socket, String text) {
        ObjectNode message;
        try {
            message = RosJson.read(text);
        } catch (RejectedMessageException e) {
            throw new AssertionError(e);
        }
        heard.add(message);
        if (RosJson.text(message, "op").equals("call_service")) {
            String service = RosJson.text(message, "service");
            ObjectNode values = RosJson.object();
            values.put(
                    "type",
                    service.equals("/rosapi/topic_type")
                            ? types.getOrDefault(RosJson.text(message.get("args"), "topic"), "")
                            : "");
            socket.send(RosJson.write(Operations.serviceResponse(
                    service,
                    message.get("id"),
                    rosapi ? values : values.stringNode("Service " + service + " does not exist"),
                    rosapi)));
        }
    }

    @Override
    public void close() {
        try {
            stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
