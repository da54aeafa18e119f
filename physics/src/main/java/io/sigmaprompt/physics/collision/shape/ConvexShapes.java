package io.sigmaprompt.physics.collision.shape;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.mesh.MeshReader;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;

/** The convex solids that descriptions name. */
public final class ConvexShapes {
    private ConvexShapes() {}

    /**
     * The solid of a description; of a mesh, its convex hull.
     *
     * @throws BadInputException if a mesh is missing or flat, or a plane or a height field is asked for, which no convex
     *     shape stands for
     */
    public static ConvexShape of(Geometry geometry) {
        return switch (geometry) {
            case Geometry.Box box -> new BoxShape(box.x(), box.y(), box.z());
            case Geometry.Cylinder cylinder -> new CylinderShape(cylinder.radius(), cylinder.length());
            case Geometry.Capsule capsule -> new CapsuleShape(capsule.radius(), capsule.length());
            case Geometry.Sphere sphere -> new SphereShape(sphere.radius());
            case Geometry.Ellipsoid ellipsoid -> new EllipsoidShape(ellipsoid.x(), ellipsoid.y(), ellipsoid.z());
            case Geometry.Mesh mesh -> hull(mesh.uri(), read(mesh));
            case Geometry.Polyhedron polyhedron -> hull(polyhedron.name(), polyhedron.mesh());
            case Geometry.Plane plane ->
                throw new BadInputException(
                        plane.toString(), "a plane is no convex solid", "Let it touch as a half space");
            case Geometry.HeightField field ->
                throw new BadInputException(
                        field.name(), "a height field is no convex solid", "Let it touch triangle by triangle");
        };
    }

    private static TriangleMesh read(Geometry.Mesh mesh) {
        if (mesh.file() == null) {
            throw new BadInputException(
                    mesh.uri(), "the mesh was not found, so nothing can touch it", "Check the path and the packages");
        }
        return MeshReader.read(mesh.file())
                .scaled(mesh.scale().x(), mesh.scale().y(), mesh.scale().z());
    }

    private static HullShape hull(String name, TriangleMesh mesh) {
        for (double coordinate : mesh.vertices()) {
            if (!Double.isFinite(coordinate)) {
                throw new BadInputException(
                        name, "the mesh has a vertex at " + coordinate, "Export the mesh anew, without such vertices");
            }
        }
        try {
            return HullShape.of(mesh.vertices());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    name,
                    "the mesh has no convex hull: " + e.getMessage(),
                    "Give it a thickness, or use a box or a plane in its place");
        }
    }
}
