package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.port.monitor.TreeMonitor;
import io.sigmaprompt.twin.port.monitor.TreeMonitorProvider;

/** Serves trees to Groot2. */
public final class Groot2Provider implements TreeMonitorProvider {
    @Override
    public String protocol() {
        return "groot2";
    }

    @Override
    public TreeMonitor open(BehaviorTree tree, String host, int port) {
        return new Groot2Server(new TreeFeed(tree), host, port);
    }
}
