package io.sigmaprompt.physics.collision.collider;

/** What a triangle mesh is taken as where it touches. */
public enum MeshTreatment {
    /** {@link #HULL} for a mesh that moves or is convex, else {@link #TRIANGLES}. */
    USUAL,

    /** Its convex hull: hollows are filled. */
    HULL,

    /**
     * Its skin of triangles, each felt from its outer side only. Against a plane, and against another skin, the hull of
     * the one that moves stands in for it, of two that move that of the smaller: triangles are never held against
     * triangles.
     */
    TRIANGLES,

    /** Convex parts that follow its hollows. */
    PARTS
}
