package io.sigmaprompt.workbench.viewport.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Material;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.assimp.AIColor4D;
import org.lwjgl.assimp.AIFace;
import org.lwjgl.assimp.AIMaterial;
import org.lwjgl.assimp.AIMatrix4x4;
import org.lwjgl.assimp.AIMesh;
import org.lwjgl.assimp.AINode;
import org.lwjgl.assimp.AIPropertyStore;
import org.lwjgl.assimp.AIScene;
import org.lwjgl.assimp.AIVector3D;
import org.lwjgl.assimp.Assimp;

/**
 * Reads Collada and Wavefront files through Assimp, as ROS reads them: a Collada file's unit counts, its up axis does
 * not (RViz keeps the file's axes whatever it says of them, and robot descriptions are written to look right in RViz).
 */
final class SceneFileReader {
    private static final int PROCESSING = Assimp.aiProcess_Triangulate
            | Assimp.aiProcess_SortByPType
            | Assimp.aiProcess_GenSmoothNormals
            | Assimp.aiProcess_JoinIdenticalVertices;

    private SceneFileReader() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws BadInputException if Assimp cannot make sense of it
     */
    static List<MeshPart> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read");
        }
        AIPropertyStore properties = Assimp.aiCreatePropertyStore();
        if (properties == null) {
            throw new IOException("Assimp gave no property store");
        }
        try {
            Assimp.aiSetImportPropertyInteger(properties, Assimp.AI_CONFIG_IMPORT_COLLADA_IGNORE_UP_DIRECTION, 1);
            AIScene scene = Assimp.aiImportFileExWithProperties(file.toString(), PROCESSING, null, properties);
            AINode root = scene == null ? null : scene.mRootNode();
            if (scene == null || root == null) {
                throw new BadInputException(
                        file.toString(),
                        "expected a mesh, found what Assimp refuses: " + Assimp.aiGetErrorString(),
                        "Export the mesh again, or as STL.");
            }
            try {
                return parts(file, scene, root);
            } finally {
                Assimp.aiReleaseImport(scene);
            }
        } finally {
            Assimp.aiReleasePropertyStore(properties);
        }
    }

    private static List<MeshPart> parts(Path file, AIScene scene, AINode root) {
        List<MeshPart> parts = new ArrayList<>();
        descend(scene, root, IDENTITY, parts);
        if (parts.isEmpty()) {
            throw new BadInputException(
                    file.toString(), "expected at least one triangle, found none", "Export the mesh again.");
        }
        return List.copyOf(parts);
    }

    private static final double[] IDENTITY = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};

    private static void descend(AIScene scene, AINode node, double[] parent, List<MeshPart> out) {
        double[] transform = multiply(parent, node.mTransformation());
        IntBuffer meshes = node.mMeshes();
        PointerBuffer all = scene.mMeshes();
        if (meshes != null && all != null) {
            for (int i = 0; i < meshes.limit(); i++) {
                AIMesh mesh = AIMesh.create(all.get(meshes.get(i)));
                if ((mesh.mPrimitiveTypes() & Assimp.aiPrimitiveType_TRIANGLE) != 0) {
                    out.add(new MeshPart(triangles(mesh, transform), material(scene, mesh)));
                }
            }
        }
        PointerBuffer children = node.mChildren();
        for (int i = 0; children != null && i < node.mNumChildren(); i++) {
            descend(scene, AINode.create(children.get(i)), transform, out);
        }
    }

    private static TriangleMesh triangles(AIMesh mesh, double[] m) {
        int vertices = mesh.mNumVertices();
        AIVector3D.Buffer p = mesh.mVertices();
        AIVector3D.Buffer n = mesh.mNormals();
        float[] positions = new float[3 * vertices];
        float[] normals = new float[3 * vertices];
        double mirror = determinant(m) < 0 ? -1 : 1;
        for (int i = 0; i < vertices; i++) {
            AIVector3D v = p.get(i);
            for (int row = 0; row < 3; row++) {
                positions[3 * i + row] =
                        (float) (m[4 * row] * v.x() + m[4 * row + 1] * v.y() + m[4 * row + 2] * v.z() + m[4 * row + 3]);
            }
            if (n != null) {
                normal(m, n.get(i), mirror, normals, 3 * i);
            }
        }
        AIFace.Buffer faces = mesh.mFaces();
        int[] indices = new int[3 * mesh.mNumFaces()];
        for (int f = 0; f < mesh.mNumFaces(); f++) {
            IntBuffer corners = faces.get(f).mIndices();
            indices[3 * f] = corners.get(0);
            indices[3 * f + 1] = corners.get(mirror < 0 ? 2 : 1);
            indices[3 * f + 2] = corners.get(mirror < 0 ? 1 : 2);
        }
        return new TriangleMesh(positions, normals, indices);
    }

    /** A normal turns with the cofactors of the linear part. */
    private static void normal(double[] m, AIVector3D n, double mirror, float[] out, int to) {
        double x = n.x() * (m[5] * m[10] - m[6] * m[9])
                + n.y() * (m[6] * m[8] - m[4] * m[10])
                + n.z() * (m[4] * m[9] - m[5] * m[8]);
        double y = n.x() * (m[2] * m[9] - m[1] * m[10])
                + n.y() * (m[0] * m[10] - m[2] * m[8])
                + n.z() * (m[1] * m[8] - m[0] * m[9]);
        double z = n.x() * (m[1] * m[6] - m[2] * m[5])
                + n.y() * (m[2] * m[4] - m[0] * m[6])
                + n.z() * (m[0] * m[5] - m[1] * m[4]);
        double length = Math.sqrt(x * x + y * y + z * z);
        double scale = length == 0 ? 0 : mirror / length;
        out[to] = (float) (x * scale);
        out[to + 1] = (float) (y * scale);
        out[to + 2] = (float) (z * scale);
    }

    private static @Nullable Material material(AIScene scene, AIMesh mesh) {
        PointerBuffer materials = scene.mMaterials();
        if (materials == null || mesh.mMaterialIndex() >= scene.mNumMaterials()) {
            return null;
        }
        AIMaterial material = AIMaterial.create(materials.get(mesh.mMaterialIndex()));
        try (AIColor4D colour = AIColor4D.calloc()) {
            int found = Assimp.aiGetMaterialColor(
                    material, Assimp.AI_MATKEY_COLOR_DIFFUSE, Assimp.aiTextureType_NONE, 0, colour);
            if (found != Assimp.aiReturn_SUCCESS) {
                return null;
            }
            return new Material("from file", unit(colour.r()), unit(colour.g()), unit(colour.b()), 1);
        }
    }

    private static double unit(float component) {
        return Math.clamp(component, 0.0, 1.0);
    }

    /** Row-major 3 x 4 matrices. */
    private static double[] multiply(double[] a, AIMatrix4x4 b) {
        double[] columns = {
            b.a1(), b.b1(), b.c1(), 0, b.a2(), b.b2(), b.c2(), 0, b.a3(), b.b3(), b.c3(), 0, b.a4(), b.b4(), b.c4(), 1
        };
        double[] out = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                double sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += a[4 * row + k] * columns[4 * column + k];
                }
                out[4 * row + column] = sum;
            }
        }
        return out;
    }

    private static double determinant(double[] m) {
        return m[0] * (m[5] * m[10] - m[6] * m[9])
                - m[1] * (m[4] * m[10] - m[6] * m[8])
                + m[2] * (m[4] * m[9] - m[5] * m[8]);
    }
}
