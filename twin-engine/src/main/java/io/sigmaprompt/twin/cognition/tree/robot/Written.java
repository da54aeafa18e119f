package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.board.WorkQueue;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeRefusal;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.skill.JointPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ports whose values a node has to know when it is made. */
final class Written {
    private Written() {}

    /** The text of a port, or null where the tree says nothing. */
    static @Nullable String text(NodeSetup setup, String port) {
        Input input = setup.input(port);
        if (input.key() != null) {
            throw new NodeRefusal(
                    port, 0, "port '" + port + "' is needed when the tree is made", "Write its value, not an entry");
        }
        return input.raw();
    }

    static String required(NodeSetup setup, String port) {
        String text = text(setup, port);
        return text == null ? "" : text;
    }

    /** A joint of the robot. */
    static String joint(RobotContext robot, String port, String name) {
        if (robot.known() && !robot.joints().contains(name)) {
            throw new NodeRefusal(
                    port,
                    0,
                    "the robot has no joint '" + name + "'" + Suggestion.phrase(name, robot.joints()),
                    "Its joints are " + robot.joints());
        }
        return name;
    }

    static List<String> joints(NodeSetup setup, RobotContext robot, String port) {
        List<String> joints = new ArrayList<>();
        for (String name : required(setup, port).split(";", -1)) {
            joints.add(joint(robot, port, name.strip()));
        }
        return joints;
    }

    /** A path of the robot. */
    static JointPath path(NodeSetup setup, RobotContext robot, String name) {
        JointPath path = robot.paths().get(name);
        if (path != null) {
            return path;
        }
        if (robot.known()) {
            throw new NodeRefusal(
                    "path",
                    0,
                    "the robot has no path '" + name + "'"
                            + Suggestion.phrase(name, robot.paths().keySet()),
                    "Its paths are " + robot.paths().keySet());
        }
        return new JointPath(name, List.of(), List.of(), 1, false);
    }

    /** A number of the session, which the node will see. */
    static SignalPath signal(NodeSetup setup, RobotContext robot, String port) {
        String text = required(setup, port);
        SignalPath path = SignalPath.of(text);
        if (path == null) {
            throw new NodeRefusal(
                    port,
                    0,
                    "there is no signal '" + text + "'",
                    "Signals are such as robot.position.JOINT, divergence.sigma.JOINT and telemetry.age");
        }
        if (path.source().owner() == SignalPath.Owner.JOINT) {
            joint(robot, port, path.joint());
        }
        setup.runtime().wants(path);
        return path;
    }

    /** The numbers of a list. */
    static double[] numbers(Input input) {
        WorkQueue list = input.read(PortType.DOUBLES).castList(PortType.DOUBLES);
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).castDouble();
        }
        return numbers;
    }

    static double positive(Input input, String port) {
        double value = input.number();
        if (!(value > 0)) {
            throw new BoardException("port '" + port + "' has to be above zero, found " + value);
        }
        return value;
    }
}
