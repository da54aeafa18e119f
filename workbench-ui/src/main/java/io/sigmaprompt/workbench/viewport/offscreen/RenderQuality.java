package io.sigmaprompt.workbench.viewport.offscreen;

/**
 * How smooth edges are drawn.
 *
 * @param samples coverage samples a pixel, 1 for none
 * @param supersampling drawn pixels along each axis for one shown
 * @param shadowMap pixels along each side of the shadow map
 * @param fine whether all triangles of a mesh are drawn, or only as many as can be told apart
 */
public record RenderQuality(int samples, int supersampling, int shadowMap, boolean fine) {
    /** What software rendering keeps up with at window size. */
    public static final RenderQuality LIVE = new RenderQuality(1, 1, 1024, false);

    /** What a live view is drawn with once, when it stands still. */
    public static final RenderQuality STILL = new RenderQuality(4, 1, 1024, true);

    /** For pictures, where a second is no matter. */
    public static final RenderQuality PICTURE = new RenderQuality(4, 2, 2048, true);
}
