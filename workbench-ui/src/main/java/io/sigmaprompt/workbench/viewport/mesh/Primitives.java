package io.sigmaprompt.workbench.viewport.mesh;

/**
 * The shapes that a robot description builds from, with edges rounded by a few millimetres: a rounded edge catches the
 * light, and that is what makes a plain box look made. Everything stays within the exact shape's bounds.
 */
public final class Primitives {
    private static final int SIDES = 48;
    private static final int BEVEL_STEPS = 4;
    /** Of the smallest half extent; and never more than this many metres. */
    private static final double BEVEL_SHARE = 0.22;

    private static final double BEVEL_LIMIT = 0.008;

    private Primitives() {}

    /** A box centred on its frame, with full edge lengths in metres. */
    public static TriangleMesh box(double x, double y, double z) {
        return RoundedBox.mesh(x / 2, y / 2, z / 2, bevel(Math.min(x, Math.min(y, z)) / 2), BEVEL_STEPS);
    }

    /** A cylinder along z, centred. */
    public static TriangleMesh cylinder(double radius, double length) {
        double half = length / 2;
        double bevel = bevel(Math.min(radius, half));
        LatheProfile profile = new LatheProfile();
        profile.point(0, -half, 0, -1).point(radius - bevel, -half, 0, -1);
        profile.arc(radius - bevel, -half + bevel, bevel, -90, 0, BEVEL_STEPS);
        profile.arc(radius - bevel, half - bevel, bevel, 0, 90, BEVEL_STEPS);
        profile.point(radius - bevel, half, 0, 1).point(0, half, 0, 1);
        return profile.revolve(SIDES);
    }

    /** A capsule along z, centred; {@code length} is that of the cylindrical part. */
    public static TriangleMesh capsule(double radius, double length) {
        LatheProfile profile = new LatheProfile();
        profile.arc(0, -length / 2, radius, -90, 0, 12);
        profile.arc(0, length / 2, radius, 0, 90, 12);
        return profile.revolve(SIDES);
    }

    /** A sphere centred on its frame. */
    public static TriangleMesh sphere(double radius) {
        LatheProfile profile = new LatheProfile();
        profile.arc(0, 0, radius, -90, 90, 24);
        return profile.revolve(SIDES);
    }

    /** A rectangle in the plane z = 0, by its half edges; it is seen from above. */
    public static TriangleMesh plane(double halfX, double halfY) {
        float x = (float) halfX;
        float y = (float) halfY;
        float[] positions = {-x, -y, 0, x, -y, 0, x, y, 0, -x, y, 0};
        float[] normals = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1};
        return new TriangleMesh(positions, normals, new int[] {0, 1, 2, 0, 2, 3});
    }

    /** A solid by its triangles: three corners each, counter-clockwise seen from outside; 9 numbers a triangle. */
    public static TriangleMesh polyhedron(float[] corners) {
        return CreaseNormals.mesh(corners);
    }

    private static double bevel(double halfExtent) {
        return Math.min(BEVEL_LIMIT, BEVEL_SHARE * halfExtent);
    }
}
