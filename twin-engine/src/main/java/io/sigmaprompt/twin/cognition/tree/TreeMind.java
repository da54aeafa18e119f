package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.Cognition;
import io.sigmaprompt.twin.cognition.Situation;
import io.sigmaprompt.twin.cognition.Voice;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.TreeFault;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.List;
import java.util.Map;

/** A mind whose thought is one tick of a behaviour tree. A tree that cannot go on is halted, told of, and left at that. */
public final class TreeMind implements Cognition {
    private final String name;
    private final BehaviorTree tree;
    private final MindHost host;
    private final NodeWatch watch;
    private boolean faulted;

    /**
     * A tree for a robot.
     *
     * @param board what the blackboard holds beforehand, as text
     */
    public TreeMind(String name, TreeDesign design, RobotContext robot, Map<String, String> board) {
        this.name = name;
        Blackboard root = new Blackboard(null);
        board.forEach((key, value) -> BoardValue.set(root, key, value));
        tree = BehaviorTree.of(design, RobotNodes.library(robot), root);
        host = new MindHost(name);
        watch = new NodeWatch(tree.nodes());
        tree.runtime().host(host);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<SignalPath> signals() {
        return tree.runtime().signals();
    }

    /** Where each node stands now. */
    public List<NodeState> states() {
        return tree.states();
    }

    @Override
    public void think(Situation situation, Voice voice) {
        if (faulted) {
            return;
        }
        host.begin(situation, voice);
        try {
            tree.tick(situation.simNanos(), Ticking.UNTIL_QUIET);
        } catch (TreeFault e) {
            faulted = true;
            end();
            voice.tell(true, "the tree has stopped, " + e.getMessage());
        }
        host.end();
        if (watch.changed()) {
            voice.show(nodes());
        }
    }

    private List<TreeRecord.Node> nodes() {
        return tree.nodes().stream()
                .map(node -> new TreeRecord.Node(
                        node.setup().uid(),
                        node.setup().path(),
                        told(node.status()),
                        told(node.before()),
                        node.changedNanos()))
                .toList();
    }

    private static TreeRecord.Status told(NodeStatus status) {
        return switch (status) {
            case IDLE -> TreeRecord.Status.IDLE;
            case RUNNING -> TreeRecord.Status.RUNNING;
            case SUCCESS -> TreeRecord.Status.SUCCESS;
            case FAILURE -> TreeRecord.Status.FAILURE;
            case SKIPPED -> TreeRecord.Status.SKIPPED;
        };
    }

    private void end() {
        try {
            tree.halt();
        } catch (TreeFault _) {
            // A script for the halt has failed too; the first fault says more.
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putBoolean(faulted);
        tree.save(out);
        watch.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        faulted = in.getBoolean();
        tree.restore(in);
        watch.restore(in);
    }
}
