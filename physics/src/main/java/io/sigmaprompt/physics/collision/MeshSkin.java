package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.mesh.MeshTopology;
import io.sigmaprompt.physics.collision.mesh.TriangleTree;
import io.sigmaprompt.physics.collision.mesh.Triangles;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import org.jspecify.annotations.Nullable;

/** The triangles of a mesh. */
final class MeshSkin extends Skin {
    final TriangleTree tree;
    private final TriangleMesh mesh;
    private final MeshTopology topology;
    private final Extent extent;
    private final @Nullable ConvexSolid hull;

    MeshSkin(TriangleMesh mesh, @Nullable ConvexSolid hull) {
        this.mesh = mesh;
        this.hull = hull;
        tree = new TriangleTree(mesh);
        topology = new MeshTopology(mesh);
        double[] lower = new double[3];
        double[] upper = new double[3];
        tree.bounds(lower, upper);
        extent = Extent.of(lower, upper, 0);
    }

    @Override
    Extent extent() {
        return extent;
    }

    @Override
    boolean bottomless() {
        return false;
    }

    @Override
    int overlapping(double[] box) {
        return tree.overlapping(box);
    }

    @Override
    int found(int i) {
        return tree.found(i);
    }

    @Override
    void nearest(double[] box, double most, TriangleTree.Nearness nearness) {
        tree.nearest(box, most, nearness);
    }

    @Override
    void corners(int triangle, double[] out) {
        Triangles.corners(mesh, triangle, out);
    }

    @Override
    int corner(int triangle, int k) {
        return mesh.triangles()[3 * triangle + k];
    }

    @Override
    void point(int vertex, double[] out, int o) {
        System.arraycopy(mesh.vertices(), 3 * vertex, out, o, 3);
    }

    @Override
    int cornerAcross(int triangle, int k) {
        return topology.cornerAcross(triangle, k);
    }

    @Override
    int ringSize(int vertex) {
        return topology.ringSize(vertex);
    }

    @Override
    int ring(int vertex, int i) {
        return topology.ring(vertex, i);
    }

    @Override
    boolean leadsOut(int vertex, double x, double y, double z) {
        return topology.alongNormal(vertex, x, y, z) > 0;
    }

    /** What stands for the mesh against what is no convex shape either; null for what never moves. */
    @Nullable
    ConvexSolid hull() {
        return hull;
    }
}
