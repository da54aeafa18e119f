package io.sigmaprompt.twin.port;

import io.sigmaprompt.twin.simulation.VirtualRobot;

/** Makes virtual robots of one protocol; found by {@link java.util.ServiceLoader}. */
public interface VirtualRobotServerProvider {
    /** The protocol's name, as {@code rosbridge}. */
    String protocol();

    /**
     * A server that is not yet started.
     *
     * @param host address to bind, loopback by default
     * @param port 0 for a free one
     */
    VirtualRobotServer create(VirtualRobot robot, String host, int port);
}
