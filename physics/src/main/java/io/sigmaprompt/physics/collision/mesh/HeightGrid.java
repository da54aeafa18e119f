package io.sigmaprompt.physics.collision.mesh;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Geometry;

/**
 * A height field's surface: a grid of corners, each cell cut into two triangles along the diagonal from its lowest row
 * and column to its highest. Triangle 2 · cell lies on the side of the higher column, the next on that of the higher
 * row; cells and corners are numbered row by row.
 */
public final class HeightGrid {
    public final int rows;
    public final int columns;
    final double left;
    final double front;
    final double stepX;
    final double stepY;
    private final double bottom;
    private final double top;
    private final double[] heights;

    /**
     * The surface of a field.
     *
     * @throws BadInputException if the field has no area, too few heights, or one that is no finite number
     */
    public HeightGrid(Geometry.HeightField field, String place) {
        rows = field.rows();
        columns = field.columns();
        if (rows < 2 || columns < 2 || field.heights().size() != rows * columns) {
            throw new BadInputException(
                    place,
                    "expected at least two rows and columns of heights, found "
                            + field.heights().size() + " heights for " + rows + " x " + columns,
                    "Give the height of every corner of the grid");
        }
        if (!(field.halfX() > 0 && field.halfY() > 0 && field.top() >= 0 && field.bottom() >= 0)) {
            throw new BadInputException(
                    place,
                    "expected a height field with an extent, found half edges " + field.halfX() + " and "
                            + field.halfY() + " m, top " + field.top() + " m and bottom " + field.bottom() + " m",
                    "Make its sizes positive");
        }
        left = -field.halfX();
        front = -field.halfY();
        stepX = 2 * field.halfX() / (columns - 1);
        stepY = 2 * field.halfY() / (rows - 1);
        bottom = field.bottom();
        heights = new double[rows * columns];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = field.heights().get(i);
            if (!Double.isFinite(heights[i])) {
                throw new BadInputException(
                        place,
                        "height " + i + " is " + heights[i] + ", which is no finite number",
                        "Give every corner of the grid a height");
            }
            least = Math.min(least, heights[i]);
            most = Math.max(most, heights[i]);
        }
        double highest = 0;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = most > least ? field.top() * ((heights[i] - least) / (most - least)) : 0;
            highest = Math.max(highest, heights[i]);
        }
        top = highest;
    }

    public void bounds(double[] lower, double[] upper) {
        lower[0] = left;
        lower[1] = front;
        lower[2] = -bottom;
        upper[0] = -left;
        upper[1] = -front;
        upper[2] = top;
    }

    /** The column of cells that holds x, or the nearest. */
    public int column(double x) {
        return (int) Math.max(0, Math.min(columns - 2, Math.floor((x - left) / stepX)));
    }

    /** The row of cells that holds y, or the nearest. */
    public int row(double y) {
        return (int) Math.max(0, Math.min(rows - 2, Math.floor((y - front) / stepY)));
    }

    public double x(int column) {
        // The last is met exactly, whatever the steps add up to.
        return column == columns - 1 ? -left : left + column * stepX;
    }

    public double y(int row) {
        return row == rows - 1 ? -front : front + row * stepY;
    }

    public double height(int row, int column) {
        return heights[row * columns + column];
    }

    /** The greatest height at a cell's corners. */
    public double cellTop(int row, int column) {
        return Math.max(
                Math.max(height(row, column), height(row, column + 1)),
                Math.max(height(row + 1, column), height(row + 1, column + 1)));
    }

    /** The least height at a cell's corners. */
    public double cellBottom(int row, int column) {
        return Math.min(
                Math.min(height(row, column), height(row, column + 1)),
                Math.min(height(row + 1, column), height(row + 1, column + 1)));
    }

    public int triangle(int row, int column, int which) {
        return 2 * (row * (columns - 1) + column) + which;
    }

    /** The number of a triangle's corner; counter-clockwise seen from above. */
    public int corner(int triangle, int k) {
        int cell = triangle / 2;
        int row = cell / (columns - 1);
        int column = cell % (columns - 1);
        boolean right = triangle % 2 == 0;
        int up = k == 2 || (k == 1 && !right) ? 1 : 0;
        int over = right ? (k == 0 ? 0 : 1) : (k == 1 ? 1 : 0);
        return (row + up) * columns + column + over;
    }

    /** Writes the place of a corner. */
    public void point(int corner, double[] out, int o) {
        int row = corner / columns;
        int column = corner % columns;
        out[o] = x(column);
        out[o + 1] = y(row);
        out[o + 2] = heights[corner];
    }

    public void corners(int triangle, double[] out) {
        for (int k = 0; k < 3; k++) {
            point(corner(triangle, k), out, 3 * k);
        }
    }

    /** The triangle across edge k, which leads from corner k to the next, or -1 at the rim. */
    public int neighbour(int triangle, int k) {
        int cell = triangle / 2;
        int row = cell / (columns - 1);
        int column = cell % (columns - 1);
        if (triangle % 2 == 0) {
            // Edges: in front, on the right, the diagonal.
            return switch (k) {
                case 0 -> row > 0 ? triangle(row - 1, column, 1) : -1;
                case 1 -> column < columns - 2 ? triangle(row, column + 1, 1) : -1;
                default -> triangle + 1;
            };
        }
        // Edges: the diagonal, behind, on the left.
        return switch (k) {
            case 0 -> triangle - 1;
            case 1 -> row < rows - 2 ? triangle(row + 1, column, 0) : -1;
            default -> column > 0 ? triangle(row, column - 1, 0) : -1;
        };
    }
}
