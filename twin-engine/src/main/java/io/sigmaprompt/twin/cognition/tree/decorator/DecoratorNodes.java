package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import java.util.List;

/** The decorators by name. */
public final class DecoratorNodes {
    private DecoratorNodes() {}

    public static List<NodeModel> models() {
        return List.of(
                outcome("Inverter", NodeStatus.FAILURE, NodeStatus.SUCCESS),
                outcome("ForceSuccess", NodeStatus.SUCCESS, NodeStatus.SUCCESS),
                outcome("ForceFailure", NodeStatus.FAILURE, NodeStatus.FAILURE),
                NodeModel.decorator(
                        "Repeat",
                        setup -> new Again(setup, NodeStatus.SUCCESS, "num_cycles"),
                        Port.required("num_cycles", PortType.INT, "how often it has to succeed; -1 for ever")),
                NodeModel.decorator(
                        "RetryUntilSuccessful",
                        setup -> new Again(setup, NodeStatus.FAILURE, "num_attempts"),
                        Port.required("num_attempts", PortType.INT, "how often it may fail; -1 for ever")),
                NodeModel.decorator(
                        "Timeout",
                        Timeout::new,
                        Port.required("msec", PortType.UNSIGNED, "milliseconds the child has; 0 for no limit")),
                NodeModel.decorator(
                        "Delay",
                        Delay::new,
                        Port.required("delay_msec", PortType.UNSIGNED, "milliseconds before the child")),
                NodeModel.decorator(
                        "RunOnce",
                        RunOnce::new,
                        Port.optional(
                                "then_skip", PortType.BOOL, "true", "skipped from then on, or the same answer again")),
                NodeModel.decorator("KeepRunningUntilFailure", KeepRunningUntilFailure::new),
                NodeModel.decorator(
                        "Precondition",
                        Precondition::new,
                        Port.required("if", PortType.STRING, "the script that has to be true"),
                        Port.optional("else", PortType.STATUS, "FAILURE", "the answer if it is not")),
                updated("SkipUnlessUpdated", NodeStatus.SKIPPED),
                updated("WaitValueUpdate", NodeStatus.RUNNING),
                loop("LoopInt", PortType.INTS),
                loop("LoopBool", PortType.BOOLS),
                loop("LoopDouble", PortType.DOUBLES),
                loop("LoopString", PortType.STRINGS));
    }

    private static NodeModel outcome(String id, NodeStatus ofSuccess, NodeStatus ofFailure) {
        return NodeModel.decorator(id, setup -> new Outcome(setup, ofSuccess, ofFailure));
    }

    private static NodeModel updated(String id, NodeStatus otherwise) {
        return NodeModel.decorator(
                id,
                setup -> new Updated(setup, otherwise),
                Port.required("entry", PortType.VALUE, "the blackboard entry to watch"));
    }

    private static NodeModel loop(String id, PortType type) {
        return NodeModel.decorator(
                id,
                setup -> new Loop(setup, type),
                new Port("queue", Port.Direction.INOUT, type, null, true, "values to take, or the entry they lie in"),
                Port.optional("if_empty", PortType.STATUS, "SUCCESS", "the answer once the queue is empty"),
                Port.output("value", type.element(), "the value taken"));
    }
}
