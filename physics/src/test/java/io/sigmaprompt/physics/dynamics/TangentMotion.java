package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.function.BiConsumer;

/** Derivative matrices by differences, one column a freedom. */
final class TangentMotion {
    private TangentMotion() {}

    /**
     * The derivative with respect to q, along the motion that v describes.
     *
     * @param function takes q and writes {@code rows} numbers
     * @return rows x nv
     */
    static double[] byQ(RobotModel model, double[] q, int rows, double step, BiConsumer<double[], double[]> function) {
        return columns(
                model.nv(),
                rows,
                step,
                (direction, t, out) -> function.accept(Agreement.along(model, q, direction, t), out));
    }

    /**
     * The derivative with respect to a vector.
     *
     * @param function takes as many numbers as x has, and writes {@code rows}
     * @return rows x as many
     */
    static double[] byVector(double[] x, int rows, double step, BiConsumer<double[], double[]> function) {
        return columns(x.length, rows, step, (direction, t, out) -> {
            double[] moved = x.clone();
            for (int i = 0; i < x.length; i++) {
                moved[i] += t * direction[i];
            }
            function.accept(moved, out);
        });
    }

    private interface Along {
        void value(double[] direction, double t, double[] out);
    }

    private static double[] columns(int columns, int rows, double step, Along along) {
        double[] matrix = new double[rows * columns];
        for (int c = 0; c < columns; c++) {
            double[] direction = new double[columns];
            direction[c] = 1;
            double[] column = Agreement.derivative(
                    t -> {
                        double[] out = new double[rows];
                        along.value(direction, t, out);
                        return out;
                    },
                    step);
            for (int r = 0; r < rows; r++) {
                matrix[r * columns + c] = column[r];
            }
        }
        return matrix;
    }
}
