package io.sigmaprompt.twin.calibration;

import io.sigmaprompt.physics.dynamics.BaseParameters;
import io.sigmaprompt.physics.dynamics.TorqueRegressor;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.calibration.regression.Estimate;
import io.sigmaprompt.twin.calibration.regression.Layout;
import io.sigmaprompt.twin.calibration.regression.Rows;
import io.sigmaprompt.twin.calibration.regression.Unknown;
import io.sigmaprompt.twin.calibration.signal.FilteredMotion;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Tells what a regression found in the terms of the robot. */
final class CalibrationAccount {
    record JointPart(String joint, boolean moved, double gain, double stribeckSpeed, Map<Unknown, Parameter> numbers) {}

    private static final List<String> UNITS =
            List.of("kg", "kg m", "kg m", "kg m", "kg m²", "kg m²", "kg m²", "kg m²", "kg m²", "kg m²");

    private final RobotModel model;
    private final Layout layout;
    private final CalibrationSettings settings;
    private final JointLog log;
    private final FilteredMotion motion;
    private final Rows rows;
    private final boolean[] training;
    private final boolean[] judging;
    private final boolean scaled;
    private final List<String> warnings;

    /** @param scaled whether the scale of efforts is known: else masses and frictions have no intervals */
    CalibrationAccount(
            RobotModel model,
            Layout layout,
            CalibrationSettings settings,
            JointLog log,
            FilteredMotion motion,
            Rows rows,
            boolean[] training,
            boolean[] judging,
            boolean scaled,
            List<String> warnings) {
        this.model = model;
        this.layout = layout;
        this.settings = settings;
        this.log = log;
        this.motion = motion;
        this.rows = rows;
        this.training = training;
        this.judging = judging;
        this.scaled = scaled;
        this.warnings = warnings;
    }

    Calibration of(
            double[] file,
            Estimate estimate,
            double[] friction,
            double[][] folds,
            List<JointPart> parts,
            double[] pi0) {
        double[] x = estimate.x().clone();
        if (layout.has(Unknown.GAIN)) {
            for (int j = 0; j < layout.joints(); j++) {
                x[layout.index(Unknown.GAIN, j)] = 0;
            }
        }
        double[] before = rows.rms(file, judging, false);
        double[] frictionOnly = rows.rms(friction, judging, false);
        double[] after = rows.rms(x, judging, false);
        double[] written = rows.rms(sayable(x), judging, false);
        double[] rawBefore = rows.rms(file, judging, true);
        double[] rawAfter = rows.rms(x, judging, true);
        List<JointCalibration> joints = new ArrayList<>();
        for (int j = 0; j < parts.size(); j++) {
            JointPart part = parts.get(j);
            List<Double> ratios = new ArrayList<>();
            for (double[] fold : folds) {
                ratios.add(fold[j]);
            }
            joints.add(new JointCalibration(
                    part.joint(),
                    before[j],
                    frictionOnly[j],
                    after[j],
                    written[j],
                    rawBefore[j],
                    rawAfter[j],
                    ratios,
                    part.moved(),
                    part.gain(),
                    part.stribeckSpeed(),
                    part.numbers()));
        }
        List<Parameter> inertial = inertial(estimate, pi0);
        List<Parameter> masses = new ArrayList<>();
        for (int i = 0; i < inertial.size(); i += 10) {
            masses.add(inertial.get(i));
        }
        List<Calibration.BaseParameter> base = base(estimate, pi0);
        int taught = 0;
        for (boolean each : training) {
            taught += each ? rows.joints() : 0;
        }
        List<String> doubts = new ArrayList<>(warnings);
        doubts.addAll(CalibrationDoubts.of(
                joints, rows.rms(new double[layout.size()], judging, false), surprise(base), taught, layout.size()));
        return new Calibration(
                settings,
                log.seconds(),
                1 / motion.step(),
                rows.samples(),
                training,
                rows.seconds(),
                residual(file),
                residual(x),
                joints,
                pi0,
                Arrays.copyOf(estimate.x(), layout.inertial()),
                masses,
                inertial,
                base,
                condition(estimate),
                surprise(base),
                doubts);
    }

    /** What a robot's file has words for. */
    private double[] sayable(double[] x) {
        double[] said = x.clone();
        for (Unknown kind : List.of(Unknown.BIAS, Unknown.STRIBECK, Unknown.POSITION_OFFSET)) {
            for (int j = 0; layout.has(kind) && j < layout.joints(); j++) {
                said[layout.index(kind, j)] = 0;
            }
        }
        return said;
    }

    private double[][] residual(double[] x) {
        double[][] residual = new double[rows.joints()][rows.samples()];
        for (int s = 0; s < rows.samples(); s++) {
            for (int j = 0; j < rows.joints(); j++) {
                int r = rows.joints() * s + j;
                residual[j][s] = rows.target()[r] - rows.predict(r, x);
            }
        }
        return residual;
    }

    private List<Parameter> inertial(Estimate estimate, double[] pi0) {
        TorqueRegressor names = new TorqueRegressor(model);
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < pi0.length; i++) {
            all.add(new Parameter(
                    names.parameterName(i),
                    UNITS.get(i % 10),
                    pi0[i],
                    estimate.x()[i],
                    scaled ? estimate.deviation(i) : Double.NaN,
                    estimate.priorDeviation(i)));
        }
        return all;
    }

    private List<Calibration.BaseParameter> base(Estimate estimate, double[] pi0) {
        BaseParameters base = BaseParameters.ofDrives(model);
        double[] grouping = base.grouping();
        double[] nominal = base.values(pi0);
        double[] found = base.values(Arrays.copyOf(estimate.x(), pi0.length));
        List<Calibration.BaseParameter> all = new ArrayList<>();
        for (int i = 0; i < base.count(); i++) {
            double[] combination = new double[layout.size()];
            System.arraycopy(grouping, i * pi0.length, combination, 0, pi0.length);
            all.add(new Calibration.BaseParameter(
                    new Parameter(
                            base.name(i),
                            UNITS.get(base.independent()[i] % 10),
                            nominal[i],
                            found[i],
                            scaled ? estimate.deviation(combination) : Double.NaN,
                            estimate.priorDeviation(combination)),
                    base.expression(i)));
        }
        return all;
    }

    /** Of the base regressor on the training part, rows weighted by noise, columns of unit length. */
    private double condition(Estimate estimate) {
        int[] columns = BaseParameters.ofDrives(model).independent();
        double[][] gram = new double[columns.length][columns.length];
        for (int s = 0; s < rows.samples(); s++) {
            if (training[s]) {
                for (int j = 0; j < rows.joints(); j++) {
                    double[] row = rows.row()[rows.joints() * s + j];
                    double w = 1 / (estimate.sigma()[j] * estimate.sigma()[j]);
                    for (int i = 0; i < columns.length; i++) {
                        for (int k = 0; k < columns.length; k++) {
                            gram[i][k] += w * row[columns[i]] * row[columns[k]];
                        }
                    }
                }
            }
        }
        double[] length = new double[columns.length];
        for (int i = 0; i < length.length; i++) {
            length[i] = Math.sqrt(gram[i][i]);
        }
        for (int i = 0; i < length.length; i++) {
            for (int k = 0; k < length.length; k++) {
                gram[i][k] = length[i] > 0 && length[k] > 0 ? gram[i][k] / (length[i] * length[k]) : i == k ? 1 : 0;
            }
        }
        double[] values = new EigenDecomposition(new Array2DRowRealMatrix(gram, false)).getRealEigenvalues();
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        return least > 0 ? Math.sqrt(most / least) : Double.POSITIVE_INFINITY;
    }

    private static double surprise(List<Calibration.BaseParameter> base) {
        double sum = 0;
        int count = 0;
        for (Calibration.BaseParameter each : base) {
            Parameter p = each.parameter();
            if (p.priorDeviation() > 0) {
                double d = (p.value() - p.model()) / p.priorDeviation();
                sum += d * d;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }
}
