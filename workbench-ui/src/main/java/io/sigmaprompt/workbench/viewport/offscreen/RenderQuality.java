package io.sigmaprompt.workbench.viewport.offscreen;

/**
 * How smooth edges are drawn.
 *
 * @param samples coverage samples a pixel, 1 for none
 * @param supersampling drawn pixels along each axis for one shown
 * @param shadowMap pixels along each side of the shadow map
 */
public record RenderQuality(int samples, int supersampling, int shadowMap) {
    /** What software rendering keeps up with at window size. */
    public static final RenderQuality LIVE = new RenderQuality(1, 1, 1024);

    /** For pictures, where a second is no matter. */
    public static final RenderQuality PICTURE = new RenderQuality(4, 2, 2048);
}
