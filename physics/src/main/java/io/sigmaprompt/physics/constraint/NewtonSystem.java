package io.sigmaprompt.physics.constraint;

/** The matrix {@code 1 + Σ Yᵀ·D·Y} of an island, block by block, and its factor; D symmetric or not. */
final class NewtonSystem {
    private final BlockLayout layout;
    private final BlockPattern pattern = new BlockPattern();
    private final BlockCholesky matrix = new BlockCholesky(pattern);
    private final BlockLu unsymmetric = new BlockLu(pattern);
    private final int[] localBlock;
    private final int[] sizes;
    private final double[] packed;
    private double[] product = new double[3 * 64];

    NewtonSystem(BlockLayout layout) {
        this.layout = layout;
        localBlock = new int[layout.count()];
        sizes = new int[layout.count()];
        packed = new double[layout.length()];
    }

    /** Takes the island's graph. */
    void begin(ConstraintSet set, Island island) {
        int blocks = 0;
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            localBlock[b] = blocks;
            sizes[blocks++] = layout.size(b);
        }
        pattern.begin(blocks, sizes);
        for (int i = island.firstConstraint; i < island.endConstraint; i++) {
            int c = island.constraints[i];
            if (set.secondBlock[c] >= 0) {
                pattern.connect(localBlock[set.firstBlock[c]], localBlock[set.secondBlock[c]]);
            }
        }
        pattern.end();
    }

    /** Begins anew with the identity, for symmetric terms. */
    void clear(Island island) {
        matrix.clear();
        addIdentity(island, matrix.data());
    }

    /** Begins anew with the identity, for terms of any kind. */
    void clearUnsymmetric(Island island) {
        unsymmetric.clear();
        addIdentity(island, unsymmetric.lower());
    }

    private void addIdentity(Island island, double[] a) {
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int local = localBlock[island.blocks[i]];
            int n = sizes[local];
            int o = pattern.block(local, local);
            for (int k = 0; k < n; k++) {
                a[o + k * (n + 1)] += 1;
            }
        }
    }

    /** Adds {@code scale·Yᵀ·D·Y} of a constraint, D as {@link ConstraintProjection#derivative}. */
    void add(ConstraintSet set, int c, double[] d, double scale) {
        int size = set.supportSize[c];
        if (product.length < 3 * size) {
            product = new double[6 * size];
        }
        weigh(set, c, d, scale);
        int first = set.firstBlock[c];
        int split = split(set, c);
        addDiagonal(set, c, first, 0, split);
        if (split < size) {
            int second = set.secondBlock[c];
            addDiagonal(set, c, second, split, size);
            int a = localBlock[first];
            int b = localBlock[second];
            if (pattern.block(b, a) >= 0) {
                addFull(set, c, second, split, size, c, first, 0, split, matrix.data(), pattern.block(b, a));
            } else {
                addFull(set, c, first, 0, split, c, second, split, size, matrix.data(), pattern.block(a, b));
            }
        }
    }

    /** How many of a constraint's support entries belong to its first block. */
    private int split(ConstraintSet set, int c) {
        int size = set.supportSize[c];
        if (set.secondBlock[c] < 0) {
            return size;
        }
        int begin = layout.start()[set.firstBlock[c]];
        int end = layout.start()[set.firstBlock[c] + 1];
        int split = 0;
        while (split < size && set.index[set.support[c] + split] >= begin && set.index[set.support[c] + split] < end) {
            split++;
        }
        return split;
    }

    /**
     * Adds {@code Yᵀ·D·Z} of two constraints between the same blocks, which may be one and the same.
     *
     * @param c whose rows are Y
     * @param by whose rows are Z
     * @param d rows of c x rows of by, row-major with stride 3
     */
    void addUnsymmetric(ConstraintSet set, int c, int by, double[] d) {
        int size = set.supportSize[by];
        int rows = set.rows[c];
        if (product.length < 3 * size) {
            product = new double[6 * size];
        }
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < size; k++) {
                double sum = 0;
                for (int i = 0; i < set.rows[by]; i++) {
                    sum += d[3 * r + i] * set.y[set.values[by] + i * size + k];
                }
                product[r * size + k] = sum;
            }
        }
        int first = set.firstBlock[c];
        int rowSplit = split(set, c);
        int columnSplit = by == c ? rowSplit : split(set, by);
        int a = localBlock[first];
        addFull(set, c, first, 0, rowSplit, by, first, 0, columnSplit, unsymmetric.lower(), pattern.block(a, a));
        if (set.secondBlock[c] < 0) {
            return;
        }
        int rowEnd = set.supportSize[c];
        int second = set.secondBlock[c];
        int b = localBlock[second];
        double[] lower = unsymmetric.lower();
        addFull(set, c, second, rowSplit, rowEnd, by, second, columnSplit, size, lower, pattern.block(b, b));
        boolean later = pattern.block(b, a) >= 0;
        int o = later ? pattern.block(b, a) : pattern.block(a, b);
        double[] forward = later ? lower : unsymmetric.upper();
        double[] backward = later ? unsymmetric.upper() : lower;
        addFull(set, c, second, rowSplit, rowEnd, by, first, 0, columnSplit, forward, o);
        addFull(set, c, first, 0, rowSplit, by, second, columnSplit, size, backward, o);
    }

    private void weigh(ConstraintSet set, int c, double[] d, double scale) {
        int size = set.supportSize[c];
        int o = set.values[c];
        double[] y = set.y;
        int rows = set.rows[c];
        for (int k = 0; k < size; k++) {
            double y0 = y[o + k];
            double y1 = rows > 1 ? y[o + size + k] : 0;
            double y2 = rows > 2 ? y[o + 2 * size + k] : 0;
            product[k] = scale * (d[0] * y0 + d[1] * y1 + d[2] * y2);
            if (rows > 1) {
                product[size + k] = scale * (d[1] * y0 + d[3] * y1 + d[4] * y2);
            }
            if (rows > 2) {
                product[2 * size + k] = scale * (d[2] * y0 + d[4] * y1 + d[5] * y2);
            }
        }
    }

    /** The lower triangle of a diagonal block; support entries are ascending. */
    private void addDiagonal(ConstraintSet set, int c, int block, int from, int to) {
        int n = layout.size(block);
        int begin = layout.start()[block];
        int o = pattern.block(localBlock[block], localBlock[block]);
        double[] a = matrix.data();
        int size = set.supportSize[c];
        int s = set.support[c];
        for (int r = 0; r < set.rows[c]; r++) {
            int y = set.values[c] + r * size;
            for (int i = from; i < to; i++) {
                double yi = set.y[y + i];
                int row = o + (set.index[s + i] - begin) * n - begin;
                for (int j = from; j <= i; j++) {
                    a[row + set.index[s + j]] += yi * product[r * size + j];
                }
            }
        }
    }

    /** Adds {@code Yᵀ·product}, rows of Y from constraint c, columns at the entries of constraint {@code by}. */
    private void addFull(
            ConstraintSet set,
            int c,
            int rowBlock,
            int rowFrom,
            int rowTo,
            int by,
            int columnBlock,
            int columnFrom,
            int columnTo,
            double[] a,
            int o) {
        int n = layout.size(columnBlock);
        int rowBegin = layout.start()[rowBlock];
        int columnBegin = layout.start()[columnBlock];
        int rowSize = set.supportSize[c];
        int rowSupport = set.support[c];
        int size = set.supportSize[by];
        int support = set.support[by];
        for (int r = 0; r < set.rows[c]; r++) {
            int y = set.values[c] + r * rowSize;
            for (int i = rowFrom; i < rowTo; i++) {
                double yi = set.y[y + i];
                int row = o + (set.index[rowSupport + i] - rowBegin) * n - columnBegin;
                for (int j = columnFrom; j < columnTo; j++) {
                    a[row + set.index[support + j]] += yi * product[r * size + j];
                }
            }
        }
    }

    /** Factors; false if the matrix is not positive definite, which only numbers beyond all bounds make it. */
    boolean factor() {
        return matrix.factor();
    }

    /** Factors the terms of any kind; false where a pivot vanishes. */
    boolean factorUnsymmetric() {
        return unsymmetric.factor();
    }

    /**
     * Solves with the factor, for the island's entries.
     *
     * @param symmetric which of both factors
     * @param right entries as w
     * @param out Modified. entries as w
     */
    void solve(Island island, boolean symmetric, double[] right, double[] out) {
        int p = 0;
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            System.arraycopy(right, layout.start()[b], packed, p, layout.size(b));
            p += layout.size(b);
        }
        if (symmetric) {
            matrix.solve(packed);
        } else {
            unsymmetric.solve(packed);
        }
        p = 0;
        for (int i = island.firstBlock; i < island.endBlock; i++) {
            int b = island.blocks[i];
            System.arraycopy(packed, p, out, layout.start()[b], layout.size(b));
            p += layout.size(b);
        }
    }
}
