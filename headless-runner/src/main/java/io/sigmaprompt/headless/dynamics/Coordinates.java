package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;

/**
 * The coordinates that quantities are told in: each velocity of the model is a multiple of one of theirs, {@code v = G·u}.
 * G permutes a model's order into a file's, and where mimic joints are tied, drops those that follow.
 */
final class Coordinates {
    private final JointOrder order;
    private final int[] q;
    private final int count;
    /** Per entry of the model's v: the column of G that is not zero, and its value there. */
    private final int[] column;

    private final double[] multiplier;

    private Coordinates(JointOrder order, int[] column, double[] multiplier) {
        this.order = order;
        this.column = column;
        this.multiplier = multiplier;
        q = order.q();
        count = order.nv();
    }

    /** All coordinates of the model, in the order of a file that lists all. */
    static Coordinates free(RobotModel model, JointOrder order) {
        return new Coordinates(order, inverse(model, order), ones(model));
    }

    /** Those of the joints that follow no other. */
    static Coordinates tied(RobotModel model, JointOrder given) {
        JointOrder order = given.withoutFollowers();
        int[] column = inverse(model, order);
        double[] multiplier = ones(model);
        DrivenJoints drives = new DrivenJoints(model);
        double[] one = new double[drives.count()];
        double[] moved = new double[model.nv()];
        for (int drive = 0; drive < one.length; drive++) {
            one[drive] = 1;
            Arrays.fill(moved, 0);
            drives.scatterVelocity(one, moved);
            one[drive] = 0;
            int leader = model.vIndex(model.jointIndex(drives.names().get(drive)));
            for (int k = 0; k < moved.length; k++) {
                if (moved[k] != 0 && k != leader) {
                    column[k] = column[leader];
                    multiplier[k] = moved[k];
                }
            }
        }
        for (int k = 0; k < column.length; k++) {
            if (column[k] < 0) {
                // It follows with multiplier zero: it stands still.
                column[k] = 0;
                multiplier[k] = 0;
            }
        }
        return new Coordinates(order, column, multiplier);
    }

    private static int[] inverse(RobotModel model, JointOrder order) {
        int[] column = new int[model.nv()];
        Arrays.fill(column, -1);
        int[] v = order.v();
        for (int k = 0; k < v.length; k++) {
            column[v[k]] = k;
        }
        return column;
    }

    private static double[] ones(RobotModel model) {
        double[] out = new double[model.nv()];
        Arrays.fill(out, 1);
        return out;
    }

    /** Which joints they belong to. */
    JointOrder order() {
        return order;
    }

    int count() {
        return count;
    }

    /** Positions of the joints, from the model's q. */
    double[] positions(double[] modelQ) {
        return Arrays.stream(q).mapToDouble(i -> modelQ[i]).toArray();
    }

    /** The entries of a velocity or an acceleration: u of {@code v = G·u}. */
    double[] motion(double[] v) {
        int[] places = order.v();
        return Arrays.stream(places).mapToDouble(i -> v[i]).toArray();
    }

    /** {@code G·u}, a velocity of the model. */
    double[] spread(double[] u) {
        double[] out = new double[column.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = multiplier[k] * u[column[k]];
        }
        return out;
    }

    /** {@code Gᵀ·tau}: forces, by virtual work. */
    double[] force(double[] tau) {
        double[] out = new double[count];
        for (int k = 0; k < tau.length; k++) {
            out[column[k]] += multiplier[k] * tau[k];
        }
        return out;
    }

    /** {@code A·G} of a matrix with so many rows and nv columns. */
    double[][] columns(double[] matrix, int rows) {
        int nv = column.length;
        double[][] out = new double[rows][count];
        for (int r = 0; r < out.length; r++) {
            for (int c = 0; c < nv; c++) {
                out[r][column[c]] += multiplier[c] * matrix[r * nv + c];
            }
        }
        return out;
    }

    /** {@code Gᵀ·A} of a matrix with nv rows and so many columns. */
    double[][] rows(double[] matrix, int width) {
        double[][] out = new double[count][width];
        for (int r = 0; r < column.length; r++) {
            for (int c = 0; c < width; c++) {
                out[column[r]][c] += multiplier[r] * matrix[r * width + c];
            }
        }
        return out;
    }

    /** {@code Gᵀ·A·G} of an nv x nv matrix. */
    double[][] both(double[] matrix) {
        int nv = column.length;
        double[][] out = new double[count][count];
        for (int r = 0; r < nv; r++) {
            for (int c = 0; c < nv; c++) {
                out[column[r]][column[c]] += multiplier[r] * multiplier[c] * matrix[r * nv + c];
            }
        }
        return out;
    }
}
