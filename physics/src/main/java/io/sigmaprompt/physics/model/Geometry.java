package io.sigmaprompt.physics.model;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shape in its own frame, metres. */
public sealed interface Geometry {
    /** A box centred on its frame, with full edge lengths. */
    record Box(double x, double y, double z) implements Geometry {}

    /** A cylinder along z, centred. */
    record Cylinder(double radius, double length) implements Geometry {}

    /** A capsule along z, centred; {@code length} is that of the cylindrical part. */
    record Capsule(double radius, double length) implements Geometry {}

    record Sphere(double radius) implements Geometry {}

    /** An ellipsoid centred on its frame, by its half axes. */
    record Ellipsoid(double x, double y, double z) implements Geometry {}

    /**
     * The plane z = 0; what is below it is solid.
     *
     * @param halfX half of what is drawn of it along x; 0 for without end. It touches everywhere.
     * @param halfY half of what is drawn of it along y; 0 for without end
     */
    record Plane(double halfX, double halfY) implements Geometry {}

    /**
     * Ground whose height is given over a rectangle centred on its frame.
     *
     * @param file image or table that holds the heights, or null where {@code heights} does or nobody has it
     * @param halfX half of its extent along x
     * @param halfY half of its extent along y
     * @param top height, z, of the highest point; the lowest is at z = 0
     * @param bottom thickness below z = 0
     * @param rows of {@code heights}, along y, the first at -halfY
     * @param columns of {@code heights}, along x
     * @param heights row by row; any scale, since they are stretched to 0 … top
     */
    record HeightField(
            String name,
            @Nullable Path file,
            double halfX,
            double halfY,
            double top,
            double bottom,
            int rows,
            int columns,
            List<Double> heights)
            implements Geometry {
        public HeightField {
            heights = List.copyOf(heights);
        }
    }

    /**
     * A mesh from a file.
     *
     * @param uri as the model writes it
     * @param file where it was found, or null where nobody has it
     * @param scale factor along each axis
     */
    record Mesh(String uri, @Nullable Path file, Vec3 scale) implements Geometry {}

    /** A mesh that the description itself holds. */
    record Polyhedron(String name, TriangleMesh mesh) implements Geometry {}
}
