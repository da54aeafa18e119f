package io.sigmaprompt.physics.collision;

/** What a triangle mesh is taken as where it touches. */
public enum MeshTreatment {
    /** {@link #HULL} for a mesh that moves or is convex, else {@link #TRIANGLES}. */
    USUAL,

    /** Its convex hull: hollows are filled. */
    HULL,

    /** Its skin of triangles, each felt from its outer side only. */
    TRIANGLES,

    /** Convex parts that follow its hollows. */
    PARTS
}
