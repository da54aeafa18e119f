package io.sigmaprompt.physics.collision.skin;

import io.sigmaprompt.physics.collision.mesh.Triangles;
import io.sigmaprompt.physics.collision.solid.Skin;

/**
 * Tells contacts with a skin from those with a single triangle of it. The nearest point of a triangle is a nearest point
 * of the skin around it only where the direction to the other shape leads away from all that meets there: from both
 * triangles at an edge, from all edges at a vertex. Where the skin goes on level or rises, that leaves the face's normal
 * alone, and nothing catches on the edges inside a surface.
 */
final class NormalCone {
    /** How near an edge a point counts as on it, of the triangle's longest edge. */
    private static final double ON_EDGE = 1e-6;
    /** Sine of the angle by which a direction may lean over. */
    private static final double LEAN = 1e-6;

    private final double[] far = new double[3];
    private final double[] here = new double[3];
    private final double[] second = new double[9];
    private final double[] normal = new double[3];

    /**
     * Whether a direction leads away from the skin.
     *
     * @param c the triangle's corners, 9 numbers, own frame
     * @param n its unit normal
     * @param p a point of it, 3 numbers
     * @param m the unit direction
     */
    boolean holds(Skin skin, int triangle, double[] c, double[] n, double[] p, double[] m) {
        double longest = 0;
        for (int k = 0; k < 3; k++) {
            longest = Math.max(longest, edgeLength(c, k));
        }
        int first = -1;
        int last = -1;
        int on = 0;
        for (int k = 0; k < 3; k++) {
            if (inside(c, n, k, p) <= ON_EDGE * longest) {
                first = on == 0 ? k : first;
                last = k;
                on++;
            }
        }
        if (on == 0) {
            return false;
        }
        if (on == 1) {
            return atEdge(skin, triangle, first, c, n, m);
        }
        // Edges 0 and 1 meet at corner 1, 1 and 2 at corner 2, 0 and 2 at corner 0.
        return atVertex(skin, skin.corner(triangle, first == 0 && last == 2 ? 0 : last), m);
    }

    /** How far a point lies on the inner side of an edge, metres. */
    private static double inside(double[] c, double[] n, int k, double[] p) {
        int a = 3 * k;
        int b = 3 * ((k + 1) % 3);
        double ex = c[b] - c[a];
        double ey = c[b + 1] - c[a + 1];
        double ez = c[b + 2] - c[a + 2];
        double px = p[0] - c[a];
        double py = p[1] - c[a + 1];
        double pz = p[2] - c[a + 2];
        double side = n[0] * (ey * pz - ez * py) + n[1] * (ez * px - ex * pz) + n[2] * (ex * py - ey * px);
        return side / edgeLength(c, k);
    }

    private static double edgeLength(double[] c, int k) {
        int a = 3 * k;
        int b = 3 * ((k + 1) % 3);
        double x = c[b] - c[a];
        double y = c[b + 1] - c[a + 1];
        double z = c[b + 2] - c[a + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private boolean atEdge(Skin skin, int triangle, int k, double[] c, double[] n, double[] m) {
        if (inwards(c, 3 * k, 3 * ((k + 1) % 3), c, 3 * ((k + 2) % 3), m) > LEAN) {
            return false;
        }
        int across = skin.cornerAcross(triangle, k);
        double out = n[0] * m[0] + n[1] * m[1] + n[2] * m[2];
        if (across < 0) {
            return out >= -LEAN;
        }
        skin.point(across, far, 0);
        if (inwards(c, 3 * k, 3 * ((k + 1) % 3), far, 0, m) > LEAN) {
            return false;
        }
        // The neighbour runs along the edge the other way.
        System.arraycopy(c, 3 * ((k + 1) % 3), second, 0, 3);
        System.arraycopy(c, 3 * k, second, 3, 3);
        System.arraycopy(far, 0, second, 6, 3);
        Triangles.normal(second, normal);
        return out + normal[0] * m[0] + normal[1] * m[1] + normal[2] * m[2] > 0;
    }

    /** How much a direction leads from an edge into the triangle with a third corner: the sine of the angle. */
    private static double inwards(double[] c, int a, int b, double[] third, int t, double[] m) {
        double ex = c[b] - c[a];
        double ey = c[b + 1] - c[a + 1];
        double ez = c[b + 2] - c[a + 2];
        double tx = third[t] - c[a];
        double ty = third[t + 1] - c[a + 1];
        double tz = third[t + 2] - c[a + 2];
        double along = (ex * tx + ey * ty + ez * tz) / (ex * ex + ey * ey + ez * ez);
        double x = tx - along * ex;
        double y = ty - along * ey;
        double z = tz - along * ez;
        return (x * m[0] + y * m[1] + z * m[2]) / Math.sqrt(x * x + y * y + z * z);
    }

    private boolean atVertex(Skin skin, int vertex, double[] m) {
        skin.point(vertex, here, 0);
        for (int i = 0; i < skin.ringSize(vertex); i++) {
            skin.point(skin.ring(vertex, i), far, 0);
            double x = far[0] - here[0];
            double y = far[1] - here[1];
            double z = far[2] - here[2];
            if (x * m[0] + y * m[1] + z * m[2] > LEAN * Math.sqrt(x * x + y * y + z * z)) {
                return false;
            }
        }
        return skin.leadsOut(vertex, m[0], m[1], m[2]);
    }
}
