package io.sigmaprompt.physics.collision.shape;

import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The polygons of a hull: its triangles, joined where they lie in one plane; which meet at a vertex; its edges. */
final class HullFaces {
    /** Relative to the hull's size: how far a triangle may leave the plane of its polygon. */
    private static final double FLAT = 1e-8;
    /** Least cosine between a triangle of more than no area and its polygon. */
    private static final double LEVEL = 0.99;

    private final double[] vertices;
    private final int[] triangles;
    /** Unit normal and offset of each triangle, and its area. */
    private final double[] planes;

    private final double[] areas;
    private double tolerance;
    private final int[] faceOf;
    private final List<int[]> polygons = new ArrayList<>();
    private final List<double[]> normals = new ArrayList<>();
    /** Twin of each directed edge, by the triangle that it runs along. */
    private final Map<Long, Integer> alongEdge = new HashMap<>();

    private final int[][] loops;
    private final double[] outward;
    private final int[] faceStart;
    private final int[] facesAt;
    private final int[] neighbourStart;
    private final int[] neighbours;
    private int largest;

    HullFaces(TriangleMesh hull) {
        vertices = hull.vertices();
        triangles = hull.triangles();
        planes = new double[4 * hull.triangleCount()];
        areas = new double[hull.triangleCount()];
        faceOf = new int[hull.triangleCount()];
        measure();
        join();
        loops = polygons.toArray(new int[0][]);
        outward = new double[3 * loops.length];
        for (int f = 0; f < loops.length; f++) {
            System.arraycopy(normals.get(f), 0, outward, 3 * f, 3);
            largest = Math.max(largest, loops[f].length);
        }
        List<NavigableSet<Integer>> around = sets();
        List<NavigableSet<Integer>> beside = sets();
        for (int t = 0; t < faceOf.length; t++) {
            for (int e = 0; e < 3; e++) {
                int from = triangles[3 * t + e];
                int to = triangles[3 * t + (e + 1) % 3];
                around.get(from).add(faceOf[t]);
                beside.get(from).add(to);
                beside.get(to).add(from);
            }
        }
        faceStart = starts(around);
        facesAt = flat(around);
        neighbourStart = starts(beside);
        neighbours = flat(beside);
    }

    private List<NavigableSet<Integer>> sets() {
        List<NavigableSet<Integer>> sets = new ArrayList<>();
        for (int i = 0; i < vertices.length / 3; i++) {
            sets.add(new TreeSet<>());
        }
        return sets;
    }

    private static int[] starts(List<? extends NavigableSet<Integer>> sets) {
        int[] starts = new int[sets.size() + 1];
        for (int i = 0; i < sets.size(); i++) {
            starts[i + 1] = starts[i] + sets.get(i).size();
        }
        return starts;
    }

    private static int[] flat(List<? extends NavigableSet<Integer>> sets) {
        return sets.stream()
                .flatMap(NavigableSet::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void measure() {
        FaceNormal normal = new FaceNormal();
        double[] corners = new double[9];
        for (int t = 0; t < areas.length; t++) {
            for (int e = 0; e < 3; e++) {
                System.arraycopy(vertices, 3 * triangles[3 * t + e], corners, 3 * e, 3);
                alongEdge.put(edge(triangles[3 * t + e], triangles[3 * t + (e + 1) % 3]), t);
            }
            areas[t] = normal.of(corners, 3) ? area(corners) : 0;
            planes[4 * t] = normal.x;
            planes[4 * t + 1] = normal.y;
            planes[4 * t + 2] = normal.z;
            planes[4 * t + 3] = normal.x * corners[0] + normal.y * corners[1] + normal.z * corners[2];
            tolerance = Math.max(tolerance, normal.extent);
        }
        tolerance *= FLAT;
    }

    private static double area(double[] c) {
        double ux = c[3] - c[0];
        double uy = c[4] - c[1];
        double uz = c[5] - c[2];
        double vx = c[6] - c[0];
        double vy = c[7] - c[1];
        double vz = c[8] - c[2];
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    /** Polygons grow from the largest triangles, whose planes are the surest. */
    private void join() {
        Integer[] order = new Integer[areas.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (s, t) -> areas[s] == areas[t] ? Integer.compare(s, t) : Double.compare(areas[t], areas[s]));
        Arrays.fill(faceOf, -1);
        for (int seed : order) {
            if (faceOf[seed] < 0) {
                grow(seed);
            }
        }
    }

    private void grow(int seed) {
        int face = polygons.size();
        List<Integer> members = new ArrayList<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(seed));
        faceOf[seed] = face;
        while (!open.isEmpty()) {
            int t = open.remove();
            members.add(t);
            for (int e = 0; e < 3; e++) {
                Integer next = alongEdge.get(edge(triangles[3 * t + (e + 1) % 3], triangles[3 * t + e]));
                if (next != null && faceOf[next] < 0 && level(seed, next)) {
                    faceOf[next] = face;
                    open.add(next);
                }
            }
        }
        polygons.add(outline(members, face));
        double[] normal = new double[3];
        System.arraycopy(planes, 4 * seed, normal, 0, 3);
        normals.add(normal);
    }

    private boolean level(int seed, int t) {
        double x = planes[4 * seed];
        double y = planes[4 * seed + 1];
        double z = planes[4 * seed + 2];
        for (int e = 0; e < 3; e++) {
            int v = 3 * triangles[3 * t + e];
            double height = x * vertices[v] + y * vertices[v + 1] + z * vertices[v + 2] - planes[4 * seed + 3];
            if (Math.abs(height) > tolerance) {
                return false;
            }
        }
        boolean sliver = areas[t] < tolerance * tolerance / FLAT;
        return sliver || x * planes[4 * t] + y * planes[4 * t + 1] + z * planes[4 * t + 2] > LEVEL;
    }

    /** The edges of some triangles that border on others, in turn. */
    private int[] outline(List<Integer> members, int face) {
        Map<Integer, Integer> after = new HashMap<>();
        int start = Integer.MAX_VALUE;
        for (int t : members) {
            for (int e = 0; e < 3; e++) {
                int from = triangles[3 * t + e];
                int to = triangles[3 * t + (e + 1) % 3];
                Integer twin = alongEdge.get(edge(to, from));
                if (twin == null || faceOf[twin] != face) {
                    after.put(from, to);
                    start = Math.min(start, from);
                }
            }
        }
        int[] loop = new int[after.size()];
        int at = start;
        for (int i = 0; i < loop.length; i++) {
            loop[i] = at;
            Integer next = after.get(at);
            at = next == null ? start : next;
        }
        return loop;
    }

    double[] vertices() {
        return vertices;
    }

    int count() {
        return loops.length;
    }

    int largest() {
        return largest;
    }

    /** Where the neighbours of a vertex begin. */
    int firstNeighbour(int vertex) {
        return neighbourStart[vertex];
    }

    int neighbour(int k) {
        return neighbours[k];
    }

    /** Of the faces at a vertex the corners of the one that looks most along a direction; how many. */
    int facing(int vertex, double x, double y, double z, double[] out) {
        int best = facesAt[faceStart[vertex]];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = faceStart[vertex]; k < faceStart[vertex + 1]; k++) {
            int f = facesAt[k];
            double facing = x * outward[3 * f] + y * outward[3 * f + 1] + z * outward[3 * f + 2];
            if (facing > most) {
                most = facing;
                best = f;
            }
        }
        int[] loop = loops[best];
        for (int i = 0; i < loop.length; i++) {
            System.arraycopy(vertices, 3 * loop[i], out, 3 * i, 3);
        }
        return loop.length;
    }
}
