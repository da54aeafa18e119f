package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.rosbridge.ControllerStateMessage;
import io.sigmaprompt.bridge.rosbridge.JointStateMessage;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.port.VirtualRobotServer;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A simulated robot behind a rosbridge v2 server, in real time. */
final class RosbridgeRobotServer implements VirtualRobotServer {
    private static final long START_SECONDS = 10;
    private static final int STOP_MILLIS = 1_000;

    private final String host;
    private final int port;
    private final SimulationLoop loop;
    private final RosbridgeEndpoint endpoint;
    private final CountDownLatch over = new CountDownLatch(1);
    private long sequence;

    RosbridgeRobotServer(VirtualRobot robot, String host, int port) {
        this.host = host;
        this.port = port;
        this.loop = new SimulationLoop(robot, this::publish);
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
        endpoint.start();
        try {
            endpoint.started().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new OutsideFailureException(
                    host + ":" + port,
                    "the virtual robot cannot listen there (" + (e.getCause() == null ? e : e.getCause()) + ")",
                    "Choose another port, or 0 for a free one",
                    e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new OutsideFailureException(host + ":" + port, "starting was interrupted", "Try again", e);
        }
        loop.start();
    }

    private void publish(JointStateFrame measured, JointReferenceFrame told) {
        long number = sequence++;
        Publication states = new Publication(
                RobotTopic.JOINT_STATES, version -> JointStateMessage.encode(measured, version, number));
        Publication references = new Publication(
                RobotTopic.CONTROLLER_STATE, version -> ControllerStateMessage.encode(told, measured, version, number));
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

    @Override
    public void join() throws InterruptedException {
        over.await();
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
