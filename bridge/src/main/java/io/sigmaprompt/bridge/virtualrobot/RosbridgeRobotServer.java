package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.ControllerStateMessage;
import io.sigmaprompt.bridge.rosbridge.JointStateMessage;
import io.sigmaprompt.bridge.rosbridge.RosVersion;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.VirtualRobotServer;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A simulated robot behind a rosbridge v2 server, in real time. */
final class RosbridgeRobotServer implements VirtualRobotServer {
    private static final long START_SECONDS = 10;
    private static final int STOP_MILLIS = 1_000;

    private final String host;
    private final int port;
    private final SimulationLoop loop;
    private final RosbridgeEndpoint endpoint;
    private final CountDownLatch over = new CountDownLatch(1);
    private final String name;
    private volatile @Nullable Throwable failure;
    private long sequence;

    RosbridgeRobotServer(VirtualRobot robot, String host, int port) {
        this.host = host;
        this.port = port;
        this.name = robot.name();
        this.loop = new SimulationLoop(robot, this::publish, this::fail);
        RobotServices services = new RobotServices(loop);
        RobotCommands commands = new RobotCommands(loop);
        this.endpoint = new RosbridgeEndpoint(
                address(host, port), connection -> new ClientRequests(connection, services, commands));
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new OutsideFailureException(
                    host + ":" + port,
                    "the host name is not known, so the virtual robot cannot listen there",
                    "Use 127.0.0.1 for this machine alone, or 0.0.0.0 for the network",
                    e);
        }
    }

    @Override
    public void start() {
        requireFree();
        loop.warmUp(RosbridgeRobotServer::encode);
        endpoint.start();
        try {
            endpoint.started().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw cannotListen(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new OutsideFailureException(host + ":" + port, "starting was interrupted", "Try again", e);
        }
        loop.start();
    }

    /** Tries the address beforehand: the server's library answers a failure of its own with a stack trace. */
    private void requireFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(endpoint.getAddress());
        } catch (IOException e) {
            throw cannotListen(e);
        }
    }

    private OutsideFailureException cannotListen(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        String words = reason.toLowerCase(Locale.ROOT);
        String problem;
        String remedy;
        if (words.contains("in use")) {
            problem = "the virtual robot cannot listen there: another program does already";
            remedy = "End that program, or choose another port, or 0 for a free one";
        } else if (words.contains("assign")) {
            problem = "the virtual robot cannot listen there: this machine does not have that address";
            remedy = "Use 127.0.0.1 for this machine alone, or 0.0.0.0 for the network";
        } else if (words.contains("denied")) {
            problem = "the virtual robot cannot listen there: the system does not allow it";
            remedy = "Choose a port above 1023, or 0 for a free one";
        } else {
            problem = "the virtual robot cannot listen there (" + (cause.getMessage() == null ? cause : reason) + ")";
            remedy = "Look at the address and the port; 127.0.0.1 and 0 always work";
        }
        return new OutsideFailureException(host + ":" + port, problem, remedy, cause);
    }

    private static void encode(JointStateFrame measured, JointReferenceFrame told) {
        states(measured, 0).text(RobotTopic.JOINT_STATES.topic(), RosVersion.ROS2);
        references(told, measured, 0).text(RobotTopic.CONTROLLER_STATE.topic(), RosVersion.ROS2);
    }

    private static Publication states(JointStateFrame measured, long number) {
        return new Publication(RobotTopic.JOINT_STATES, version -> JointStateMessage.encode(measured, version, number));
    }

    private static Publication references(JointReferenceFrame told, JointStateFrame measured, long number) {
        return new Publication(
                RobotTopic.CONTROLLER_STATE, version -> ControllerStateMessage.encode(told, measured, version, number));
    }

    private void publish(JointStateFrame measured, JointReferenceFrame told) {
        long number = sequence++;
        Publication states = states(measured, number);
        Publication references = references(told, measured, number);
        long now = System.nanoTime();
        for (ClientConnection client : endpoint.connections()) {
            client.publish(states, now);
            client.publish(references, now);
        }
    }

    @Override
    public String uri() {
        boolean everywhere = endpoint.getAddress().getAddress().isAnyLocalAddress();
        String reached = everywhere ? "127.0.0.1" : host;
        return "rosbridge://" + (reached.contains(":") ? "[" + reached + "]" : reached) + ":" + endpoint.getPort();
    }

    /** Messages that slow clients, of those connected now, have lost. */
    long lost() {
        return endpoint.connections().stream().mapToLong(ClientConnection::lost).sum();
    }

    /** How many clients are connected now. */
    int clients() {
        return endpoint.connections().size();
    }

    /**
     * Waits until it is closed.
     *
     * @throws IllegalStateException if it closed itself because the simulation failed
     */
    @Override
    public void join() throws InterruptedException {
        over.await();
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException(
                    "virtual robot '" + name + "': its simulation failed, so it no longer serves: " + cause, cause);
        }
    }

    /** A robot that stands still for good must not look like one that lives: clients see their links lost. */
    void fail(Throwable cause) {
        failure = cause;
        close();
    }

    @Override
    public void close() {
        loop.close();
        try {
            endpoint.stop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        over.countDown();
    }
}
