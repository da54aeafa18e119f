package io.sigmaprompt.physics.collision.ray;

import io.sigmaprompt.physics.model.Geometry;

/** The targets that simple shapes are. */
public final class RayTargets {
    private RayTargets() {}

    /**
     * The target that a shape is.
     *
     * @throws IllegalArgumentException for meshes and height fields, whose triangles need be read first
     */
    public static RayTarget of(Geometry geometry) {
        return switch (geometry) {
            case Geometry.Plane plane -> new PlaneRay();
            case Geometry.Sphere(double r) -> new EllipsoidRay(r, r, r);
            case Geometry.Ellipsoid(double x, double y, double z) -> new EllipsoidRay(x, y, z);
            case Geometry.Box(double x, double y, double z) -> PolytopeRay.box(x, y, z);
            case Geometry.Cylinder(double r, double length) -> new CylinderRay(r, length, false);
            case Geometry.Capsule(double r, double length) -> new CylinderRay(r, length, true);
            case Geometry.Mesh mesh -> throw notSimple(mesh.uri());
            case Geometry.Polyhedron mesh -> throw notSimple(mesh.name());
            case Geometry.HeightField field -> throw notSimple(field.name());
        };
    }

    private static IllegalArgumentException notSimple(String name) {
        return new IllegalArgumentException("'" + name + "' is no simple shape");
    }
}
