package io.sigmaprompt.workbench.viewport.mesh;

import io.sigmaprompt.physics.model.Material;
import org.jspecify.annotations.Nullable;

/**
 * The triangles of one colour in a mesh file.
 *
 * @param material the file's own diffuse colour, null where it gives none
 */
public record MeshPart(TriangleMesh triangles, @Nullable Material material) {}
