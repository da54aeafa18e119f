package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.ElementDesign;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.leaf.Sleep;
import io.sigmaprompt.twin.cognition.tree.node.BlackboardPointer;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The nodes for robots by name. */
public final class RobotNodes {
    private static final double NANOS_A_SECOND = 1e9;

    private RobotNodes() {}

    /** All nodes there are, for a robot. */
    public static NodeLibrary library(RobotContext robot) {
        return NodeLibrary.standard().with(models(robot));
    }

    /** The behaviours that a tree may propose, as far as they are written out. */
    public static Set<String> behaviours(TreeDesign design) {
        Set<String> behaviours = new LinkedHashSet<>();
        NodeLibrary library = library(RobotContext.UNKNOWN);
        for (ElementDesign element : design.elements()) {
            NodeModel model = library.model(element.id());
            Port port = model == null ? null : model.port("behaviour");
            String said = port == null ? null : element.attributes().getOrDefault("behaviour", port.ifAbsent());
            if (said != null && BlackboardPointer.key(said) == null) {
                behaviours.add(said);
            }
        }
        return behaviours;
    }

    static List<NodeModel> models(RobotContext robot) {
        Port behaviour = Port.required("behaviour", PortType.STRING, "the wish's name, as slow_down");
        Port priority = Port.required("priority", PortType.DOUBLE, "a higher one is stronger");
        Port path = Port.optional("path", PortType.STRING, "a path of the robot to follow; it holds still without");
        Port speed = Port.optional("speed", PortType.DOUBLE, "1", "share of the path's own speed, up to 1");
        Port signal = Port.required("signal", PortType.STRING, "a number of the session, as robot.position.JOINT");
        Port above = Port.optional("above", PortType.DOUBLE, "it has to be more than this, SI units");
        Port below = Port.optional("below", PortType.DOUBLE, "it has to be less than this, SI units");
        return List.of(
                NodeModel.condition(
                        "FindingActive",
                        setup -> new FindingActive(setup, robot),
                        Port.optional("kind", PortType.STRING, "as stale or residual; any without"),
                        Port.optional("joint", PortType.STRING, "the joint it is about; any without"),
                        Port.optional("hold", PortType.DOUBLE, "0", "seconds it stays true after the finding")),
                NodeModel.condition("CheckSignal", setup -> new CheckSignal(setup, robot), signal, above, below),
                NodeModel.condition(
                        "CheckDivergence",
                        setup -> new CheckDivergence(setup, robot),
                        Port.required("joint", PortType.STRING, "the joint"),
                        Port.optional("sigma", PortType.DOUBLE, "6", "robust standard deviations that are tolerated")),
                NodeModel.action("WaitFor", setup -> new WaitFor(setup, robot), signal, above, below),
                NodeModel.action(
                        "Wait",
                        setup -> new Sleep(setup, "seconds", NANOS_A_SECOND),
                        Port.required("seconds", PortType.DOUBLE, "how long")),
                NodeModel.action(
                        "RaiseAlert",
                        RaiseAlert::new,
                        Port.required("text", PortType.STRING, "what the operator is told"),
                        Port.optional("level", PortType.STRING, "warning", "warning or info")),
                NodeModel.action("Propose", setup -> new Propose(setup, robot), behaviour, priority, path, speed),
                NodeModel.action(
                        "Hold",
                        setup -> new KeepWanting(setup, robot),
                        Port.optional("behaviour", PortType.STRING, "hold", "the wish's name"),
                        priority,
                        Port.optional("seconds", PortType.DOUBLE, "how long; until it is halted without")),
                NodeModel.action(
                        "FollowPath",
                        setup -> new KeepWanting(setup, robot),
                        behaviour,
                        priority,
                        Port.required("path", PortType.STRING, "a path of the robot"),
                        speed,
                        Port.optional("seconds", PortType.DOUBLE, "how long; until it is halted without")),
                NodeModel.action(
                        "MoveJoints",
                        setup -> new MoveJoints(setup, robot),
                        behaviour,
                        priority,
                        Port.required("joints", PortType.STRINGS, "joints, with semicolons between"),
                        Port.required("positions", PortType.DOUBLES, "positions, rad or m, one a joint"),
                        Port.optional("tolerance", PortType.DOUBLE, "0.01", "rad or m from which a joint is there")));
    }
}
