package io.sigmaprompt.workbench.viewport.mesh;

import java.util.ArrayList;
import java.util.List;

/** An outline in the half plane (radius, z), from bottom to top, that is turned about z into a solid. */
final class LatheProfile {
    private record Corner(double radius, double z, double normalRadius, double normalZ) {}

    private final List<Corner> corners = new ArrayList<>();

    /** Adds a corner with its outward normal. */
    LatheProfile point(double radius, double z, double normalRadius, double normalZ) {
        corners.add(new Corner(radius, z, normalRadius, normalZ));
        return this;
    }

    /** Adds a rounded edge about a centre, angles in degrees from the radius axis towards z. */
    void arc(double radius, double z, double curvature, double fromDegrees, double toDegrees, int steps) {
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(fromDegrees + (toDegrees - fromDegrees) * i / steps);
            double c = Math.max(0, StrictMath.cos(angle));
            double s = StrictMath.sin(angle);
            point(radius + curvature * c, z + curvature * s, c, s);
        }
    }

    /** The solid of this outline, of that many sides. */
    TriangleMesh revolve(int sides) {
        int columns = sides + 1;
        int rows = corners.size();
        float[] positions = new float[3 * rows * columns];
        float[] normals = new float[3 * rows * columns];
        for (int row = 0; row < rows; row++) {
            Corner corner = corners.get(row);
            for (int column = 0; column < columns; column++) {
                double angle = 2 * Math.PI * (column % sides) / sides;
                double c = StrictMath.cos(angle);
                double s = StrictMath.sin(angle);
                int at = 3 * (row * columns + column);
                positions[at] = (float) (corner.radius * c);
                positions[at + 1] = (float) (corner.radius * s);
                positions[at + 2] = (float) corner.z;
                normals[at] = (float) (corner.normalRadius * c);
                normals[at + 1] = (float) (corner.normalRadius * s);
                normals[at + 2] = (float) corner.normalZ;
            }
        }
        int[] indices = new int[6 * (rows - 1) * sides];
        int next = 0;
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column < sides; column++) {
                int a = row * columns + column;
                int b = a + columns;
                indices[next++] = a;
                indices[next++] = a + 1;
                indices[next++] = b + 1;
                indices[next++] = a;
                indices[next++] = b + 1;
                indices[next++] = b;
            }
        }
        return new TriangleMesh(positions, normals, indices);
    }
}
