package io.sigmaprompt.physics.collision.solid;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.mesh.DecompositionCache;
import io.sigmaprompt.physics.collision.mesh.HeightGrid;
import io.sigmaprompt.physics.collision.mesh.HeightGridRay;
import io.sigmaprompt.physics.collision.mesh.MeshCheck;
import io.sigmaprompt.physics.collision.mesh.TriangleTree;
import io.sigmaprompt.physics.collision.ray.PolytopeRay;
import io.sigmaprompt.physics.collision.ray.RayTarget;
import io.sigmaprompt.physics.collision.ray.RayTargets;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.ConvexShapes;
import io.sigmaprompt.physics.collision.shape.HullShape;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.mesh.MeshReader;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes of colliders' geometries what touches and what rays meet; reads each mesh file once. */
public final class SolidReader {
    /** What the hull of a part may enclose beyond the part, of the mesh's volume. */
    private static final double EXCESS = 0.01;

    private static final int MOST_PARTS = 32;

    private final Map<String, TriangleMesh> files = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    /** What touches, and what rays meet. */
    public record Made(Solid solid, RayTarget target) {}

    /** What was found odd and mended. */
    public List<String> warnings() {
        return warnings;
    }

    public Made read(Collider collider) {
        return switch (collider.geometry()) {
            case Geometry.Plane plane -> new Made(new PlaneSolid(), RayTargets.of(plane));
            case Geometry.HeightField field -> field(field, collider);
            case Geometry.Mesh mesh -> mesh(load(mesh, place(collider)), collider);
            case Geometry.Polyhedron polyhedron -> mesh(polyhedron.mesh(), collider);
            case Geometry.Box box -> convex(box);
            case Geometry.Sphere sphere -> convex(sphere);
            case Geometry.Capsule capsule -> convex(capsule);
            case Geometry.Cylinder cylinder -> convex(cylinder);
            case Geometry.Ellipsoid ellipsoid -> convex(ellipsoid);
        };
    }

    private static Made convex(Geometry geometry) {
        return new Made(new ConvexSolid(ConvexShapes.of(geometry)), RayTargets.of(geometry));
    }

    private static Made field(Geometry.HeightField field, Collider collider) {
        HeightGrid grid = new HeightGrid(field, place(collider));
        return new Made(new FieldSkin(grid), new HeightGridRay(grid));
    }

    private TriangleMesh load(Geometry.Mesh mesh, String place) {
        if (mesh.file() == null) {
            throw new BadInputException(
                    place, "the mesh '" + mesh.uri() + "' was not found", "Check the path and the package it is in");
        }
        TriangleMesh read = files.computeIfAbsent(mesh.file().toString(), name -> MeshReader.read(Path.of(name)));
        return read.scaled(mesh.scale().x(), mesh.scale().y(), mesh.scale().z());
    }

    private Made mesh(TriangleMesh raw, Collider collider) {
        String place = place(collider);
        MeshCheck check = MeshCheck.of(raw, place);
        warnings.addAll(check.warnings());
        return switch (collider.treatment()) {
            case TRIANGLES -> skin(check, collider);
            case HULL -> hull(check, collider);
            case PARTS -> parts(check, collider);
            case USUAL -> collider.moves() || check.convex() ? hull(check, collider) : skin(check, collider);
        };
    }

    private static Made skin(MeshCheck check, Collider collider) {
        // Only what moves can meet planes and other skins, which it does by its hull.
        ConvexSolid hull = collider.moves()
                ? new ConvexSolid(HullShape.of(check.hull(place(collider)).vertices()))
                : null;
        MeshSkin skin = new MeshSkin(check.mesh(), hull);
        return new Made(skin, skin.tree);
    }

    private static Made hull(MeshCheck check, Collider collider) {
        TriangleMesh hull = check.hull(place(collider));
        return new Made(new ConvexSolid(HullShape.of(hull.vertices())), PolytopeRay.of(hull));
    }

    private static Made parts(MeshCheck check, Collider collider) {
        String place = place(collider);
        if (!check.closed()) {
            throw new BadInputException(
                    place,
                    "the mesh is not closed: it encloses nothing that could be cut into convex parts",
                    "Close its holes, or take it by its hull or its triangles");
        }
        // A flat mesh is told as one.
        TriangleMesh hull = check.hull(place);
        List<TriangleMesh> parts =
                check.convex() ? List.of(hull) : DecompositionCache.of(check.mesh(), EXCESS, MOST_PARTS);
        ConvexShape[] shapes = new ConvexShape[parts.size()];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = HullShape.of(parts.get(i).vertices());
        }
        return new Made(new ConvexSolid(shapes), new TriangleTree(check.mesh()));
    }

    private static String place(Collider collider) {
        return switch (collider.geometry()) {
            case Geometry.Mesh mesh when mesh.file() != null -> mesh.file().toString();
            default -> "shape '" + collider.name() + "'";
        };
    }
}
