package io.sigmaprompt.physics.constraint;

import java.util.Arrays;

/**
 * The constraints of one step, in flat arrays that grow where needed.
 *
 * <p>Unknown is w (size n), the velocity after the step in coordinates in which the mass matrix is the identity: of {@code
 * M = Lᵀ·D·L}, {@code w = √D·L·v}. A constraint's rows Y see the entries {@link #index} of w alone. Of its velocity {@code u
 * = Y·w + bias} and its impulse lambda (N s, N m s), {@code w = free + Σ Yᵀ·lambda} and
 *
 * <ul>
 *   <li>unilateral: {@code 0 <= u + R·lambda ⊥ lambda >= 0};
 *   <li>friction cone, |u_t| the sliding velocity: {@code K ∋ (u_n + |u_t|, u_t) + R·lambda ⊥ lambda ∈ K}, K the cone
 *       {@code |lambda_t| <= lambda_n}, self-dual: Signorini's condition, Coulomb's cone and maximum dissipation in one (De
 *       Saxcé, Feng, The bipotential method, 1998);
 *   <li>bilateral: {@code u + R·lambda = 0};
 *   <li>dry friction: lambda opposes u as far as its bound goes.
 * </ul>
 *
 * Compliance R is 0 for a rigid constraint.
 */
public final class ConstraintSet {
    public ConstraintKind[] kind = new ConstraintKind[64];

    /** Rows of each constraint, 1 to 3. */
    public int[] rows = new int[64];

    /** First row of each constraint, in {@link #bias} and {@link #lambda}. */
    public int[] row = new int[64];

    /** First of each constraint's entries in {@link #index}, and how many it has. */
    public int[] support = new int[64];

    public int[] supportSize = new int[64];

    /** First of each constraint's entries in {@link #y}: rows x supportSize, row-major. */
    public int[] values = new int[64];

    /** The blocks of w that a constraint couples; -1 for none, the ground. */
    public int[] firstBlock = new int[64];

    public int[] secondBlock = new int[64];

    /** The contact whose normal impulse bounds a contact's torsional or rolling friction; -1 elsewhere. */
    public int[] partner = new int[64];

    /** R, per constraint; 0 for a rigid one. */
    public double[] compliance = new double[64];

    /** The greatest magnitude of a dry friction's impulse. */
    public double[] bound = new double[64];

    /** Entries of w. Those of the first block stand before those of the second, each ascending. */
    public int[] index = new int[1024];

    public double[] y = new double[2048];

    /** What is added to Y·w, per row. */
    public double[] bias = new double[192];

    /** Impulses, per row. */
    public double[] lambda = new double[192];

    /** What the impulses were before the solver began, per row. */
    public double[] guess = new double[192];

    /** Whether the guess was good enough to be kept, per constraint. */
    public boolean[] kept = new boolean[64];

    /** Y·Yᵀ + R of each constraint: xx, xy, xz, yy, yz, zz. */
    double[] delassus = new double[6 * 64];

    private int count;
    private int rowCount;
    private int supportCount;
    private int valueCount;

    public int count() {
        return count;
    }

    public int rowCount() {
        return rowCount;
    }

    public void clear() {
        count = 0;
        rowCount = 0;
        supportCount = 0;
        valueCount = 0;
    }

    /**
     * Adds a rigid constraint of no impulse; the caller fills {@link #index}, {@link #y} and {@link #bias} from where this
     * constraint's begin.
     *
     * @return its number
     */
    public int add(ConstraintKind kindOf, int rowsOf, int supportSizeOf, int block1, int block2) {
        if (count == rows.length) {
            growConstraints();
        }
        int c = count++;
        kind[c] = kindOf;
        rows[c] = rowsOf;
        row[c] = rowCount;
        support[c] = supportCount;
        supportSize[c] = supportSizeOf;
        values[c] = valueCount;
        firstBlock[c] = block1;
        secondBlock[c] = block2;
        partner[c] = -1;
        compliance[c] = 0;
        bound[c] = 0;
        rowCount += rowsOf;
        supportCount += supportSizeOf;
        valueCount += rowsOf * supportSizeOf;
        if (rowCount > bias.length) {
            bias = Arrays.copyOf(bias, 2 * rowCount);
            lambda = Arrays.copyOf(lambda, 2 * rowCount);
            guess = new double[2 * rowCount];
        }
        if (supportCount > index.length) {
            index = Arrays.copyOf(index, 2 * supportCount);
        }
        if (valueCount > y.length) {
            y = Arrays.copyOf(y, 2 * valueCount);
        }
        for (int r = row[c]; r < rowCount; r++) {
            bias[r] = 0;
            lambda[r] = 0;
        }
        return c;
    }

    private void growConstraints() {
        int size = 2 * count;
        kind = Arrays.copyOf(kind, size);
        rows = Arrays.copyOf(rows, size);
        row = Arrays.copyOf(row, size);
        support = Arrays.copyOf(support, size);
        supportSize = Arrays.copyOf(supportSize, size);
        values = Arrays.copyOf(values, size);
        firstBlock = Arrays.copyOf(firstBlock, size);
        secondBlock = Arrays.copyOf(secondBlock, size);
        partner = Arrays.copyOf(partner, size);
        compliance = Arrays.copyOf(compliance, size);
        bound = Arrays.copyOf(bound, size);
        delassus = Arrays.copyOf(delassus, 6 * size);
        kept = new boolean[size];
    }

    /** The velocity Y·w + bias of a constraint's row. */
    double velocity(int c, int r, double[] w) {
        return bias[row[c] + r] + product(c, r, w);
    }

    /** Y·x of a constraint's row. */
    public double product(int c, int r, double[] x) {
        int size = supportSize[c];
        int s = support[c];
        int o = values[c] + r * size;
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += y[o + k] * x[index[s + k]];
        }
        return sum;
    }

    /** Adds Yᵀ·(x0, x1, x2) of a constraint to w; entries beyond its rows are not looked at. */
    void apply(int c, double x0, double x1, double x2, double[] w) {
        int size = supportSize[c];
        int s = support[c];
        int o = values[c];
        switch (rows[c]) {
            case 1 -> {
                for (int k = 0; k < size; k++) {
                    w[index[s + k]] += y[o + k] * x0;
                }
            }
            case 2 -> {
                for (int k = 0; k < size; k++) {
                    w[index[s + k]] += y[o + k] * x0 + y[o + size + k] * x1;
                }
            }
            default -> {
                for (int k = 0; k < size; k++) {
                    w[index[s + k]] += y[o + k] * x0 + y[o + size + k] * x1 + y[o + 2 * size + k] * x2;
                }
            }
        }
    }

    /** Adds the impulse of a constraint to w. */
    void applyImpulse(int c, double[] w) {
        int r = row[c];
        int n = rows[c];
        apply(c, lambda[r], n > 1 ? lambda[r + 1] : 0, n > 2 ? lambda[r + 2] : 0, w);
    }

    /** Computes the diagonals of the blocks Y·Yᵀ + R of all constraints, once they are filled. */
    void prepare() {
        for (int c = 0; c < count; c++) {
            int d = 6 * c;
            int n = rows[c];
            double r = compliance[c];
            delassus[d] = product(c, 0, 0) + r;
            if (n > 1) {
                delassus[d + 3] = product(c, 1, 1) + r;
            }
            if (n > 2) {
                delassus[d + 5] = product(c, 2, 2) + r;
            }
        }
    }

    /** Computes the rest of a constraint's block, which only sweeps need. */
    void prepareSweeps(int c) {
        int d = 6 * c;
        if (rows[c] > 1) {
            delassus[d + 1] = product(c, 0, 1);
        }
        if (rows[c] > 2) {
            delassus[d + 2] = product(c, 0, 2);
            delassus[d + 4] = product(c, 1, 2);
        }
    }

    /** The greatest diagonal entry of a constraint's block of the Delassus matrix. */
    double mobility(int c) {
        int d = 6 * c;
        double m = delassus[d];
        if (rows[c] > 1) {
            m = Math.max(m, delassus[d + 3]);
        }
        return rows[c] > 2 ? Math.max(m, delassus[d + 5]) : m;
    }

    private double product(int c, int a, int b) {
        int size = supportSize[c];
        int oa = values[c] + a * size;
        int ob = values[c] + b * size;
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += y[oa + k] * y[ob + k];
        }
        return sum;
    }
}
