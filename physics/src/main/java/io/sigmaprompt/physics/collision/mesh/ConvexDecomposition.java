package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.mesh.ConvexHull;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a closed mesh into parts that are nearly convex, and gives their hulls, which together cover it. The part whose
 * hull encloses most that is not the solid is halved next, by the plane along an axis whose two hulls enclose least (in
 * the manner of Mamou, Ghorbel, A simple and efficient approach for 3D mesh approximate convex decomposition, 2009;
 * Wei et al., Approximate convex decomposition for 3D meshes with collision-aware concavity and tree search, 2022). A
 * function of the mesh alone.
 */
public final class ConvexDecomposition {
    /** Planes that are tried along each axis. */
    private static final int TRIES = 24;
    /** What unequal halves cost, of the difference of their volumes: where no cut helps yet, the middle is best. */
    private static final double BALANCE = 0.05;
    /** Of its hull; a part with less volume is dust from rounding. */
    private static final double DUST = 1e-12;

    private final double bound;
    private final int most;
    private final double volume;

    /** A part, its hull (null where it is flat) and what the hull encloses beyond it. */
    private record Part(TriangleSoup soup, @Nullable TriangleMesh hull, double excess) {}

    private ConvexDecomposition(double bound, int most, double volume) {
        this.bound = bound;
        this.most = most;
        this.volume = volume;
    }

    /**
     * The hulls of a mesh's parts.
     *
     * @param mesh closed, as {@link MeshCheck} gives it
     * @param bound what a part's hull may enclose beyond the part, of the mesh's volume, above which it is cut
     * @param most parts
     * @throws IllegalArgumentException if the mesh is flat
     */
    public static List<TriangleMesh> of(TriangleMesh mesh, double bound, int most) {
        TriangleSoup whole = TriangleSoup.of(mesh);
        ConvexDecomposition decomposition = new ConvexDecomposition(bound, most, whole.volume());
        return decomposition.parts(whole);
    }

    private List<TriangleMesh> parts(TriangleSoup whole) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(whole));
        while (parts.size() < most) {
            int worst = 0;
            for (int i = 1; i < parts.size(); i++) {
                worst = parts.get(i).excess > parts.get(worst).excess ? i : worst;
            }
            if (parts.get(worst).excess <= bound * volume || !split(parts, worst)) {
                break;
            }
        }
        List<TriangleMesh> hulls = new ArrayList<>();
        for (Part part : parts) {
            if (part.hull != null) {
                hulls.add(part.hull);
            }
        }
        if (hulls.isEmpty()) {
            throw new IllegalArgumentException("the mesh is flat: it has no convex parts");
        }
        return hulls;
    }

    private static Part part(TriangleSoup soup) {
        TriangleMesh hull = hull(soup.points());
        return new Part(soup, hull, hull == null ? 0 : Triangles.volume(hull) - soup.volume());
    }

    private static @Nullable TriangleMesh hull(double[] points) {
        if (points.length == 0) {
            return null;
        }
        try {
            return ConvexHull.of(Corners.distinct(points));
        } catch (IllegalArgumentException flat) {
            return null;
        }
    }

    private boolean split(List<Part> parts, int which) {
        TriangleSoup soup = parts.get(which).soup;
        double best = Double.POSITIVE_INFINITY;
        int axis = -1;
        double at = 0;
        for (int k = 0; k < 3; k++) {
            for (double candidate : Corners.stops(soup.points(), k, TRIES)) {
                double below = roughVolume(soup, k, candidate, false);
                double above = roughVolume(soup, k, candidate, true);
                double cost = below + above + BALANCE * Math.abs(below - above);
                // Nearly equal costs go to the first, whatever rounding says.
                if (below > 0 && above > 0 && cost < best * (1 - 1e-9)) {
                    best = cost;
                    axis = k;
                    at = candidate;
                }
            }
        }
        if (axis < 0) {
            return false;
        }
        Part below = part(soup.cut(axis, at, false));
        Part above = part(soup.cut(axis, at, true));
        parts.remove(which);
        addIfSolid(parts, below);
        addIfSolid(parts, above);
        return true;
    }

    private void addIfSolid(List<Part> parts, Part part) {
        if (part.hull != null && part.soup.volume() > DUST * volume) {
            parts.add(part);
        }
    }

    private static double roughVolume(TriangleSoup soup, int axis, double at, boolean above) {
        TriangleMesh hull = hull(Corners.outermost(soup.pointsOfCut(axis, at, above)));
        return hull == null ? 0 : Triangles.volume(hull);
    }
}
