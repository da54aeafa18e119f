package io.sigmaprompt.twin.calibration.regression;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.calibration.signal.FilteredMotion;
import io.sigmaprompt.twin.calibration.signal.ZeroPhaseFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a regression's rows of a filtered log: at each sample that is kept, what every unknown adds to each effort. */
public final class RowsBuilder {
    /** Samples kept in a cut-off's period. */
    private static final double PER_PERIOD = 4;

    /** More samples tell nothing that these do not. */
    private static final int MOST_SAMPLES = 12_000;

    /** So many numbers of inertial columns are filtered at all steps; of longer logs they are taken as they are. */
    private static final long MOST_FILTERED = 40_000_000;

    /** Share of a joint's greatest speed below which friction's direction is not sure. */
    private static final double UNSURE = 0.001;

    /** Share of a joint's greatest speed below which it may stick: a smooth turn is through it before the filter sees much. */
    private static final double SLOW = 0.002;

    private final RobotModel model;
    private final DrivenJoints driven;
    private final RobotDynamics dynamics;
    private final FilteredMotion motion;
    private final Layout layout;
    private final int[] drives;
    private final double[] reference;
    private final double[] q;
    private final double[] v;
    private final double[] vdot;
    private final double[] all;
    private final double[] column;
    private final double[] gathered;
    private final double[] drivenPosition;
    private final double[] drivenVelocity;
    private final double[] drivenAcceleration;
    private final double[] byQ;
    private final double[] byV;
    private final double[] regressor;
    private double @Nullable [][][] inertial;

    /**
     * A builder for a robot and a log.
     *
     * @param drives the driven joint that each joint of the log is
     * @param reference nq entries: where joints rest that the log does not know
     */
    public RowsBuilder(
            RobotModel model,
            DrivenJoints driven,
            FilteredMotion motion,
            Layout layout,
            int[] drives,
            double[] reference) {
        this.model = model;
        this.driven = driven;
        this.motion = motion;
        this.layout = layout;
        this.drives = drives.clone();
        this.reference = reference.clone();
        dynamics = CompiledDynamics.of(model);
        q = reference.clone();
        v = new double[model.nv()];
        vdot = new double[model.nv()];
        column = new double[model.nv()];
        all = new double[driven.count()];
        gathered = new double[driven.count()];
        drivenPosition = new double[driven.count()];
        drivenVelocity = new double[driven.count()];
        drivenAcceleration = new double[driven.count()];
        byQ = new double[model.nv() * model.nv()];
        byV = new double[model.nv() * model.nv()];
        regressor = new double[model.nv() * dynamics.parameterCount()];
    }

    /**
     * The rows.
     *
     * @param gain effort of what the log calls effort, per joint: 1, or newton metres an ampere
     * @param around where the search stands, for what is not linear; or null
     * @param stribeckSpeed per joint, rad/s or m/s
     */
    public Rows build(double[] gain, double @Nullable [] around, double[] stribeckSpeed) {
        int m = drives.length;
        int[] kept = kept();
        double[][][] friction = friction(stribeckSpeed);
        double[] seconds = new double[kept.length];
        double[][] rows = new double[m * kept.length][layout.size()];
        double[] target = new double[rows.length];
        double[] raw = new double[rows.length];
        double[] stuck = new double[rows.length];
        restAtReference();
        if (inertial == null && (long) motion.count() * m * layout.inertial() <= MOST_FILTERED) {
            inertial = filteredInertial();
        }
        for (int s = 0; s < kept.length; s++) {
            int i = kept[s];
            seconds[s] = i * motion.step();
            state(i);
            if (inertial == null) {
                inertialPart(rows, m * s);
            } else {
                for (int j = 0; j < m; j++) {
                    for (int p = 0; p < layout.inertial(); p++) {
                        rows[m * s + j][p] = inertial[j][p][i];
                    }
                }
            }
            if (layout.has(Unknown.POSITION_OFFSET)) {
                offsetPart(rows, m * s);
            }
            for (int j = 0; j < m; j++) {
                double[] row = rows[m * s + j];
                put(row, Unknown.VISCOUS, j, friction[0][j][i]);
                put(row, Unknown.COULOMB, j, friction[1][j][i]);
                put(row, Unknown.STRIBECK, j, friction[2][j][i]);
                put(row, Unknown.BIAS, j, 1);
                put(row, Unknown.ARMATURE, j, motion.acceleration(j)[i]);
                if (layout.has(Unknown.GAIN) && around != null) {
                    double sum = 0;
                    for (int k = 0; k < row.length; k++) {
                        sum += row[k] * around[k];
                    }
                    put(row, Unknown.GAIN, j, -sum);
                }
                target[m * s + j] = gain[j] * motion.effort(j)[i];
                // By size, for a filter that rings sees a stop with the other sign too.
                stuck[m * s + j] = Math.abs(friction[3][j][i]);
                raw[m * s + j] = gain[j] * motion.rawEffort(j)[i];
            }
        }
        return new Rows(m, seconds, rows, target, raw, stuck);
    }

    private int[] kept() {
        int usable = 0;
        for (int i = 0; i < motion.count(); i++) {
            usable += motion.usable(i) ? 1 : 0;
        }
        int stride = (int) Math.max(1, Math.floor(1 / (motion.cutoff() * PER_PERIOD * motion.step())));
        stride = Math.max(stride, (usable + MOST_SAMPLES - 1) / MOST_SAMPLES);
        List<Integer> kept = new ArrayList<>();
        for (int i = stride / 2; i < motion.count(); i += stride) {
            if (motion.usable(i)) {
                kept.add(i);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Viscous, Coulomb and Stribeck factors, and how much of a time a joint hardly moves, at all steps, through the same filter as the efforts. */
    private double[][][] friction(double[] stribeckSpeed) {
        ZeroPhaseFilter filter = new ZeroPhaseFilter(motion.cutoff(), 1 / motion.step());
        int m = drives.length;
        double[][][] factors = new double[4][m][];
        for (int j = 0; j < m; j++) {
            double[] speed = motion.velocity(j);
            double[] quick = motion.quickVelocity(j);
            double greatest = 0;
            for (double each : speed) {
                greatest = Math.max(greatest, Math.abs(each));
            }
            double unsure = Math.max(UNSURE * greatest, 1e-9);
            double[] direction = new double[speed.length];
            double[] stribeck = new double[speed.length];
            for (int i = 0; i < speed.length; i++) {
                direction[i] = speed[i] / Math.sqrt(speed[i] * speed[i] + unsure * unsure);
                double ratio = speed[i] / stribeckSpeed[j];
                stribeck[i] = direction[i] * StrictMath.exp(-ratio * ratio);
            }
            double[] slow = new double[speed.length];
            for (int i = 0; i < speed.length; i++) {
                slow[i] = Math.abs(quick[i]) < SLOW * greatest ? 1 : 0;
            }
            factors[3][j] = filter.apply(slow);
            factors[0][j] = speed;
            factors[1][j] = filter.apply(direction);
            factors[2][j] = filter.apply(stribeck);
        }
        return factors;
    }

    private void put(double[] row, Unknown kind, int joint, double value) {
        if (layout.has(kind)) {
            row[layout.index(kind, joint)] = value;
        }
    }

    private void restAtReference() {
        for (int d = 0; d < driven.count(); d++) {
            drivenPosition[d] =
                    reference[model.qIndex(model.jointIndex(driven.joint(d).name()))];
        }
    }

    private void state(int sample) {
        for (int j = 0; j < drives.length; j++) {
            drivenPosition[drives[j]] = motion.position(j)[sample];
            drivenVelocity[drives[j]] = motion.velocity(j)[sample];
            drivenAcceleration[drives[j]] = motion.acceleration(j)[sample];
        }
        driven.scatterPosition(drivenPosition, q);
        driven.scatterVelocity(drivenVelocity, v);
        driven.scatterVelocity(drivenAcceleration, vdot);
    }

    /**
     * Inertial columns at all steps through the filter of the efforts, by joint and parameter: gravity's higher harmonics
     * lose by the filter what the efforts lose.
     */
    private double[][][] filteredInertial() {
        int m = drives.length;
        double[][] one = new double[m][layout.inertial()];
        double[][][] columns = new double[m][layout.inertial()][motion.count()];
        for (int i = 0; i < motion.count(); i++) {
            state(i);
            inertialPart(one, 0);
            for (int j = 0; j < m; j++) {
                for (int p = 0; p < one[j].length; p++) {
                    columns[j][p][i] = one[j][p];
                }
            }
        }
        ZeroPhaseFilter filter = new ZeroPhaseFilter(motion.cutoff(), 1 / motion.step());
        for (double[][] ofJoint : columns) {
            for (int p = 0; p < ofJoint.length; p++) {
                ofJoint[p] = filter.apply(ofJoint[p]);
            }
        }
        return columns;
    }

    private void inertialPart(double[][] rows, int first) {
        dynamics.regressor(q, v, vdot, regressor);
        int parameters = dynamics.parameterCount();
        for (int p = 0; p < parameters; p++) {
            for (int k = 0; k < column.length; k++) {
                column[k] = regressor[k * parameters + p];
            }
            driven.gatherEffort(column, gathered);
            for (int j = 0; j < drives.length; j++) {
                rows[first + j][p] = gathered[drives[j]];
            }
        }
    }

    /** How efforts change where a joint stands elsewhere than its encoder says, by the model's own derivatives. */
    private void offsetPart(double[][] rows, int first) {
        dynamics.inverseDynamicsDerivatives(q, v, vdot, byQ, byV);
        int nv = model.nv();
        double[] unit = new double[nv];
        for (int o = 0; o < drives.length; o++) {
            java.util.Arrays.fill(all, 0);
            all[drives[o]] = 1;
            driven.scatterVelocity(all, unit);
            for (int k = 0; k < nv; k++) {
                double sum = 0;
                for (int l = 0; l < nv; l++) {
                    sum += byQ[k * nv + l] * unit[l];
                }
                column[k] = sum;
            }
            driven.gatherEffort(column, gathered);
            for (int j = 0; j < drives.length; j++) {
                put(rows[first + j], Unknown.POSITION_OFFSET, o, gathered[drives[j]]);
            }
        }
    }
}
