package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.spatial.SpatialTransform;

/** What acts on the links from outside, seen by the bodies that carry them. */
final class ExternalWrenches {
    private final BodyTree tree;
    private final double[] reaction = new double[6];

    ExternalWrenches(BodyTree tree) {
        this.tree = tree;
    }

    /**
     * Takes the wrenches off the forces that the joints must give. What acts on links that are welded to the world, the
     * world takes.
     *
     * @param wrenches 6 a link: moment about the link's origin, force, link axes
     * @param forces Modified. 6 a body, body frame
     */
    void subtract(double[] wrenches, double[] forces) {
        for (int link = 0; link < tree.linkBody.length; link++) {
            if (tree.linkBody[link] > 0) {
                for (int r = 0; r < 6; r++) {
                    reaction[r] = -wrenches[6 * link + r];
                }
                SpatialTransform.addForceToParent(
                        tree.linkPlacement, SpatialTransform.SIZE * link, reaction, 0, forces, 6 * tree.linkBody[link]);
            }
        }
    }
}
