package io.sigmaprompt.workbench.viewport;

import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.workbench.viewport.mesh.TriangleMesh;

/**
 * Triangles of one colour that are fixed to a link.
 *
 * @param link index of the link in its model
 * @param origin from the triangles' frame to the link's
 * @param coarse the same shape with fewer triangles, for frames that must come fast
 * @param placeholder whether this stands in for a mesh that could not be had
 */
record LinkShape(
        int link, Pose origin, TriangleMesh triangles, TriangleMesh coarse, Material material, boolean placeholder) {
    LinkShape withCoarse(TriangleMesh mesh) {
        return new LinkShape(link, origin, triangles, mesh, material, placeholder);
    }
}
