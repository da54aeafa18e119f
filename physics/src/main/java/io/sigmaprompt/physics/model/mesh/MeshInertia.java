package io.sigmaprompt.physics.model.mesh;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Vec3;

/** The mass, centre and tensor of what a mesh encloses, or of its skin, at a given density. */
public final class MeshInertia {
    private final TriangleMesh mesh;
    private final boolean unsigned;

    private MeshInertia(TriangleMesh mesh, boolean unsigned) {
        this.mesh = mesh;
        this.unsigned = unsigned;
    }

    /**
     * Of the volume that a closed mesh encloses, exactly: each triangle and the origin span a tetrahedron, which counts
     * negative where the triangle faces the origin (divergence theorem; Mirtich, Fast and accurate computation of
     * polyhedral mass properties, 1996; the tensor of a tetrahedron by Tonon, 2004).
     *
     * @param density kg/m³
     * @return about the centre of mass, along the mesh's axes; a negative mass where the mesh is inside out
     */
    public static Inertia ofVolume(TriangleMesh mesh, double density) {
        MeshInertia volume = new MeshInertia(mesh, false);
        return volume.about(volume.skinCentre(), density);
    }

    /**
     * As {@link #ofVolume}, but every tetrahedron counts positive, which gives too much for a mesh that is not convex;
     * MuJoCo's default.
     */
    public static Inertia ofUnsignedVolume(TriangleMesh mesh, double density) {
        MeshInertia volume = new MeshInertia(mesh, true);
        return volume.about(volume.skinCentre(), density);
    }

    /**
     * Of the triangles themselves, infinitely thin.
     *
     * @param density kg/m²
     */
    public static Inertia ofSkin(TriangleMesh mesh, double density) {
        Vec3 centre = new MeshInertia(mesh, true).skinCentre();
        Products products = new Products(centre);
        for (int t = 0; t < mesh.triangleCount(); t++) {
            double[] c = corners(mesh, t, centre);
            // A triangle's second moment is area/12 · (sum of corners' products + product of the sums).
            products.add(c, 3, density * area(c) / 12, density * area(c));
        }
        return products.inertia();
    }

    private Inertia about(Vec3 apex, double density) {
        Products first = products(apex, density);
        // With signs the apex does not matter; without, MuJoCo takes the tensor about the centre from the centre.
        return unsigned
                ? products(first.inertia().com(), density)
                        .inertiaAbout(first.inertia().com())
                : first.inertia();
    }

    private Products products(Vec3 apex, double density) {
        Products products = new Products(apex);
        for (int t = 0; t < mesh.triangleCount(); t++) {
            double[] c = corners(mesh, t, apex);
            double volume = (c[0] * (c[4] * c[8] - c[5] * c[7])
                            + c[1] * (c[5] * c[6] - c[3] * c[8])
                            + c[2] * (c[3] * c[7] - c[4] * c[6]))
                    / 6;
            double m = density * (unsigned ? Math.abs(volume) : volume);
            products.add(c, 4, m / 20, m);
        }
        return products;
    }

    private Vec3 skinCentre() {
        double[] sum = new double[3];
        double total = 0;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            double[] c = corners(mesh, t, Vec3.ZERO);
            double area = area(c);
            total += area;
            for (int k = 0; k < 3; k++) {
                sum[k] += area * (c[k] + c[3 + k] + c[6 + k]) / 3;
            }
        }
        return total == 0 ? Vec3.ZERO : new Vec3(sum[0] / total, sum[1] / total, sum[2] / total);
    }

    private static double area(double[] c) {
        double ax = c[3] - c[0];
        double ay = c[4] - c[1];
        double az = c[5] - c[2];
        double bx = c[6] - c[0];
        double by = c[7] - c[1];
        double bz = c[8] - c[2];
        return 0.5 * new Vec3(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx).norm();
    }

    /** A triangle's three corners, seen from a point. */
    private static double[] corners(TriangleMesh mesh, int triangle, Vec3 from) {
        double[] c = new double[9];
        for (int k = 0; k < 3; k++) {
            int v = 3 * mesh.triangles()[3 * triangle + k];
            c[3 * k] = mesh.vertices()[v] - from.x();
            c[3 * k + 1] = mesh.vertices()[v + 1] - from.y();
            c[3 * k + 2] = mesh.vertices()[v + 2] - from.z();
        }
        return c;
    }

    /** Sums of mass, first and second moments about a point. */
    private static final class Products {
        private final Vec3 point;
        private double mass;
        private final double[] first = new double[3];
        private final double[] second = new double[9];

        Products(Vec3 point) {
            this.point = point;
        }

        /** A simplex of {@code corners} corners, of which those beyond the three given are at the point. */
        void add(double[] c, int corners, double factor, double m) {
            mass += m;
            for (int i = 0; i < 3; i++) {
                double si = c[i] + c[3 + i] + c[6 + i];
                first[i] += m * si / corners;
                for (int j = i; j < 3; j++) {
                    double sj = c[j] + c[3 + j] + c[6 + j];
                    second[3 * i + j] += factor * (c[i] * c[j] + c[3 + i] * c[3 + j] + c[6 + i] * c[6 + j] + si * sj);
                }
            }
        }

        Inertia inertia() {
            double x = mass == 0 ? 0 : first[0] / mass;
            double y = mass == 0 ? 0 : first[1] / mass;
            double z = mass == 0 ? 0 : first[2] / mass;
            return tensor(new Vec3(point.x() + x, point.y() + y, point.z() + z), x, y, z);
        }

        /** The tensor as it is about the point, taken as that about the centre. */
        Inertia inertiaAbout(Vec3 centre) {
            return tensor(centre, 0, 0, 0);
        }

        private Inertia tensor(Vec3 com, double x, double y, double z) {
            double xx = second[0] - mass * x * x;
            double yy = second[4] - mass * y * y;
            double zz = second[8] - mass * z * z;
            return new Inertia(
                    mass,
                    com,
                    yy + zz,
                    mass * x * y - second[1],
                    mass * x * z - second[2],
                    xx + zz,
                    mass * y * z - second[5],
                    xx + yy);
        }
    }
}
