package io.sigmaprompt.workbench.viewport;

import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;
import com.jme3.scene.Mesh;
import com.jme3.scene.Spatial;
import com.jme3.scene.VertexBuffer;
import io.sigmaprompt.workbench.viewport.mesh.TriangleMesh;

/** Our meshes and poses in jMonkeyEngine's types. */
final class JmeMesh {
    private JmeMesh() {}

    static Mesh triangles(TriangleMesh triangles) {
        Mesh mesh = new Mesh();
        mesh.setBuffer(VertexBuffer.Type.Position, 3, triangles.positions());
        mesh.setBuffer(VertexBuffer.Type.Normal, 3, triangles.normals());
        mesh.setBuffer(VertexBuffer.Type.Index, 3, triangles.indices());
        mesh.setStatic();
        mesh.updateBound();
        return mesh;
    }

    /** The twelve edges of a cube about the origin. */
    static Mesh cubeEdges(float edge) {
        float h = edge / 2;
        float[] corners = new float[24];
        for (int i = 0; i < 8; i++) {
            corners[3 * i] = (i & 1) == 0 ? -h : h;
            corners[3 * i + 1] = (i & 2) == 0 ? -h : h;
            corners[3 * i + 2] = (i & 4) == 0 ? -h : h;
        }
        int[] lines = {0, 1, 2, 3, 4, 5, 6, 7, 0, 2, 1, 3, 4, 6, 5, 7, 0, 4, 1, 5, 2, 6, 3, 7};
        Mesh mesh = new Mesh();
        mesh.setMode(Mesh.Mode.Lines);
        mesh.setBuffer(VertexBuffer.Type.Position, 3, corners);
        mesh.setBuffer(VertexBuffer.Type.Index, 2, lines);
        mesh.updateBound();
        return mesh;
    }

    /** Places a spatial at seven numbers (x, y, z, qx, qy, qz, qw) in its parent's frame. */
    static void place(Spatial spatial, double[] poses, int at) {
        spatial.setLocalTranslation(new Vector3f((float) poses[at], (float) poses[at + 1], (float) poses[at + 2]));
        spatial.setLocalRotation(new Quaternion(
                        (float) poses[at + 3], (float) poses[at + 4], (float) poses[at + 5], (float) poses[at + 6])
                .normalizeLocal());
    }
}
