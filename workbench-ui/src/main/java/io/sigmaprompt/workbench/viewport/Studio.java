package io.sigmaprompt.workbench.viewport;

import com.jme3.asset.AssetManager;
import com.jme3.material.Material;
import com.jme3.math.ColorRGBA;
import com.jme3.math.Vector3f;
import com.jme3.math.Vector4f;
import com.jme3.renderer.queue.RenderQueue.Bucket;
import com.jme3.scene.Geometry;
import com.jme3.scene.Mesh;
import com.jme3.scene.Node;
import com.jme3.scene.Spatial;
import com.jme3.scene.VertexBuffer;
import io.sigmaprompt.workbench.theme.Theme;

/** What a robot stands in: a slate floor with a grid that fades, before a quiet backdrop. Drawing thread only. */
final class Studio {
    private static final float FLOOR_EXTENT = 1000;

    private final Node room = new Node("studio");
    private final ColorRGBA floorColour = new ColorRGBA();
    private final ColorRGBA lineColour = new ColorRGBA();
    private final Vector3f centre = new Vector3f();
    private final Material floor;
    private final Material shadowedFloor;
    private final Geometry floorGeometry;
    private final Geometry shadowedGeometry;
    private float height;

    Studio(AssetManager assets, StudioLight light) {
        floor = floorMaterial(assets, light);
        shadowedFloor = floorMaterial(assets, light);
        shadowedFloor.setBoolean("InShadow", true);
        // The patch lies on the floor, and wins.
        shadowedFloor.getAdditionalRenderState().setPolyOffset(-1, -2);
        look(new double[] {0, 0, 0}, 3);
        Material backdrop = new Material(assets, "io/sigmaprompt/workbench/viewport/Backdrop.j3md");
        light.bind(backdrop);
        floorGeometry = floorGeometry("floor", FLOOR_EXTENT, floor);
        shadowedGeometry = floorGeometry("floor in shadow", 0.5f, shadowedFloor);
        // There is nothing to throw a shadow yet.
        shadowedGeometry.setCullHint(Spatial.CullHint.Always);
        room.attachChild(floorGeometry);
        room.attachChild(shadowedGeometry);
        room.attachChild(backdropGeometry(backdrop));
    }

    private Material floorMaterial(AssetManager assets, StudioLight light) {
        Material material = new Material(assets, "io/sigmaprompt/workbench/viewport/Floor.j3md");
        material.setColor("FloorColor", floorColour);
        material.setColor("LineColor", lineColour);
        material.setVector3("Centre", centre);
        light.bind(material);
        return material;
    }

    Node room() {
        return room;
    }

    void setTheme(Theme theme) {
        floorColour.set(LinearColour.encoded(theme.floor()));
        lineColour.set(LinearColour.encoded(theme.floorLine()));
    }

    /** Puts the floor at a height, metres. */
    void setFloor(double metres) {
        height = (float) metres;
        floorGeometry.setLocalTranslation(0, 0, height);
    }

    /** Makes the lit part of the floor follow what is looked at: a target in the z-up world, metres. */
    void look(double[] target, double distance) {
        centre.set((float) target[0], 0, (float) -target[1]);
        float reach = (float) Math.max(2.0, 3.2 * distance);
        floor.setFloat("Reach", reach);
        shadowedFloor.setFloat("Reach", reach);
    }

    /** Lays the patch of floor that is looked up in the shadow map: least x and z, greatest x and z, y up. */
    void layShadow(Vector4f footprint) {
        shadowedGeometry.setCullHint(Spatial.CullHint.Inherit);
        shadowedGeometry.setLocalTranslation(
                0.5f * (footprint.x + footprint.z), -0.5f * (footprint.y + footprint.w), height);
        shadowedGeometry.setLocalScale(
                Math.max(1e-3f, footprint.z - footprint.x), Math.max(1e-3f, footprint.w - footprint.y), 1);
    }

    private static Geometry floorGeometry(String name, float half, Material floor) {
        Mesh mesh = quad(half);
        mesh.setBuffer(VertexBuffer.Type.Normal, 3, new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1});
        Geometry geometry = new Geometry(name, mesh);
        geometry.setMaterial(floor);
        return geometry;
    }

    private static Geometry backdropGeometry(Material material) {
        Geometry geometry = new Geometry("backdrop", quad(1));
        geometry.setMaterial(material);
        geometry.setQueueBucket(Bucket.Sky);
        geometry.setCullHint(Spatial.CullHint.Never);
        return geometry;
    }

    private static Mesh quad(float half) {
        Mesh mesh = new Mesh();
        mesh.setBuffer(VertexBuffer.Type.Position, 3, new float[] {
            -half, -half, 0, half, -half, 0, half, half, 0, -half, half, 0
        });
        mesh.setBuffer(VertexBuffer.Type.Index, 3, new int[] {0, 1, 2, 0, 2, 3});
        mesh.updateBound();
        return mesh;
    }
}
