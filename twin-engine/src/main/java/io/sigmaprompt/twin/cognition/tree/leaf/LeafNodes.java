package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import java.util.List;

/** The leaves by name. */
public final class LeafNodes {
    private LeafNodes() {}

    public static List<NodeModel> models() {
        return List.of(
                NodeModel.action("AlwaysSuccess", setup -> new Always(setup, NodeStatus.SUCCESS)),
                NodeModel.action("AlwaysFailure", setup -> new Always(setup, NodeStatus.FAILURE)),
                NodeModel.action(
                        "Script", ScriptAction::new, Port.required("code", PortType.STRING, "the script to run")),
                NodeModel.condition(
                        "ScriptCondition",
                        ScriptCondition::new,
                        Port.required("code", PortType.ANY, "the script that has to be true")),
                NodeModel.action(
                        "SetBlackboard",
                        SetBlackboard::new,
                        Port.required("value", PortType.ANY, "text, or another entry in braces"),
                        new Port(
                                "output_key",
                                Port.Direction.INOUT,
                                PortType.ANY,
                                null,
                                true,
                                "the name of the entry to write, without braces")),
                NodeModel.action(
                        "UnsetBlackboard",
                        UnsetBlackboard::new,
                        Port.required("key", PortType.STRING, "the name of the entry to remove")),
                NodeModel.action("Sleep", Sleep::new, Port.required("msec", PortType.UNSIGNED, "milliseconds")),
                NodeModel.action(
                        "WasEntryUpdated",
                        WasEntryUpdated::new,
                        Port.required("entry", PortType.VALUE, "the blackboard entry to watch")));
    }
}
