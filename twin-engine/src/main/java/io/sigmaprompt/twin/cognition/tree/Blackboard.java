package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.cognition.Situation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the nodes of a tree share during one tick. */
final class Blackboard {
    private final String mind;
    private final Situation situation;
    private final Consumer<Proposal> proposals;
    private @Nullable String because;

    Blackboard(String mind, Situation situation, Consumer<Proposal> proposals) {
        this.mind = mind;
        this.situation = situation;
        this.proposals = proposals;
    }

    Situation situation() {
        return situation;
    }

    /** Notes what a condition was satisfied by; a later proposal gives it as its reason. */
    void noteReason(String reason) {
        because = reason;
    }

    /** What was noted last, or null. */
    @Nullable
    String reason() {
        return because;
    }

    /** Goes back to what was noted before, as at the start of each branch. */
    void restoreReason(@Nullable String before) {
        because = before;
    }

    void propose(TreeSpec.Propose wish) {
        proposals.accept(new Proposal(
                mind, wish.behaviour(), wish.priority(), wish.goal(), because == null ? "its default" : because));
    }
}
