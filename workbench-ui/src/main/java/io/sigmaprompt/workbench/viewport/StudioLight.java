package io.sigmaprompt.workbench.viewport;

import com.jme3.bounding.BoundingBox;
import com.jme3.material.Material;
import com.jme3.math.ColorRGBA;
import com.jme3.math.Matrix4f;
import com.jme3.math.Vector3f;
import com.jme3.math.Vector4f;
import com.jme3.renderer.Camera;
import com.jme3.renderer.RenderManager;
import com.jme3.renderer.Renderer;
import com.jme3.scene.Geometry;
import com.jme3.scene.Spatial;
import com.jme3.texture.FrameBuffer;
import com.jme3.texture.FrameBuffer.FrameBufferTarget;
import com.jme3.texture.Image.Format;
import com.jme3.texture.Texture;
import com.jme3.texture.Texture2D;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.offscreen.RenderQuality;
import java.util.ArrayList;
import java.util.List;

/**
 * The lights of the studio, warm from the front and above, cool from behind, and the warm one's shadow map. Its values
 * are shared by all materials that it was bound to, so that a change reaches them all. Drawing thread only.
 */
final class StudioLight {
    private static final Vector3f TO_KEY = new Vector3f(0.42f, 0.82f, 0.40f).normalizeLocal();
    private static final Vector3f TO_RIM = new Vector3f(-0.62f, 0.34f, -0.70f).normalizeLocal();

    private final ColorRGBA key = new ColorRGBA();
    private final ColorRGBA rim = new ColorRGBA();
    private final ColorRGBA sky = new ColorRGBA();
    private final ColorRGBA ground = new ColorRGBA();
    private final ColorRGBA backdropTop = new ColorRGBA();
    private final ColorRGBA backdropBottom = new ColorRGBA();
    private final Matrix4f shadowMatrix = new Matrix4f();
    private final Vector4f footprint = new Vector4f();

    private final List<Material> bound = new ArrayList<>();
    private final Camera shadowCamera = new Camera(1, 1);
    private Texture2D map;
    private FrameBuffer mapBuffer;
    private float bias;
    private float floor;

    StudioLight(int mapSize) {
        shadowCamera.setParallelProjection(true);
        map = depthTexture(mapSize);
        mapBuffer = depthBuffer(map, mapSize);
        shadowCamera.resize(mapSize, mapSize, false);
    }

    /** Gives a material the lights; all that is bound sees later changes. */
    void bind(Material material) {
        material.setVector3("KeyDirection", TO_KEY);
        material.setVector3("RimDirection", TO_RIM);
        material.setColor("KeyColor", key);
        material.setColor("RimColor", rim);
        material.setColor("SkyColor", sky);
        material.setColor("GroundColor", ground);
        material.setColor("BackdropTop", backdropTop);
        material.setColor("BackdropBottom", backdropBottom);
        material.setMatrix4("ShadowMatrix", shadowMatrix);
        bound.add(material);
        bindMap(material);
    }

    void unbind(Material material) {
        bound.remove(material);
    }

    private void bindMap(Material material) {
        material.setTexture("ShadowMap", map);
        material.setFloat("ShadowTexel", 1f / mapBuffer.getWidth());
        material.setFloat("ShadowBias", bias);
        material.setFloat("FloorHeight", floor);
        material.setInt("ShadowTaps", mapBuffer.getWidth() > RenderQuality.LIVE.shadowMap() ? 12 : 4);
    }

    void setTheme(Theme theme) {
        boolean dark = theme == Theme.DARK;
        backdropTop.set(LinearColour.encoded(theme.backdropTop()));
        backdropBottom.set(LinearColour.encoded(theme.backdropBottom()));
        key.set(dark ? new ColorRGBA(0.86f, 0.79f, 0.69f, 1) : new ColorRGBA(0.80f, 0.76f, 0.70f, 1));
        rim.set(dark ? new ColorRGBA(0.30f, 0.44f, 0.66f, 1) : new ColorRGBA(0.22f, 0.28f, 0.36f, 1));
        sky.set(dark ? new ColorRGBA(0.25f, 0.29f, 0.35f, 1) : new ColorRGBA(0.36f, 0.39f, 0.43f, 1));
        ground.set(dark ? new ColorRGBA(0.055f, 0.062f, 0.075f, 1) : new ColorRGBA(0.20f, 0.20f, 0.21f, 1));
    }

    /** What the shadow can reach on the floor in the y-up frame: least x and z, greatest x and z. */
    Vector4f footprint() {
        return footprint;
    }

    /** Tells how high the floor is, metres. */
    void setFloor(double height) {
        floor = (float) height;
        bound.forEach(this::bindMap);
    }

    void setMapSize(int size, Renderer renderer) {
        if (size == mapBuffer.getWidth()) {
            return;
        }
        renderer.setFrameBuffer(null);
        mapBuffer.dispose();
        map.getImage().dispose();
        map = depthTexture(size);
        mapBuffer = depthBuffer(map, size);
        shadowCamera.resize(size, size, false);
        bound.forEach(this::bindMap);
    }

    private static Texture2D depthTexture(int size) {
        Texture2D texture = new Texture2D(size, size, Format.Depth24);
        texture.setMinFilter(Texture.MinFilter.BilinearNoMipMaps);
        texture.setMagFilter(Texture.MagFilter.Bilinear);
        texture.setShadowCompareMode(Texture.ShadowCompareMode.LessOrEqual);
        return texture;
    }

    private static FrameBuffer depthBuffer(Texture2D texture, int size) {
        FrameBuffer buffer = new FrameBuffer(size, size, 1);
        buffer.setDepthTarget(FrameBufferTarget.newTarget(texture));
        return buffer;
    }

    /** Draws the shadow map of all solid surfaces below a spatial, fitted to what they fill. */
    void drawShadow(RenderManager manager, Spatial casters) {
        Renderer renderer = manager.getRenderer();
        renderer.setFrameBuffer(mapBuffer);
        renderer.clearBuffers(false, true, false);
        if (!(casters.getWorldBound() instanceof BoundingBox box)) {
            shadowMatrix.zero();
            footprint.set(0, 0, 0, 0);
            return;
        }
        fit(box);
        manager.setCamera(shadowCamera, false);
        manager.setForcedTechnique("Shadow");
        casters.depthFirstTraversal(spatial -> {
            if (spatial instanceof Geometry geometry
                    && geometry.getMaterial().getMaterialDef().getTechniqueDefs("Shadow") != null) {
                manager.renderGeometry(geometry);
            }
        });
        manager.setForcedTechnique(null);
    }

    private void fit(BoundingBox box) {
        float radius = Math.max(0.05f, box.getExtent(null).length()) * 1.02f;
        shadowCamera.setFrustum(0.01f, 2 * radius + 0.02f, -radius, radius, radius, -radius);
        shadowCamera.setLocation(box.getCenter().add(TO_KEY.mult(radius + 0.01f)));
        shadowCamera.lookAtDirection(TO_KEY.negate(), Vector3f.UNIT_Y);
        shadowCamera.update();
        shadowMatrix.set(shadowCamera.getViewProjectionMatrix());
        layFootprint(box);
        bias = 2.2f * 2 * radius / mapBuffer.getWidth();
        for (Material material : bound) {
            material.setFloat("ShadowBias", bias);
        }
    }

    /** The box's corners, followed along the light to the floor. */
    private void layFootprint(BoundingBox box) {
        float low = box.getCenter().y - box.getYExtent();
        float high = box.getCenter().y + box.getYExtent();
        float softEdge = 0.02f;
        footprint.set(
                Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY);
        for (int corner = 0; corner < 8; corner++) {
            float y = Math.max(0, ((corner & 1) == 0 ? low : high) - floor);
            float x = box.getCenter().x + box.getXExtent() * ((corner & 2) == 0 ? -1 : 1) - TO_KEY.x / TO_KEY.y * y;
            float z = box.getCenter().z + box.getZExtent() * ((corner & 4) == 0 ? -1 : 1) - TO_KEY.z / TO_KEY.y * y;
            footprint.set(
                    Math.min(footprint.x, x - softEdge),
                    Math.min(footprint.y, z - softEdge),
                    Math.max(footprint.z, x + softEdge),
                    Math.max(footprint.w, z + softEdge));
        }
    }
}
