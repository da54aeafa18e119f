package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Vec3;

/** Volumes and tensors of the simple bodies (Meriam, Kraige, Dynamics, 2012, table D/4). */
final class Solid {
    private Solid() {}

    /** At a density of one, in the geometry's frame; zero for what has no volume. */
    static Inertia of(Geometry geometry) {
        return switch (geometry) {
            case Geometry.Sphere s -> ellipsoid(s.radius(), s.radius(), s.radius());
            case Geometry.Ellipsoid e -> ellipsoid(e.x(), e.y(), e.z());
            case Geometry.Box b -> {
                double m = b.x() * b.y() * b.z();
                yield diagonal(
                        m,
                        m / 12 * (b.y() * b.y() + b.z() * b.z()),
                        m / 12 * (b.x() * b.x() + b.z() * b.z()),
                        m / 12 * (b.x() * b.x() + b.y() * b.y()));
            }
            case Geometry.Cylinder c -> cylinder(c.radius(), c.length());
            case Geometry.Capsule c -> capsule(c.radius(), c.length());
            case Geometry.Plane plane -> Inertia.ZERO;
            case Geometry.HeightField field -> Inertia.ZERO;
            case Geometry.Mesh mesh -> throw new IllegalArgumentException("a mesh is no simple body: " + mesh);
            case Geometry.Polyhedron mesh -> throw new IllegalArgumentException("a mesh is no simple body: " + mesh);
        };
    }

    private static Inertia ellipsoid(double x, double y, double z) {
        double m = 4.0 / 3.0 * Math.PI * x * y * z;
        return diagonal(m, m / 5 * (y * y + z * z), m / 5 * (x * x + z * z), m / 5 * (x * x + y * y));
    }

    private static Inertia cylinder(double r, double length) {
        double m = Math.PI * r * r * length;
        double across = m / 12 * (3 * r * r + length * length);
        return diagonal(m, across, across, 0.5 * m * r * r);
    }

    /** A cylinder and two half balls, whose centres lie 3/8 r beyond its ends. */
    private static Inertia capsule(double r, double length) {
        Inertia middle = cylinder(r, length);
        double m = 4.0 / 3.0 * Math.PI * r * r * r;
        double along = 0.4 * m * r * r;
        double arm = 0.5 * length;
        double across = along + m * arm * arm + 0.75 * m * r * arm;
        return diagonal(middle.mass() + m, middle.ixx() + across, middle.iyy() + across, middle.izz() + along);
    }

    private static Inertia diagonal(double m, double xx, double yy, double zz) {
        return new Inertia(m, Vec3.ZERO, xx, 0, 0, yy, 0, zz);
    }
}
