package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.Arrays;

/**
 * Turns triangles so that neighbours agree on which side is outside: within each connected piece the fewer follow the
 * more. A closed piece that then encloses a negative volume is turned as a whole, unless it may be the hollow of
 * another, whose box is about it.
 */
final class Winding {
    private final TriangleMesh mesh;
    private final EdgeTable edges;
    private final int[] piece;
    private final boolean[] turned;
    private int pieces;

    private Winding(TriangleMesh mesh) {
        this.mesh = mesh;
        edges = new EdgeTable(mesh.triangles(), mesh.vertexCount());
        piece = new int[mesh.triangleCount()];
        turned = new boolean[mesh.triangleCount()];
    }

    /** A mesh with its triangles turned where need be. */
    record Mended(TriangleMesh mesh, int turned, int pieces) {}

    static Mended of(TriangleMesh mesh) {
        Winding winding = new Winding(mesh);
        winding.agree();
        winding.faceOutwards();
        return winding.mended();
    }

    private void agree() {
        Arrays.fill(piece, -1);
        int[] queue = new int[piece.length];
        for (int seed = 0; seed < piece.length; seed++) {
            if (piece[seed] >= 0) {
                continue;
            }
            int head = 0;
            int tail = 0;
            int flipped = 0;
            queue[tail++] = seed;
            piece[seed] = pieces;
            while (head < tail) {
                int t = queue[head++];
                flipped += turned[t] ? 1 : 0;
                for (int edge = 3 * t; edge < 3 * t + 3; edge++) {
                    int beside = edges.partner(edge);
                    if (beside >= 0 && piece[beside / 3] < 0) {
                        piece[beside / 3] = pieces;
                        turned[beside / 3] = turned[t] ^ !edges.agree(edge);
                        queue[tail++] = beside / 3;
                    }
                }
            }
            if (2 * flipped > tail) {
                turn(pieces);
            }
            pieces++;
        }
    }

    private void turn(int which) {
        for (int t = 0; t < piece.length; t++) {
            turned[t] ^= piece[t] == which;
        }
    }

    private void faceOutwards() {
        double[] volume = new double[pieces];
        double[] boxes = new double[6 * pieces];
        boolean[] open = new boolean[pieces];
        measure(volume, boxes, open);
        for (int p = 0; p < pieces; p++) {
            boolean hollow = false;
            for (int q = 0; q < pieces; q++) {
                hollow |= q != p && volume[q] > 0 && within(boxes, p, q);
            }
            if (!open[p] && volume[p] < 0 && !hollow) {
                turn(p);
            }
        }
    }

    private void measure(double[] volume, double[] boxes, boolean[] open) {
        for (int p = 0; p < pieces; p++) {
            Arrays.fill(boxes, 6 * p, 6 * p + 3, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, 6 * p + 3, 6 * p + 6, Double.NEGATIVE_INFINITY);
        }
        double[] c = new double[9];
        for (int t = 0; t < piece.length; t++) {
            int p = piece[t];
            Triangles.corners(mesh, t, c);
            for (int k = 0; k < 9; k++) {
                boxes[6 * p + k % 3] = Math.min(boxes[6 * p + k % 3], c[k]);
                boxes[6 * p + 3 + k % 3] = Math.max(boxes[6 * p + 3 + k % 3], c[k]);
                c[k] -= mesh.vertices()[k % 3];
            }
            volume[p] += (turned[t] ? -1 : 1) * Triangles.sixfoldVolume(c);
            for (int edge = 3 * t; edge < 3 * t + 3; edge++) {
                open[p] |= edges.partner(edge) < 0;
            }
        }
    }

    private static boolean within(double[] boxes, int inner, int outer) {
        for (int k = 0; k < 3; k++) {
            if (boxes[6 * inner + k] < boxes[6 * outer + k] || boxes[6 * inner + 3 + k] > boxes[6 * outer + 3 + k]) {
                return false;
            }
        }
        return true;
    }

    private Mended mended() {
        int[] faces = mesh.triangles().clone();
        int count = 0;
        for (int t = 0; t < turned.length; t++) {
            if (turned[t]) {
                faces[3 * t + 1] = mesh.triangles()[3 * t + 2];
                faces[3 * t + 2] = mesh.triangles()[3 * t + 1];
                count++;
            }
        }
        return new Mended(new TriangleMesh(mesh.vertices(), faces), count, pieces);
    }
}
