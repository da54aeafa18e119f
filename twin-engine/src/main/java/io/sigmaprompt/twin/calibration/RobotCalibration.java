package io.sigmaprompt.twin.calibration;

import io.sigmaprompt.physics.dynamics.TorqueRegressor;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.calibration.regression.Estimate;
import io.sigmaprompt.twin.calibration.regression.Layout;
import io.sigmaprompt.twin.calibration.regression.PossibleBodies;
import io.sigmaprompt.twin.calibration.regression.RobustRegression;
import io.sigmaprompt.twin.calibration.regression.Rows;
import io.sigmaprompt.twin.calibration.regression.RowsBuilder;
import io.sigmaprompt.twin.calibration.regression.Unknown;
import io.sigmaprompt.twin.calibration.signal.FilteredMotion;
import io.sigmaprompt.twin.calibration.signal.JointLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calibrates one robot from one log. Deterministic; for one call. */
public final class RobotCalibration {
    private static final double LEAST_ANGLE = 0.02;
    private static final double LEAST_STROKE = 0.002;
    private static final double OVER_NOISE = 10;
    private static final double GAIN_SPREAD = 3.0;
    private static final double OFFSET_SPREAD = 0.02;
    private static final int MOST_GAIN_ROUNDS = 60;
    private static final double GAIN_SETTLED = 1e-4;
    private static final double[] STRIBECK_SPEEDS = {0.01, 0.02, 0.05, 0.1, 0.2};

    private final RobotModel model;
    private final DrivenJoints driven;
    private final JointLog log;
    private final CalibrationSettings settings;
    private final Consumer<String> progress;
    private final FilteredMotion motion;
    private final Layout layout;
    private final int[] drives;
    private final boolean[] moved;
    private final double[] pi0;
    private final double[] mean;
    private final double[] deviation;
    private final boolean[] fixed;
    private final List<String> warnings = new ArrayList<>();
    private final RowsBuilder builder;
    private final double[] gain;
    private final GainAnchor anchor;
    private final double[] stribeckSpeed;

    /**
     * A calibration that is still to be computed.
     *
     * @param reference nq entries: where joints rest that the log does not know
     * @param progress takes a sentence about what is being done
     * @throws BadInputException if the log shows no motion, naming the joints
     */
    public RobotCalibration(
            RobotModel model,
            double[] reference,
            JointLog log,
            CalibrationSettings settings,
            Consumer<String> progress) {
        this.model = model;
        this.log = log;
        this.settings = settings;
        this.progress = progress;
        driven = new DrivenJoints(model);
        progress.accept("filtering " + log.nanos().length + " frames at " + settings.cutoff() + " Hz");
        motion = new FilteredMotion(log, settings.cutoff());
        int m = log.joints().size();
        drives = new int[m];
        for (int j = 0; j < m; j++) {
            drives[j] = driven.index(log.joints().get(j));
        }
        moved = moved();
        TorqueRegressor regressor = new TorqueRegressor(model);
        pi0 = new double[regressor.parameterCount()];
        regressor.parameters(pi0);
        layout = new Layout(pi0.length / 10, m, kinds());
        mean = Arrays.copyOf(pi0, layout.size());
        deviation = new double[layout.size()];
        fixed = new boolean[layout.size()];
        for (int p : PossibleBodies.mend(mean, layout.bodies())) {
            warnings.add("the body of " + regressor.parameterName(10 * p).replaceFirst("\\.m$", "")
                    + " has no extent or an impossible one in the robot's file: the search begins at the nearest body"
                    + " that can exist");
        }
        for (int b = 0; b < layout.bodies(); b++) {
            if (!(pi0[10 * b] > 0)) {
                Arrays.fill(fixed, 10 * b, 10 * b + 10, true);
                warnings.add(regressor.parameterName(10 * b).replaceFirst("\\.m$", "")
                        + " has no mass in the robot's file and is left without");
            }
        }
        gain = new double[m];
        Arrays.fill(gain, 1);
        anchor = new GainAnchor(log, settings.gains());
        stribeckSpeed = new double[m];
        Arrays.fill(stribeckSpeed, 0.05);
        builder = new RowsBuilder(model, driven, motion, layout, drives, reference);
    }

    private List<Unknown> kinds() {
        List<Unknown> kinds =
                new ArrayList<>(List.of(Unknown.VISCOUS, Unknown.COULOMB, Unknown.BIAS, Unknown.ARMATURE));
        if (settings.stribeck()) {
            kinds.add(Unknown.STRIBECK);
        }
        if (settings.jointOffsets()) {
            kinds.add(Unknown.POSITION_OFFSET);
        }
        if (settings.currents()) {
            kinds.add(Unknown.GAIN);
        }
        return kinds;
    }

    private boolean[] moved() {
        boolean[] which = new boolean[drives.length];
        List<String> still = new ArrayList<>();
        for (int j = 0; j < which.length; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < motion.count(); i++) {
                if (motion.usable(i)) {
                    low = Math.min(low, motion.position(j)[i]);
                    high = Math.max(high, motion.position(j)[i]);
                }
            }
            double least = driven.joint(drives[j]).type() == JointType.PRISMATIC ? LEAST_STROKE : LEAST_ANGLE;
            which[j] = high - low > Math.max(least, OVER_NOISE * motion.positionNoise(j));
            if (!which[j]) {
                still.add(log.joints().get(j));
            }
        }
        if (still.size() == which.length) {
            throw new BadInputException(
                    log.place(),
                    "expected joints that move, found none: " + String.join(", ", still)
                            + (still.size() == 1 ? " stands" : " stand") + " still throughout",
                    "Record a motion that moves every joint; `sigma calibrate --design` makes one.");
        }
        if (!still.isEmpty()) {
            warnings.add(String.join(", ", still) + (still.size() == 1 ? " stands" : " stand")
                    + " still throughout: nothing is told of " + (still.size() == 1 ? "its" : "their") + " friction");
        }
        return which;
    }

    /** Expectations of the joints' numbers, of the size that the log's efforts have. */
    private void expectJoints(Rows rows) {
        for (int j = 0; j < drives.length; j++) {
            JointDynamics dynamics = driven.joint(drives[j]).dynamics();
            double effort = 0;
            double speed = 0;
            for (int s = 0; s < rows.samples(); s++) {
                double e = rows.target()[rows.joints() * s + j];
                double v = rows.row()[rows.joints() * s + j][layout.index(Unknown.VISCOUS, j)];
                effort += e * e / rows.samples();
                speed += v * v / rows.samples();
            }
            // A first guess of a motor's gain may be far too small, and friction must be free to grow with it.
            effort = (settings.currents() ? 20 : 1) * Math.sqrt(effort) + 1e-6;
            expect(Unknown.VISCOUS, j, dynamics.damping(), effort / (Math.sqrt(speed) + 1e-6), moved[j]);
            expect(Unknown.COULOMB, j, dynamics.friction(), effort, moved[j]);
            expect(Unknown.STRIBECK, j, 0, effort, moved[j]);
            expect(Unknown.BIAS, j, 0, effort, moved[j]);
            double armature = dynamics.armature();
            expect(
                    Unknown.ARMATURE,
                    j,
                    armature,
                    armature > 0 ? 0.5 * armature : 1,
                    settings.armature() || armature > 0);
            expect(Unknown.POSITION_OFFSET, j, 0, OFFSET_SPREAD, true);
            expect(Unknown.GAIN, j, 0, GAIN_SPREAD, !anchor.holds(j));
        }
    }

    private void expect(Unknown kind, int joint, double value, double spread, boolean asked) {
        if (layout.has(kind)) {
            int i = layout.index(kind, joint);
            mean[i] = value;
            deviation[i] = spread;
            fixed[i] = !asked;
        }
    }

    /** Computes it. */
    public Calibration compute() {
        Rows rows = builder.build(gain, null, stribeckSpeed);
        boolean[] training = part(rows, 0, settings.trainingShare(), true);
        boolean[] judging = part(rows, settings.trainingShare(), 1, true);
        if (settings.currents()) {
            anchor.first(rows, training, mean, log, settings.gains(), gain);
            if (!anchor.known()) {
                warnings.add(
                        "currents tell motor gains, masses and frictions to a common factor only: gains are given as"
                                + " ratios to that of " + log.joints().get(anchor.reference())
                                + ", the rest is right if the file's bodies are, so it is given without intervals; give one known gain (--gain"
                                + " JOINT=VALUE)");
            }
            rows = builder.build(gain, mean, stribeckSpeed);
        }
        expectJoints(rows);
        if (settings.stribeck()) {
            chooseStribeckSpeeds(training);
            rows = builder.build(gain, mean, stribeckSpeed);
        }
        progress.accept("learning " + layout.size() + " numbers from " + rows.samples() + " samples");
        Estimate estimate = estimate(rows, training);
        if (settings.currents()) {
            rows = settleGains(training);
            estimate = estimate(rows, training);
        }
        double[] file = mean.clone();
        System.arraycopy(pi0, 0, file, 0, pi0.length);
        if (settings.currents()) {
            for (int j = 0; j < drives.length; j++) {
                file[layout.index(Unknown.GAIN, j)] = 0;
            }
        }
        progress.accept("comparing with friction alone");
        boolean[] bodiesFixed = fixed.clone();
        Arrays.fill(bodiesFixed, 0, pi0.length, true);
        Estimate friction =
                new RobustRegression(rows, layout, settings.spread(), file, deviation, bodiesFixed).solve(training);
        double[][] folds = folds(rows, file);
        CalibrationAccount account = new CalibrationAccount(
                model, layout, settings, log, motion, rows, training, judging, scaled(), warnings);
        return account.of(file, estimate, friction.x(), folds, joints(estimate, file), pi0);
    }

    /** Currents without a known gain tell masses and frictions to a common factor only, which is the file's guess. */
    private boolean scaled() {
        return !settings.currents() || anchor.known();
    }

    private Estimate estimate(Rows rows, boolean[] part) {
        RobustRegression regression = new RobustRegression(rows, layout, settings.spread(), mean, deviation, fixed);
        return regression.solve(part);
    }

    /** The samples between two shares of the log's length, apart from a margin that filters reach across. */
    private boolean[] part(Rows rows, double from, double to, boolean margin) {
        double reach = margin ? 0.5 / settings.cutoff() : 0;
        boolean[] part = new boolean[rows.samples()];
        double end = log.seconds();
        for (int s = 0; s < part.length; s++) {
            double at = rows.seconds()[s];
            part[s] = at >= from * end + (from > 0 ? reach : 0) && at < to * end - (to < 1 ? reach : 0);
        }
        return part;
    }

    private double[][] folds(Rows rows, double[] file) {
        double[][] ratio = new double[settings.folds()][];
        for (int f = 0; f < ratio.length; f++) {
            progress.accept("cross-validating part " + (f + 1) + " of " + ratio.length);
            boolean[] left = part(rows, (double) f / ratio.length, (f + 1.0) / ratio.length, false);
            boolean[] margin = part(rows, (f - 0.01) / ratio.length, (f + 1.01) / ratio.length, false);
            boolean[] learnt = new boolean[left.length];
            for (int s = 0; s < left.length; s++) {
                learnt[s] = !left[s] && !margin[s];
            }
            double[] after = rows.rms(estimate(rows, learnt).x(), left, false);
            double[] before = rows.rms(file, left, false);
            ratio[f] = new double[after.length];
            for (int j = 0; j < after.length; j++) {
                ratio[f][j] = after[j] / before[j];
            }
        }
        return ratio;
    }

    private Rows settleGains(boolean[] training) {
        double[] first = gain.clone();
        double @Nullable [] around = mean;
        Rows rows = builder.build(gain, around, stribeckSpeed);
        for (int round = 0; round < MOST_GAIN_ROUNDS; round++) {
            if (round % 10 == 0) {
                progress.accept("motor gains, round " + (round + 1));
            }
            Estimate estimate = estimate(rows, training);
            double greatest = 0;
            for (int j = 0; j < drives.length; j++) {
                int i = layout.index(Unknown.GAIN, j);
                double change = Math.max(-0.5, Math.min(0.5, estimate.x()[i]));
                greatest = Math.max(greatest, Math.abs(change));
                gain[j] *= StrictMath.exp(change);
                mean[i] = StrictMath.log(first[j] / gain[j]);
            }
            around = estimate.x().clone();
            for (int j = 0; j < drives.length; j++) {
                around[layout.index(Unknown.GAIN, j)] = 0;
            }
            rows = builder.build(gain, around, stribeckSpeed);
            if (greatest < GAIN_SETTLED) {
                break;
            }
        }
        return rows;
    }

    /** The speed over which friction falls, from a grid, by what it leaves of each joint's residual. */
    private void chooseStribeckSpeeds(boolean[] training) {
        double[] best = new double[drives.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        double[] chosen = stribeckSpeed.clone();
        for (double speed : STRIBECK_SPEEDS) {
            progress.accept("Stribeck friction below " + speed + " rad/s");
            Arrays.fill(stribeckSpeed, speed);
            Rows rows = builder.build(gain, mean, stribeckSpeed);
            double[] left = rows.rms(estimate(rows, training).x(), training, false);
            for (int j = 0; j < left.length; j++) {
                if (left[j] < best[j]) {
                    best[j] = left[j];
                    chosen[j] = speed;
                }
            }
        }
        System.arraycopy(chosen, 0, stribeckSpeed, 0, chosen.length);
    }

    private List<CalibrationAccount.JointPart> joints(Estimate estimate, double[] file) {
        List<CalibrationAccount.JointPart> parts = new ArrayList<>();
        for (int j = 0; j < drives.length; j++) {
            Map<Unknown, Parameter> numbers = new LinkedHashMap<>();
            boolean straight = driven.joint(drives[j]).type() == JointType.PRISMATIC;
            for (Unknown kind : layout.kinds()) {
                int i = layout.index(kind, j);
                if (kind == Unknown.ARMATURE && fixed[i] && mean[i] == 0) {
                    continue;
                }
                if (kind == Unknown.GAIN) {
                    numbers.put(kind, gainNumber(estimate, j, i, straight));
                    continue;
                }
                numbers.put(
                        kind,
                        new Parameter(
                                log.joints().get(j) + " " + kind.words(),
                                JointUnits.of(kind, straight),
                                file[i],
                                estimate.x()[i],
                                scaled() || kind == Unknown.POSITION_OFFSET ? estimate.deviation(i) : Double.NaN,
                                estimate.priorDeviation(i)));
            }
            parts.add(new CalibrationAccount.JointPart(
                    log.joints().get(j),
                    moved[j],
                    gain[j],
                    settings.stribeck() ? stribeckSpeed[j] : Double.NaN,
                    numbers));
        }
        return parts;
    }

    /** A motor's gain; where no gain is known only its ratio to the reference joint's, for that is all that is told. */
    private Parameter gainNumber(Estimate estimate, int j, int i, boolean straight) {
        String joint = log.joints().get(j);
        double value = anchor.known() ? gain[j] : gain[j] / gain[anchor.reference()];
        return new Parameter(
                joint + " "
                        + (anchor.known()
                                ? Unknown.GAIN.words()
                                : "gain / " + log.joints().get(anchor.reference())),
                anchor.known() ? JointUnits.of(Unknown.GAIN, straight) : "",
                anchor.known() && anchor.holds(j) ? value : Double.NaN,
                value,
                value * estimate.deviation(i),
                value * estimate.priorDeviation(i));
    }
}
