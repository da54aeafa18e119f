package io.sigmaprompt.physics.collision.shape;

import io.sigmaprompt.physics.model.mesh.ConvexHull;

/** The convex hull of points, with its polygons; metres. */
public final class HullShape extends ConvexShape {
    /** So many vertices are looked through faster than climbed over. */
    private static final int FEW = 20;

    private final double[] vertices;
    private final HullFaces faces;
    /** The vertices farthest along +x, -x, +y, -y, +z, -z: where climbing starts. */
    private final int[] extremes = new int[6];

    private HullShape(HullFaces faces) {
        this.vertices = faces.vertices();
        this.faces = faces;
        for (int k = 0; k < 6; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            for (int i = 1; i < vertices.length / 3; i++) {
                if (sign * vertices[3 * i + k / 2] > sign * vertices[3 * extremes[k] + k / 2]) {
                    extremes[k] = i;
                }
            }
        }
    }

    /**
     * The hull of a cloud of points.
     *
     * @param points 3 numbers a point; none need be a corner of the hull
     * @throws IllegalArgumentException if all points lie in one plane
     */
    public static HullShape of(double[] points) {
        return new HullShape(new HullFaces(ConvexHull.of(points)));
    }

    public int vertexCount() {
        return vertices.length / 3;
    }

    public int faceCount() {
        return faces.count();
    }

    @Override
    public double radius() {
        return 0;
    }

    @Override
    public void support(double x, double y, double z, double[] out, int o) {
        System.arraycopy(vertices, 3 * farthest(x, y, z), out, o, 3);
    }

    private double along(int vertex, double x, double y, double z) {
        return x * vertices[3 * vertex] + y * vertices[3 * vertex + 1] + z * vertices[3 * vertex + 2];
    }

    private int farthest(double x, double y, double z) {
        if (vertices.length <= 3 * FEW) {
            int best = 0;
            double most = along(0, x, y, z);
            for (int i = 1; i < vertices.length / 3; i++) {
                double reach = along(i, x, y, z);
                if (reach > most) {
                    most = reach;
                    best = i;
                }
            }
            return best;
        }
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double az = Math.abs(z);
        int start = ax >= ay && ax >= az ? x < 0 ? 1 : 0 : ay >= az ? y < 0 ? 3 : 2 : z < 0 ? 5 : 4;
        int best = extremes[start];
        double most = along(best, x, y, z);
        while (true) {
            int from = best;
            for (int k = faces.firstNeighbour(from); k < faces.firstNeighbour(from + 1); k++) {
                double reach = along(faces.neighbour(k), x, y, z);
                if (reach > most) {
                    most = reach;
                    best = faces.neighbour(k);
                }
            }
            if (best == from) {
                return best;
            }
        }
    }

    @Override
    public int supportingFace(double x, double y, double z, double[] out) {
        return faces.facing(farthest(x, y, z), x, y, z, out);
    }

    @Override
    public int faceSize() {
        return faces.largest();
    }

    @Override
    public void bounds(double[] lower, double[] upper) {
        for (int k = 0; k < 3; k++) {
            upper[k] = vertices[3 * extremes[2 * k] + k];
            lower[k] = vertices[3 * extremes[2 * k + 1] + k];
        }
    }
}
