package io.sigmaprompt.physics.model.mesh;

/**
 * Vertices and the triangles between them; counter-clockwise seen from outside. The arrays are the caller's from the
 * moment of construction and must not change.
 *
 * @param vertices 3 a vertex, metres
 * @param triangles 3 indices of vertices a triangle
 */
public record TriangleMesh(double[] vertices, int[] triangles) {
    /**
     * A mesh of these parts.
     *
     * @throws IllegalArgumentException if a length is no multiple of three or an index names no vertex
     */
    public TriangleMesh {
        if (vertices.length % 3 != 0 || triangles.length % 3 != 0) {
            throw new IllegalArgumentException(
                    "vertices and triangles come in threes, found " + vertices.length + " and " + triangles.length);
        }
        for (int index : triangles) {
            if (index < 0 || index >= vertices.length / 3) {
                throw new IllegalArgumentException("a triangle names vertex " + index + " of " + vertices.length / 3);
            }
        }
    }

    public int vertexCount() {
        return vertices.length / 3;
    }

    public int triangleCount() {
        return triangles.length / 3;
    }

    /** The mesh stretched along its axes; a mirrored one is turned inside out again. */
    public TriangleMesh scaled(double x, double y, double z) {
        double[] stretched = vertices.clone();
        for (int i = 0; i < stretched.length; i += 3) {
            stretched[i] *= x;
            stretched[i + 1] *= y;
            stretched[i + 2] *= z;
        }
        int[] faces = triangles;
        if (x * y * z < 0) {
            faces = triangles.clone();
            for (int i = 0; i < faces.length; i += 3) {
                faces[i + 1] = triangles[i + 2];
                faces[i + 2] = triangles[i + 1];
            }
        }
        return new TriangleMesh(stretched, faces);
    }
}
