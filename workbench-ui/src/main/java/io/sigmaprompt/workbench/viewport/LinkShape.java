package io.sigmaprompt.workbench.viewport;

import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.workbench.viewport.mesh.TriangleMesh;

/**
 * Triangles of one colour that are fixed to a link.
 *
 * @param link index of the link in its model
 * @param origin from the triangles' frame to the link's
 * @param placeholder whether this stands in for a mesh that could not be had
 */
record LinkShape(int link, Pose origin, TriangleMesh triangles, Material material, boolean placeholder) {}
