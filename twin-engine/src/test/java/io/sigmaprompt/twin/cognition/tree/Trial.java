package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import io.sigmaprompt.twin.cognition.tree.node.StatefulAction;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import io.sigmaprompt.twin.cognition.tree.script.Enumerations;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A tree on the bench, with two kinds of node of its own: Answer is done at once, Steps runs for some ticks. Both say in
 * a log what happens to them.
 */
public final class Trial {
    private static final long MILLISECOND = 1_000_000;

    /** What the nodes said since it was read last. */
    public final List<String> log = new ArrayList<>();

    private final NodeLibrary library = NodeLibrary.standard()
            .with(List.of(
                    NodeModel.action(
                            "Answer",
                            setup -> new Answer(setup, log),
                            Port.optional("is", PortType.STATUS, "SUCCESS", "what it answers")),
                    NodeModel.action(
                            "Steps",
                            setup -> new Steps(setup, log),
                            Port.optional("run", PortType.INT, "1", "ticks it runs for"),
                            Port.optional("then", PortType.STATUS, "SUCCESS", "what it comes to"))))
            .with(new Enumerations(enumerations()));

    private final BehaviorTree tree;
    private long millis;

    private Trial(String text) {
        TreeDesign design = TreeReader.parse(text, "trial.xml", library);
        tree = BehaviorTree.of(design, library, new Blackboard(null));
    }

    private static Map<String, Integer> enumerations() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("RED", 1);
        names.put("GREEN", 3);
        return names;
    }

    /** A tree of one root node. */
    public static Trial of(String nodes) {
        return of(nodes, "");
    }

    /** A tree of one root node, and what stands beside it in the file. */
    public static Trial of(String nodes, String more) {
        return new Trial("<root BTCPP_format='4' main_tree_to_execute='Main'><BehaviorTree ID='Main'>" + nodes
                + "</BehaviorTree>" + more + "</root>");
    }

    /** A tree from a whole file. */
    public static Trial file(String text) {
        return new Trial(text);
    }

    public NodeStatus tick() {
        return tree.tick(millis * MILLISECOND, Ticking.UNTIL_QUIET);
    }

    public NodeStatus tickOnce() {
        return tree.tick(millis * MILLISECOND, Ticking.EXACTLY_ONCE);
    }

    /** Ticks so often, 10 ms apart; the answers. */
    public List<NodeStatus> ticks(int count) {
        List<NodeStatus> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(tick());
            millis += 10;
        }
        return answers;
    }

    /** As {@link #ticks}, with the root ticked exactly once each. */
    public List<NodeStatus> singleTicks(int count) {
        List<NodeStatus> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(tickOnce());
            millis += 10;
        }
        return answers;
    }

    public void at(long newMillis) {
        millis = newMillis;
    }

    public BehaviorTree tree() {
        return tree;
    }

    /** Writes an entry as somebody outside would. */
    public void set(String name, String value) {
        BoardValue.set(tree.board(), name, value);
    }

    /** An entry of the uppermost blackboard as people would read it. */
    public String get(String name) {
        Entry entry = tree.board().entry(name);
        return entry == null ? "missing" : entry.value().show();
    }

    /** The log, which is emptied. */
    public String said() {
        String all = String.join(" ", log);
        log.clear();
        return all;
    }

    /** The statuses of all nodes that have a name of their own. */
    public String statuses() {
        return tree.nodes().stream()
                .filter(node -> !node.setup().name().equals(node.setup().model().id()))
                .map(node -> node.setup().name() + " " + node.status())
                .collect(Collectors.joining(", "));
    }

    public boolean anyRunning() {
        return tree.nodes().stream().anyMatch(node -> node.status() == NodeStatus.RUNNING);
    }

    public byte[] save() {
        CanonicalOutput out = new CanonicalOutput();
        tree.save(out);
        return out.toByteArray();
    }

    public void restore(byte[] bytes) {
        tree.restore(new CanonicalInput(bytes));
    }

    private static final class Answer extends SyncNode {
        private final Input is;
        private final List<String> log;

        Answer(NodeSetup setup, List<String> log) {
            super(setup);
            is = setup.input("is");
            this.log = log;
        }

        @Override
        protected NodeStatus tick() {
            log.add(setup().name());
            return is.status();
        }
    }

    private static final class Steps extends StatefulAction {
        private final Input run;
        private final Input then;
        private final List<String> log;
        private int left;

        Steps(NodeSetup setup, List<String> log) {
            super(setup);
            run = setup.input("run");
            then = setup.input("then");
            this.log = log;
        }

        @Override
        protected NodeStatus onStart() {
            log.add(setup().name() + "+");
            left = run.whole();
            return onRunning();
        }

        @Override
        protected NodeStatus onRunning() {
            if (left-- > 0) {
                return NodeStatus.RUNNING;
            }
            log.add(setup().name() + "=");
            return then.status();
        }

        @Override
        protected void onHalted() {
            log.add(setup().name() + "!");
        }

        @Override
        protected void saveState(CanonicalOutput out, Queues queues) {
            out.putInt(left);
        }

        @Override
        protected void restoreState(CanonicalInput in, Queues queues) {
            left = in.getInt();
        }
    }

    static TreeNode named(BehaviorTree tree, String name) {
        return tree.nodes().stream()
                .filter(node -> node.setup().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
