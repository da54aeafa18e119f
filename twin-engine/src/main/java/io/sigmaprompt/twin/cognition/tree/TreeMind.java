package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.Cognition;
import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.cognition.Situation;
import java.util.function.Consumer;

/** A mind whose thought is one tick of a behaviour tree. */
public final class TreeMind implements Cognition {
    private final String name;
    private final TreeNode root;

    public TreeMind(String name, TreeSpec root) {
        this.name = name;
        this.root = TreeNode.of(root);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void think(Situation situation, Consumer<Proposal> proposals) {
        root.tick(new Blackboard(name, situation, proposals));
    }

    @Override
    public void save(CanonicalOutput out) {
        root.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        root.restore(in);
    }
}
