package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.List;

/**
 * A part of a robot or scene that nothing but constraints ties to the rest: its mass matrix is a block of the whole's.
 *
 * <p>Its q is the whole's {@code q[qOffset .. qOffset + nq)}, its v and tau are the whole's {@code v[vOffset .. vOffset + nv)},
 * entry by entry. Joint {@code i} of the part carries its link {@code i + 1}, which is link {@code links(i + 1)} of the whole
 * and hangs there on joint {@code links(i + 1) - 1}.
 *
 * @param model the part alone. Either its root floats in the world, or link 0 is the ground: the whole's root, without mass
 *     and shapes, on whose frame all origins are told
 * @param qOffset where its configuration begins in the whole's
 * @param vOffset where its velocity begins in the whole's
 * @param links the index in the whole of each of its links; 0, the root, for the ground
 */
public record TreePart(RobotModel model, int qOffset, int vOffset, List<Integer> links) {
    public TreePart {
        links = List.copyOf(links);
    }

    /** Whether this is one rigid body that moves freely, its pose in the world being its q. */
    public boolean freeBody() {
        if (!model.floatingBase()) {
            return false;
        }
        for (Joint joint : model.joints()) {
            if (joint.type() != JointType.FIXED) {
                return false;
            }
        }
        return true;
    }
}
