package io.sigmaprompt.workbench.viewport;

import com.jme3.asset.AssetManager;
import com.jme3.material.Material;
import com.jme3.math.ColorRGBA;
import com.jme3.math.Vector3f;
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
    private final Geometry floorGeometry;

    Studio(AssetManager assets, StudioLight light) {
        floor = new Material(assets, "io/sigmaprompt/workbench/viewport/Floor.j3md");
        floor.setColor("FloorColor", floorColour);
        floor.setColor("LineColor", lineColour);
        floor.setVector3("Centre", centre);
        look(new double[] {0, 0, 0}, 3);
        light.bind(floor);
        Material backdrop = new Material(assets, "io/sigmaprompt/workbench/viewport/Backdrop.j3md");
        light.bind(backdrop);
        floorGeometry = floorGeometry(floor);
        room.attachChild(floorGeometry);
        room.attachChild(backdropGeometry(backdrop));
    }

    Node room() {
        return room;
    }

    void setTheme(Theme theme) {
        floorColour.set(LinearColour.encoded(theme.floor()));
        lineColour.set(LinearColour.encoded(theme.floorLine()));
    }

    /** Puts the floor at a height, metres. */
    void setFloor(double height) {
        floorGeometry.setLocalTranslation(0, 0, (float) height);
    }

    /** Makes the lit part of the floor follow what is looked at: a target in the z-up world, metres. */
    void look(double[] target, double distance) {
        centre.set((float) target[0], 0, (float) -target[1]);
        floor.setFloat("Reach", (float) Math.max(2.0, 3.2 * distance));
    }

    private static Geometry floorGeometry(Material floor) {
        Mesh mesh = quad(FLOOR_EXTENT);
        mesh.setBuffer(VertexBuffer.Type.Normal, 3, new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1});
        Geometry geometry = new Geometry("floor", mesh);
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
