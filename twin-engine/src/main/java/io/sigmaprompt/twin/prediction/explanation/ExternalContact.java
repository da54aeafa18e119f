package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.spatial.Cholesky;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import java.util.Arrays;

/**
 * Something that pushes a link at its centre of mass with one force for a while: effort and motion of all joints that carry
 * the link contradict the body's law by {@code -Jᵀ·f} (De Luca, Haddadin, Robot collisions: a survey on detection, isolation,
 * and identification, IEEE T-RO 33(6), 2017). The stretch is searched over a coarse grid, then sample by sample.
 */
final class ExternalContact extends Hypothesis {
    /** Upper triangle of the normal matrix, right side. */
    private static final int SUMS = 9;

    private static final int COARSE = 8;
    private static final int FEW = 6;
    private static final double WEIGHTS = 2;

    /** A force that the window shows less well than this, N, is not told apart from nothing. */
    private static final double LEAST_RIDGE = 1e-9;

    private final Consistency laws;
    private final Frame point;
    /** N; what would outweigh the robot so many times is no push. */
    private final double greatest;

    private final int n;
    private final Chain chain;
    private final double[] full;
    private final double[] driven;
    private final double[] position;
    private final double[] still;
    private final double[] jacobian;
    /** Of sample k, axis a, place p in the chain: (3 k + a) times its length + p. */
    private final double[] lever;
    /** Sums over the samples before k, k · SUMS. */
    private final double[] sums;

    private final double[] matrix = new double[9];
    private final double[] right = new double[3];
    private final double[] solution = new double[3];
    private final double[] force = new double[3];
    private int from;
    private int to;
    private int last;
    /** Whether the levers are the present window's. */
    private boolean current;

    ExternalContact(Consistency laws, Frame point, int capacity) {
        super(Kind.EXTERNAL_CONTACT, point.name());
        this.laws = laws;
        this.point = point;
        greatest = WEIGHTS * 9.81 * laws.model.totalMass();
        n = laws.n;
        full = new double[laws.model.nv()];
        chain = new Chain(laws, point.link());
        driven = new double[n];
        position = new double[n];
        still = new double[n];
        jacobian = new double[6 * laws.model.nv()];
        lever = new double[capacity * 3 * chain.length()];
        sums = new double[(capacity + 1) * SUMS];
    }

    /** A new window: what the last one's levers were counts no more. */
    void begin() {
        current = false;
    }

    private void update(Evidence e) {
        int nv = full.length;
        int length = chain.length();
        for (int k = 0; k < e.count; k++) {
            System.arraycopy(e.position, k * n, position, 0, n);
            laws.scatter(position, still, still);
            laws.dynamics.frameJacobian(laws.q(), point, jacobian);
            for (int a = 0; a < 3; a++) {
                System.arraycopy(jacobian, (3 + a) * nv, full, 0, nv);
                laws.joints.gatherEffort(full, driven);
                for (int p = 0; p < length; p++) {
                    lever[(3 * k + a) * length + p] = driven[chain.joint(p)];
                }
            }
        }
        current = true;
    }

    @Override
    void fit(Evidence e) {
        gain = 0;
        if (!chain.suspicious(e)) {
            return;
        }
        if (!current) {
            update(e);
        }
        accumulate(e);
        double best = 0;
        for (int a = 0; a < e.count - FEW; a += COARSE) {
            for (int b = Math.min(e.count, a + COARSE); b <= e.count; b = next(b, e.count)) {
                best = tryStretch(a, b, e.count, best);
            }
        }
        if (!(best > 0)) {
            return;
        }
        int a0 = from;
        int b0 = to;
        for (int a = Math.max(0, a0 - COARSE + 1); a <= Math.min(b0 - FEW, a0 + COARSE - 1); a++) {
            best = tryStretch(a, b0, e.count, best);
        }
        a0 = from;
        for (int b = Math.max(a0 + FEW, b0 - COARSE + 1); b <= Math.min(e.count, b0 + COARSE - 1); b++) {
            best = tryStretch(a0, b, e.count, best);
        }
        gain = best;
        parameters = 3 + (from > 0 ? 1 : 0) + (to < e.count ? 1 : 0);
        value = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
        sigma = deviation();
        last = e.count;
    }

    private static int next(int b, int count) {
        return b == count ? count + 1 : Math.min(count, b + COARSE);
    }

    private void accumulate(Evidence e) {
        int length = chain.length();
        Arrays.fill(sums, 0, SUMS, 0);
        for (int k = 0; k < e.count; k++) {
            int o = k * SUMS;
            System.arraycopy(sums, o, sums, o + SUMS, SUMS);
            o += SUMS;
            for (int p = 0; p < length; p++) {
                int at = e.at(k, Evidence.BODY, chain.joint(p));
                double w = e.weight[at] * e.weight[at];
                double x = -lever[3 * k * length + p];
                double y = -lever[(3 * k + 1) * length + p];
                double z = -lever[(3 * k + 2) * length + p];
                double r = w * e.open[at];
                sums[o] += w * x * x;
                sums[o + 1] += w * x * y;
                sums[o + 2] += w * x * z;
                sums[o + 3] += w * y * y;
                sums[o + 4] += w * y * z;
                sums[o + 5] += w * z * z;
                sums[o + 6] += r * x;
                sums[o + 7] += r * y;
                sums[o + 8] += r * z;
            }
        }
    }

    private boolean assemble(int a, int b) {
        int p = a * SUMS;
        int q = b * SUMS;
        matrix[0] = sums[q] - sums[p];
        matrix[3] = sums[q + 1] - sums[p + 1];
        matrix[6] = sums[q + 2] - sums[p + 2];
        matrix[4] = sums[q + 3] - sums[p + 3];
        matrix[7] = sums[q + 4] - sums[p + 4];
        matrix[8] = sums[q + 5] - sums[p + 5];
        // Directions that no joint feels get no force.
        double ridge = 1e-6 * (matrix[0] + matrix[4] + matrix[8]) + LEAST_RIDGE;
        matrix[0] += ridge;
        matrix[4] += ridge;
        matrix[8] += ridge;
        for (int c = 0; c < 3; c++) {
            right[c] = sums[q + 6 + c] - sums[p + 6 + c];
            solution[c] = right[c];
        }
        return Cholesky.factor(matrix, 3) < 0;
    }

    private double tryStretch(int a, int b, int count, double best) {
        if (b - a < FEW || !assemble(a, b)) {
            return best;
        }
        Cholesky.solve(matrix, 3, solution);
        double found = solution[0] * right[0] + solution[1] * right[1] + solution[2] * right[2];
        double size = solution[0] * solution[0] + solution[1] * solution[1] + solution[2] * solution[2];
        if (size > greatest * greatest) {
            return best;
        }
        // Both ends of the stretch are chosen and have to earn it.
        double price = 12.0 * ((a > 0 ? 1 : 0) + (b < count ? 1 : 0));
        if (found - price <= best) {
            return best;
        }
        from = a;
        to = b;
        System.arraycopy(solution, 0, force, 0, 3);
        return found - price;
    }

    /** Of the force's size, along its direction. */
    private double deviation() {
        if (!assemble(from, to) || !(value > 0)) {
            return Double.NaN;
        }
        for (int c = 0; c < 3; c++) {
            solution[c] = force[c] / value;
        }
        double x = solution[0];
        double y = solution[1];
        double z = solution[2];
        Cholesky.solve(matrix, 3, solution);
        return Math.sqrt(x * solution[0] + y * solution[1] + z * solution[2]);
    }

    @Override
    void remove(Evidence e, double[] part) {
        int length = chain.length();
        for (int k = from; k < to; k++) {
            for (int p = 0; p < length; p++) {
                double all = 0;
                for (int a = 0; a < 3; a++) {
                    all -= lever[(3 * k + a) * length + p] * force[a];
                }
                int joint = chain.joint(p);
                e.open[e.at(k, Evidence.BODY, joint)] -= all;
                if (k == last - 1) {
                    part[joint] += all;
                }
            }
        }
    }

    @Override
    String unit() {
        return "N";
    }

    @Override
    String text() {
        return "something pushes " + place
                + number(
                        " with %.1f ± %.1f N (%.1f, %.1f, %.1f in the world)",
                        value, sigma, force[0], force[1], force[2])
                + (to < last ? ", no longer" : "");
    }
}
