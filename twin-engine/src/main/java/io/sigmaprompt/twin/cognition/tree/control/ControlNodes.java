package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import java.util.ArrayList;
import java.util.List;

/** The control nodes by name. */
public final class ControlNodes {
    private static final int MOST_CASES = 6;

    private ControlNodes() {}

    public static List<NodeModel> models() {
        List<NodeModel> models = new ArrayList<>(List.of(
                many("Sequence", setup -> new Chain(setup, NodeStatus.SUCCESS, false)),
                many("AsyncSequence", setup -> new Chain(setup, NodeStatus.SUCCESS, true)),
                many("Fallback", setup -> new Chain(setup, NodeStatus.FAILURE, false)),
                many("AsyncFallback", setup -> new Chain(setup, NodeStatus.FAILURE, true)),
                many("SequenceWithMemory", SequenceWithMemory::new),
                many("ReactiveSequence", setup -> new ReactiveChain(setup, NodeStatus.SUCCESS)),
                many("ReactiveFallback", setup -> new ReactiveChain(setup, NodeStatus.FAILURE)),
                many(
                        "Parallel",
                        Parallel::new,
                        Port.optional(
                                "success_count",
                                PortType.INT,
                                "-1",
                                "children that have to succeed; below zero counts from all of them"),
                        Port.optional("failure_count", PortType.INT, "1", "children that may fail, and one more")),
                many(
                        "ParallelAll",
                        ParallelAll::new,
                        Port.optional("max_failures", PortType.INT, "1", "failures that make it fail")),
                NodeModel.control(
                        "TryCatch",
                        2,
                        NodeModel.ANY_NUMBER,
                        TryCatch::new,
                        Port.optional(
                                "catch_on_halt",
                                PortType.BOOL,
                                "false",
                                "whether the last child is ticked once when the others are halted, too")),
                NodeModel.control("IfThenElse", 2, 3, IfThenElse::new),
                NodeModel.control("WhileDoElse", 2, 3, WhileDoElse::new)));
        for (int cases = 2; cases <= MOST_CASES; cases++) {
            models.add(cases(cases));
        }
        return models;
    }

    private static NodeModel many(String id, NodeModel.Maker maker, Port... ports) {
        return NodeModel.control(id, 1, NodeModel.ANY_NUMBER, maker, ports);
    }

    private static NodeModel cases(int count) {
        Port[] ports = new Port[count + 1];
        ports[0] = Port.optional("variable", PortType.STRING, "what the cases are compared with");
        for (int i = 1; i <= count; i++) {
            ports[i] = Port.optional("case_" + i, PortType.STRING, "leads to child " + i);
        }
        return NodeModel.control("Switch" + count, count + 1, count + 1, setup -> new Switch(setup, count), ports);
    }
}
