package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mesh.ConvexHull;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.util.ArrayList;
import java.util.List;

/**
 * A mesh made fit to touch, and what was found on the way.
 *
 * @param mesh corners at one place made one, triangles without area left out, neighbours agreeing on their outer side
 * @param dropped how many triangles had no area
 * @param turned how many triangles faced the other way
 * @param pieces how many parts the mesh has that no edge connects
 * @param closed whether each edge is shared by exactly two triangles
 * @param convex whether it is closed, in one piece, and bends outwards nowhere
 * @param warnings what a user ought to know
 */
public record MeshCheck(
        TriangleMesh mesh, int dropped, int turned, int pieces, boolean closed, boolean convex, List<String> warnings) {
    private static final double LEVEL = 1e-6;

    public MeshCheck {
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks a mesh over and mends what can be mended.
     *
     * @param place names the mesh in messages: a file, a shape
     * @throws BadInputException if a corner is no finite point, or no triangle has an area
     */
    public static MeshCheck of(TriangleMesh mesh, String place) {
        for (int i = 0; i < mesh.vertices().length; i++) {
            if (!Double.isFinite(mesh.vertices()[i])) {
                throw new BadInputException(
                        place,
                        "vertex " + i / 3 + " has the coordinate " + mesh.vertices()[i] + ", which is no finite number",
                        "Export the mesh again");
            }
        }
        TriangleMesh welded = VertexWelding.of(mesh);
        if (welded.triangleCount() == 0) {
            throw new BadInputException(
                    place,
                    "of the mesh's " + mesh.triangleCount() + " triangles none has an area",
                    "Export it again with its faces, or leave the shape out");
        }
        Winding.Mended mended = Winding.of(welded);
        EdgeTable edges = new EdgeTable(mended.mesh().triangles(), mended.mesh().vertexCount());
        boolean closed = true;
        for (int edge = 0; edge < mended.mesh().triangles().length; edge++) {
            closed &= edges.partner(edge) >= 0 && edges.agree(edge);
        }
        int dropped = mesh.triangleCount() - welded.triangleCount();
        return new MeshCheck(
                mended.mesh(),
                dropped,
                mended.turned(),
                mended.pieces(),
                closed,
                closed && mended.pieces() == 1 && bendsOutwards(mended.mesh(), edges),
                warnings(place, mesh, dropped, mended.turned(), closed));
    }

    /**
     * The convex hull of the mesh.
     *
     * @throws BadInputException if the mesh is flat
     */
    public TriangleMesh hull(String place) {
        try {
            return ConvexHull.of(mesh.vertices());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    place,
                    "the mesh is flat: a convex hull needs a volume",
                    "Give it a thickness, or take it by its triangles, which what never moves may be");
        }
    }

    private static List<String> warnings(String place, TriangleMesh mesh, int dropped, int turned, boolean closed) {
        List<String> warnings = new ArrayList<>();
        int count = mesh.triangleCount();
        if (dropped > 0) {
            warnings.add(place + ": " + dropped + " of " + count + " triangles have no area and are left out");
        }
        if (turned > 0) {
            warnings.add(place + ": " + turned + " of " + count
                    + " triangles faced the other way and were turned: check the normals where the mesh was made");
        }
        if (!closed) {
            warnings.add(place + ": the mesh is not closed: taken by its triangles, it holds only what comes from their"
                    + " outer side");
        }
        return warnings;
    }

    private static boolean bendsOutwards(TriangleMesh mesh, EdgeTable edges) {
        double[] v = mesh.vertices();
        double[] c = new double[9];
        double[] normal = new double[3];
        double extent = 0;
        for (int i = 3; i < v.length; i++) {
            extent = Math.max(extent, Math.abs(v[i] - v[i % 3]));
        }
        for (int edge = 0; edge < mesh.triangles().length; edge++) {
            Triangles.corners(mesh, edge / 3, c);
            Triangles.normal(c, normal);
            int beside = edges.partner(edge);
            // The neighbour's corner that is not on the edge: the end of its next one.
            int far = 3 * edges.to(beside % 3 == 2 ? beside - 2 : beside + 1);
            double height =
                    normal[0] * (v[far] - c[0]) + normal[1] * (v[far + 1] - c[1]) + normal[2] * (v[far + 2] - c[2]);
            if (height > LEVEL * extent) {
                return false;
            }
        }
        return true;
    }
}
