package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.Cognition;
import io.sigmaprompt.twin.cognition.Situation;
import io.sigmaprompt.twin.cognition.Voice;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.node.TreeFault;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.List;
import java.util.Map;

/** A mind whose thought is one tick of a behaviour tree. A tree that cannot go on is halted, told of, and left at that. */
public final class TreeMind implements Cognition {
    private final String name;
    private final BehaviorTree tree;
    private final MindHost host;
    private final TreeWatch watch;
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
        watch = new TreeWatch(tree);
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
        if (watch.changed(situation.simNanos())) {
            voice.show(TreeAccount.nodes(tree), TreeAccount.boards(tree));
        }
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
