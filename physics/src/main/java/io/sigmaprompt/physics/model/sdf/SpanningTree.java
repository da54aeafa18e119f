package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.JointType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses, of the joints of a world or a model, those that make it one tree that hangs from the root.
 *
 * <p>Joints lead from parent to child wherever that reaches all links; where it does not, one is turned round, the first
 * in the file that helps. Links nearer to the root come first, so that a loop is cut at its far end.
 */
final class SpanningTree {
    private final Set<FrameNode> reached = new HashSet<>();
    private final Set<SdfJoint> used = new LinkedHashSet<>();
    private final Map<FrameNode, List<SdfJoint>> byParent = new HashMap<>();
    private final List<SdfJoint> joints;
    private final TreeBuilder builder;

    SpanningTree(List<SdfJoint> joints, TreeBuilder builder) {
        this.joints = joints;
        this.builder = builder;
        for (SdfJoint joint : joints) {
            byParent.computeIfAbsent(joint.parent(), key -> new ArrayList<>()).add(joint);
        }
    }

    /** Begins at the root, or goes on from a link that nothing ties to what was reached so far. */
    void growFrom(FrameNode start) {
        descend(start);
        while (turnOne(true) || turnOne(false)) {
            // each brings further links, perhaps with joints of their own
        }
    }

    /** Hangs a link that was not reached on the root, fixed or floating, and goes on from there. */
    void hang(FrameNode root, FrameNode link, JointType type) {
        builder.hang(root, link, type);
        growFrom(link);
    }

    /** Takes a link as reached, hanging fixed on the root, without going on from there. */
    void pin(FrameNode root, FrameNode link) {
        if (reached.add(link)) {
            builder.hang(root, link, JointType.FIXED);
        }
    }

    boolean isReached(FrameNode link) {
        return reached.contains(link);
    }

    /** The link above all others that lead to this one from parent to child, among those not reached. */
    FrameNode top(FrameNode link) {
        Map<FrameNode, FrameNode> above = new HashMap<>();
        for (SdfJoint joint : joints) {
            if (joint.supported() && !isReached(joint.parent())) {
                above.putIfAbsent(joint.child(), joint.parent());
            }
        }
        FrameNode at = link;
        Set<FrameNode> path = new HashSet<>();
        for (FrameNode up = above.get(at); up != null && path.add(at); up = above.get(at)) {
            at = up;
        }
        return above.containsKey(at) ? link : at;
    }

    /** The joints that the tree does without, since they tie links that are tied already. */
    List<SdfJoint> unused() {
        return joints.stream().filter(joint -> !used.contains(joint)).toList();
    }

    /** The joints that the tree consists of. */
    Set<SdfJoint> used() {
        return used;
    }

    private void descend(FrameNode start) {
        Deque<FrameNode> open = new ArrayDeque<>(List.of(start));
        reached.add(start);
        while (!open.isEmpty()) {
            for (SdfJoint joint : byParent.getOrDefault(open.remove(), List.of())) {
                if (joint.supported() && reached.add(joint.child())) {
                    carry(joint, false);
                    open.add(joint.child());
                }
            }
        }
    }

    private boolean turnOne(boolean supported) {
        for (SdfJoint joint : joints) {
            boolean parent = isReached(joint.parent());
            if (joint.supported() == supported && parent != isReached(joint.child())) {
                carry(joint, !parent);
                descend(parent ? joint.child() : joint.parent());
                return true;
            }
        }
        return false;
    }

    private void carry(SdfJoint joint, boolean reversed) {
        used.add(joint);
        builder.carry(joint, reversed);
    }
}
