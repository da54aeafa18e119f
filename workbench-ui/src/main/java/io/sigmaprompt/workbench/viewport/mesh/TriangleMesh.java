package io.sigmaprompt.workbench.viewport.mesh;

/**
 * Triangles with a normal at each corner, in the frame of the geometry they belong to.
 *
 * @param positions 3 x vertices, metres
 * @param normals 3 x vertices, unit length
 * @param indices 3 x triangles, counter-clockwise seen from outside
 */
public record TriangleMesh(float[] positions, float[] normals, int[] indices) {
    public TriangleMesh {
        if (positions.length != normals.length || positions.length % 3 != 0 || indices.length % 3 != 0) {
            throw new IllegalArgumentException("a mesh of " + positions.length + " position entries, " + normals.length
                    + " normal entries and " + indices.length + " indices");
        }
    }

    public int triangles() {
        return indices.length / 3;
    }

    /** This mesh with each axis multiplied; a mirroring scale turns the triangles round so that they still face out. */
    public TriangleMesh scaled(double x, double y, double z) {
        float[] p = new float[positions.length];
        float[] n = new float[normals.length];
        for (int i = 0; i < p.length; i += 3) {
            p[i] = (float) (positions[i] * x);
            p[i + 1] = (float) (positions[i + 1] * y);
            p[i + 2] = (float) (positions[i + 2] * z);
            // A normal goes with the inverse transpose, here the cofactors: no division, so a flattening scale is fine.
            double nx = normals[i] * y * z;
            double ny = normals[i + 1] * x * z;
            double nz = normals[i + 2] * x * y;
            double length = Math.sqrt(nx * nx + ny * ny + nz * nz) * (x * y * z < 0 ? -1 : 1);
            double inverse = length == 0 ? 0 : 1 / length;
            n[i] = (float) (nx * inverse);
            n[i + 1] = (float) (ny * inverse);
            n[i + 2] = (float) (nz * inverse);
        }
        int[] index = indices.clone();
        if (x * y * z < 0) {
            for (int i = 0; i < index.length; i += 3) {
                int swap = index[i + 1];
                index[i + 1] = index[i + 2];
                index[i + 2] = swap;
            }
        }
        return new TriangleMesh(p, n, index);
    }

    /** The least box along the axes that holds every vertex: (minX, minY, minZ, maxX, maxY, maxZ), metres. */
    public double[] bounds() {
        double[] box = {
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < positions.length; i++) {
            int axis = i % 3;
            box[axis] = Math.min(box[axis], positions[i]);
            box[axis + 3] = Math.max(box[axis + 3], positions[i]);
        }
        return box;
    }
}
