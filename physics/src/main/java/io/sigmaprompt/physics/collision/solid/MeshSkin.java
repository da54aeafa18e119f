package io.sigmaprompt.physics.collision.solid;

import io.sigmaprompt.physics.collision.mesh.MeshTopology;
import io.sigmaprompt.physics.collision.mesh.TriangleTree;
import io.sigmaprompt.physics.collision.mesh.Triangles;
import io.sigmaprompt.physics.collision.shape.Extent;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import org.jspecify.annotations.Nullable;

/** The triangles of a mesh. */
public final class MeshSkin extends Skin {
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
    public Extent extent() {
        return extent;
    }

    @Override
    public boolean bottomless() {
        return false;
    }

    @Override
    public int overlapping(double[] box) {
        return tree.overlapping(box);
    }

    @Override
    public int found(int i) {
        return tree.found(i);
    }

    @Override
    public void nearest(double[] box, double most, TriangleTree.Nearness nearness) {
        tree.nearest(box, most, nearness);
    }

    @Override
    public void corners(int triangle, double[] out) {
        Triangles.corners(mesh, triangle, out);
    }

    @Override
    public int corner(int triangle, int k) {
        return mesh.triangles()[3 * triangle + k];
    }

    @Override
    public void point(int vertex, double[] out, int o) {
        System.arraycopy(mesh.vertices(), 3 * vertex, out, o, 3);
    }

    @Override
    public int cornerAcross(int triangle, int k) {
        return topology.cornerAcross(triangle, k);
    }

    @Override
    public int ringSize(int vertex) {
        return topology.ringSize(vertex);
    }

    @Override
    public int ring(int vertex, int i) {
        return topology.ring(vertex, i);
    }

    @Override
    public boolean leadsOut(int vertex, double x, double y, double z) {
        return topology.alongNormal(vertex, x, y, z) > 0;
    }

    /** What stands for the mesh against what is no convex shape either; null for what never moves. */
    @Nullable
    public ConvexSolid hull() {
        return hull;
    }
}
