package io.sigmaprompt.physics.model;

import java.nio.file.Path;
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

    /**
     * A mesh from a file.
     *
     * @param uri as the model writes it
     * @param file where it was found, or null where nobody has it
     * @param scale factor along each axis
     */
    record Mesh(String uri, @Nullable Path file, Vec3 scale) implements Geometry {}
}
