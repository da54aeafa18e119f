package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.twin.port.VirtualRobotServer;
import io.sigmaprompt.twin.port.VirtualRobotServerProvider;
import io.sigmaprompt.twin.simulation.VirtualRobot;

/** Makes virtual robots that stand behind a rosbridge v2 server. */
public final class RosbridgeRobotProvider implements VirtualRobotServerProvider {
    @Override
    public String protocol() {
        return "rosbridge";
    }

    @Override
    public VirtualRobotServer create(VirtualRobot robot, String host, int port) {
        return new RosbridgeRobotServer(robot, host.isBlank() ? "127.0.0.1" : host.strip(), port);
    }
}
