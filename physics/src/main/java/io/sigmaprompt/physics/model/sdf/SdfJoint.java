package io.sigmaprompt.physics.model.sdf;

import java.util.List;

/**
 * A joint as the file has it.
 *
 * @param node its frame
 * @param parent the link that it hangs on, or the world
 * @param child the link that it carries
 * @param freedoms in the order from parent to child; none for a fixed joint
 * @param supported whether it is of a type that the tree can hold; else it holds fast what nothing else holds
 */
record SdfJoint(FrameNode node, FrameNode parent, FrameNode child, List<Freedom> freedoms, boolean supported) {
    SdfJoint {
        freedoms = List.copyOf(freedoms);
    }

    String name() {
        return node.name;
    }
}
