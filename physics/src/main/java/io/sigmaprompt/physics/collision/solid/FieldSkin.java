package io.sigmaprompt.physics.collision.solid;

import io.sigmaprompt.physics.collision.mesh.HeightGrid;
import io.sigmaprompt.physics.collision.mesh.TriangleTree;
import io.sigmaprompt.physics.collision.shape.Extent;
import java.util.Arrays;

/**
 * The surface of a height field. What is below it is solid and pushed up, however deep; its rim has no walls, so that
 * what comes from beside it is lifted too.
 */
public final class FieldSkin extends Skin {
    /** Steps to the vertices that edges join to one: columns, rows. */
    private static final int[] RING = {1, 0, 1, 1, 0, 1, -1, 0, -1, -1, 0, -1};

    final HeightGrid grid;
    private final Extent extent;
    private final double[] middle = new double[3];
    private int[] found = new int[64];
    private int count;

    FieldSkin(HeightGrid grid) {
        this.grid = grid;
        double[] lower = new double[3];
        double[] upper = new double[3];
        grid.bounds(lower, upper);
        extent = Extent.of(lower, upper, 0);
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public boolean bottomless() {
        return true;
    }

    /** The cells under the box, but those whose highest corner is below it. */
    @Override
    public int overlapping(double[] box) {
        count = 0;
        double[] c = extent.centre();
        double[] h = extent.half();
        if (box[0] > c[0] + h[0] || box[3] < c[0] - h[0] || box[1] > c[1] + h[1] || box[4] < c[1] - h[1]) {
            return 0;
        }
        int lastRow = grid.row(box[4]);
        int lastColumn = grid.column(box[3]);
        for (int row = grid.row(box[1]); row <= lastRow; row++) {
            for (int column = grid.column(box[0]); column <= lastColumn; column++) {
                if (grid.cellTop(row, column) >= box[2]) {
                    add(grid.triangle(row, column, 0));
                    add(grid.triangle(row, column, 1));
                }
            }
        }
        return count;
    }

    private void add(int triangle) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = triangle;
    }

    @Override
    public int found(int i) {
        return found[i];
    }

    /** Begins with the cell below the box's middle, which bounds how far around it others need be asked. */
    @Override
    public void nearest(double[] box, double most, TriangleTree.Nearness nearness) {
        for (int k = 0; k < 3; k++) {
            middle[k] = 0.5 * (box[k] + box[3 + k]);
        }
        int row = grid.row(middle[1]);
        int column = grid.column(middle[0]);
        double least = nearness.of(grid.triangle(row, column, 0), most);
        least = nearness.of(grid.triangle(row, column, 1), least);
        double around = Math.max(0, least);
        int lastRow = grid.row(box[4] + around);
        int lastColumn = grid.column(box[3] + around);
        for (int r = grid.row(box[1] - around); r <= lastRow; r++) {
            for (int c = grid.column(box[0] - around); c <= lastColumn; c++) {
                boolean mayBeNearer = box[2] - grid.cellTop(r, c) <= Math.max(0, least)
                        && grid.cellBottom(r, c) - box[5] <= Math.max(0, least);
                if (mayBeNearer && (r != row || c != column)) {
                    least = nearness.of(grid.triangle(r, c, 0), least);
                    least = nearness.of(grid.triangle(r, c, 1), least);
                }
            }
        }
    }

    @Override
    public void corners(int triangle, double[] out) {
        grid.corners(triangle, out);
    }

    @Override
    public int corner(int triangle, int k) {
        return grid.corner(triangle, k);
    }

    @Override
    public void point(int vertex, double[] out, int o) {
        grid.point(vertex, out, o);
    }

    @Override
    public int cornerAcross(int triangle, int k) {
        int neighbour = grid.neighbour(triangle, k);
        if (neighbour < 0) {
            return NONE;
        }
        int from = grid.corner(triangle, k);
        int to = grid.corner(triangle, (k + 1) % 3);
        for (int i = 0; i < 2; i++) {
            int corner = grid.corner(neighbour, i);
            if (corner != from && corner != to) {
                return corner;
            }
        }
        return grid.corner(neighbour, 2);
    }

    @Override
    public int ringSize(int vertex) {
        int size = 0;
        for (int i = 0; i < RING.length; i += 2) {
            size += beside(vertex, i) == NONE ? 0 : 1;
        }
        return size;
    }

    @Override
    public int ring(int vertex, int which) {
        int left = which;
        for (int i = 0; i < RING.length; i += 2) {
            int other = beside(vertex, i);
            if (other != NONE && left-- == 0) {
                return other;
            }
        }
        return NONE;
    }

    private int beside(int vertex, int i) {
        int column = vertex % grid.columns + RING[i];
        int row = vertex / grid.columns + RING[i + 1];
        boolean within = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
        return within ? row * grid.columns + column : NONE;
    }

    @Override
    public boolean leadsOut(int vertex, double x, double y, double z) {
        return z > 0;
    }
}
