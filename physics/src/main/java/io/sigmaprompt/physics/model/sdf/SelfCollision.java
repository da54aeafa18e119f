package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.mechanism.ContactExclusion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which links never touch: those of one model of which neither says {@code <self_collide>}, and those that a joint ties
 * (SDFormat specification, element model, self_collide).
 */
final class SelfCollision {
    private static final String WORD = "self_collide";

    private SelfCollision() {}

    /**
     * The pairs that never touch.
     *
     * @param links in the order of the source
     * @param loops the joints that the tree does without; of the others it knows itself whom they tie
     */
    static List<ContactExclusion> exclusions(List<FrameNode> links, Collection<SdfJoint> loops) {
        List<ContactExclusion> exclusions = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            FrameNode first = links.get(i);
            if (!shy(first)) {
                continue;
            }
            for (FrameNode second : links.subList(i + 1, links.size())) {
                if (first.scope.prefix.equals(second.scope.prefix) && shy(second)) {
                    exclusions.add(new ContactExclusion("", first.name, second.name));
                }
            }
        }
        for (SdfJoint joint : loops) {
            if (joint.parent().kind == FrameNode.Kind.LINK && joint.child().kind == FrameNode.Kind.LINK) {
                exclusions.add(new ContactExclusion(joint.name(), joint.parent().name, joint.child().name));
            }
        }
        return exclusions;
    }

    /** Whether a link has something to touch with, moves, and does not ask to touch its own model. */
    private static boolean shy(FrameNode link) {
        return !link.scope.isStatic
                && link.element.child("collision") != null
                && !Content.flag(link.element, WORD, Content.flag(link.scope.element, WORD, false));
    }
}
