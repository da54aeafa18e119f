package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.port.monitor.TreeMonitor;
import io.sigmaprompt.twin.port.monitor.TreeMonitors;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the trees of a session to Groot2, each at a pair of ports of its own. */
final class GrootFeed implements RunListener, AutoCloseable {
    static final String OPTION = "--groot";
    static final String PLACE = "[HOST:]PORT";

    private static final int PORTS_EACH = 2;
    private static final int GREATEST_PORT = 65_534;

    private final Map<String, TreeMonitor> monitors = new LinkedHashMap<>();
    private final String host;
    private int next;

    /** @param place where to listen; the loopback address where it names none */
    GrootFeed(String place) {
        int colon = place.lastIndexOf(':');
        host = colon < 0 ? "127.0.0.1" : place.substring(0, colon).replaceAll("[\\[\\]]", "");
        next = port(place, place.substring(colon + 1));
    }

    private static int port(String place, String text) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= GREATEST_PORT) {
                return port;
            }
        }
        throw new BadInputException(
                OPTION,
                "expected PORT or HOST:PORT with a port from 1 to " + GREATEST_PORT + ", found '" + place + "'",
                "Groot2 itself proposes 1667");
    }

    /** Serves every tree of a scenario from now on. */
    GrootFeed serve(Scenario scenario, Console console) {
        for (TwinConfiguration twin : scenario.session().twins()) {
            for (MindSpec mind : twin.minds()) {
                if (mind instanceof MindSpec.Tree tree) {
                    BehaviorTree built =
                            BehaviorTree.of(tree.design(), RobotNodes.library(tree.robot()), new Blackboard(null));
                    serve(
                            key(twin.robot(), mind.name()),
                            built,
                            "tree '" + mind.name() + "' of " + twin.robot(),
                            console);
                }
            }
        }
        if (monitors.isEmpty()) {
            throw new BadInputException(
                    OPTION,
                    "scenario '" + scenario.name() + "' has no behaviour tree to show",
                    "Give a robot a mind with a tree: {tree: guard.xml}");
        }
        return this;
    }

    /** Serves one tree. */
    TreeMonitor serve(String key, BehaviorTree tree, String title, Console console) {
        try {
            TreeMonitor monitor = TreeMonitors.provider(OPTION, "groot2").open(tree, host, next);
            monitors.put(key, monitor);
            console.line(console.paint(Tone.HINT, "Groot2: " + title + " is shown at " + monitor.address()));
            next += PORTS_EACH;
            return monitor;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void output(OutputRecord record) {
        if (record instanceof TreeRecord tree) {
            TreeMonitor monitor = monitors.get(key(tree.robot(), tree.mind()));
            if (monitor != null) {
                monitor.show(tree);
            }
        }
    }

    private static String key(String robot, String mind) {
        return robot + "/" + mind;
    }

    @Override
    public void close() {
        monitors.values().forEach(TreeMonitor::close);
        monitors.clear();
    }
}
