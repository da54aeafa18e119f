package io.sigmaprompt.twin.port.monitor;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;

/** Serves running trees by one protocol; found by {@link java.util.ServiceLoader}. */
public interface TreeMonitorProvider {
    /** The protocol's name, as {@code groot2}. */
    String protocol();

    /**
     * A monitor that is being served.
     *
     * @param tree how the tree is built; it is read at once and never ticked or kept
     * @param host address to bind, loopback by default
     * @param port the first of the ports that the protocol takes
     * @throws io.sigmaprompt.twin.port.OutsideFailureException if the ports cannot be had
     */
    TreeMonitor open(BehaviorTree tree, String host, int port);
}
