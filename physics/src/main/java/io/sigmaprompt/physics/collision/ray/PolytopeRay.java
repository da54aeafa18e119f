package io.sigmaprompt.physics.collision.ray;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.Arrays;

/** A convex solid with flat faces: what lies below all of their planes. */
public final class PolytopeRay implements RayTarget {
    /** Normals and offsets of the faces, 4 a face. */
    private final double[] planes;

    private final RayInterval interval = new RayInterval();

    private PolytopeRay(double[] planes) {
        this.planes = planes;
    }

    /** A box centred on its frame, by its edges. */
    static PolytopeRay box(double x, double y, double z) {
        return new PolytopeRay(new double[] {
            1, 0, 0, 0.5 * x, -1, 0, 0, 0.5 * x, 0, 1, 0, 0.5 * y, 0, -1, 0, 0.5 * y, 0, 0, 1, 0.5 * z, 0, 0, -1,
            0.5 * z
        });
    }

    /** A convex mesh. */
    public static PolytopeRay of(TriangleMesh hull) {
        double[] planes = new double[4 * hull.triangleCount()];
        int count = 0;
        for (int t = 0; t < hull.triangleCount(); t++) {
            double[] c = new double[9];
            for (int k = 0; k < 9; k++) {
                c[k] = hull.vertices()[3 * hull.triangles()[3 * t + k / 3] + k % 3];
            }
            double ux = c[3] - c[0];
            double uy = c[4] - c[1];
            double uz = c[5] - c[2];
            double vx = c[6] - c[0];
            double vy = c[7] - c[1];
            double vz = c[8] - c[2];
            double nx = uy * vz - uz * vy;
            double ny = uz * vx - ux * vz;
            double nz = ux * vy - uy * vx;
            double norm = Math.sqrt(nx * nx + ny * ny + nz * nz);
            if (norm > 0) {
                planes[4 * count] = nx / norm;
                planes[4 * count + 1] = ny / norm;
                planes[4 * count + 2] = nz / norm;
                planes[4 * count + 3] = (nx * c[0] + ny * c[1] + nz * c[2]) / norm;
                count++;
            }
        }
        return new PolytopeRay(Arrays.copyOf(planes, 4 * count));
    }

    @Override
    public double hit(double[] ray, double most, double[] normal) {
        interval.clear();
        for (int i = 0; i < planes.length && !interval.isEmpty(); i += 4) {
            interval.cutByPlane(ray, planes[i], planes[i + 1], planes[i + 2], planes[i + 3]);
        }
        return interval.hit(most, normal);
    }
}
