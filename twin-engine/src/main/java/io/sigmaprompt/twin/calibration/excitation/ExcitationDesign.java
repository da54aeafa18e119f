package io.sigmaprompt.twin.calibration.excitation;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.BaseParameters;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the motion that shows a robot's parameters best: of all Fourier series within limits the one whose regressor of
 * base parameters and friction, rows weighted by the efforts that joints have and columns of unit length, has the least
 * condition number (Gautier, Khalil, Exciting trajectories for the identification of base inertial parameters of robots,
 * IJRR 11(4), 1992). Random starts, then a (1+1) evolution strategy with the 1/5 rule (Beyer, Schwefel, Evolution
 * strategies, Natural Computing 1, 2002). Seeded: the same call gives the same motion. For one thread.
 */
public final class ExcitationDesign {
    private static final int HARMONICS = 5;
    private static final int SAMPLES = 100;
    private static final int STARTS = 60;
    private static final int COLLISION_SAMPLES = 120;
    private static final int MOST_SHRINKING = 14;
    private static final double SHRINK = 0.85;
    private static final int TOLD_EVERY = 50;

    private final DrivenJoints driven;
    private final RobotModel model;
    private final RobotDynamics dynamics;
    private final ExcitationLimits limits;
    private final Predicate<double[]> collides;
    private final Consumer<String> progress;
    private final SplitMix64 random;
    private final int[] independent;
    private final double period;
    private final double[] effortScale;
    private final double[] q;
    private final double[] v;
    private final double[] vdot;
    private final double[] column;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] gathered;
    private final double[] tau;
    private final double[] regressor;

    /**
     * What was found.
     *
     * @param condition of the weighted regressor, columns of unit length
     * @param firstCondition that of the best random start
     */
    public record Result(FourierTrajectory trajectory, double condition, double firstCondition) {}

    /**
     * A search.
     *
     * @param period seconds of the slowest wave
     * @param collides whether a configuration (nq) touches itself
     * @param progress takes a sentence about what is being done
     */
    public ExcitationDesign(
            RobotModel model,
            double period,
            ExcitationLimits limits,
            long seed,
            Predicate<double[]> collides,
            Consumer<String> progress) {
        this.model = model;
        this.period = period;
        this.limits = limits;
        this.collides = collides;
        this.progress = progress;
        driven = new DrivenJoints(model);
        dynamics = CompiledDynamics.of(model);
        random = new SplitMix64(seed);
        independent = BaseParameters.ofDrives(model).independent();
        int n = driven.count();
        effortScale = new double[n];
        for (int j = 0; j < n; j++) {
            effortScale[j] = Double.isFinite(limits.effort()[j]) ? limits.effort()[j] : 1;
        }
        q = model.neutral();
        v = new double[model.nv()];
        vdot = new double[model.nv()];
        column = new double[model.nv()];
        tau = new double[model.nv()];
        position = new double[n];
        velocity = new double[n];
        acceleration = new double[n];
        gathered = new double[n];
        regressor = new double[model.nv() * dynamics.parameterCount()];
    }

    /**
     * Searches.
     *
     * @param evaluations how many motions are tried after the random starts
     * @throws BadInputException if no motion was found that keeps within the limits
     */
    public Result search(int evaluations) {
        FourierTrajectory best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STARTS; i++) {
            FourierTrajectory candidate = allowed(randomTrajectory());
            double condition = candidate == null ? Double.POSITIVE_INFINITY : condition(candidate);
            if (candidate != null && condition < least) {
                best = candidate;
                least = condition;
            }
        }
        if (best == null) {
            throw new BadInputException(
                    "--design",
                    "expected a motion of " + String.join(", ", driven.names())
                            + " within limits and without self-collision, found none in " + STARTS + " tries",
                    "Look at the robot's limits with `sigma model`, or give another --seed.");
        }
        double first = least;
        double step = 0.3;
        for (int i = 0; i < evaluations; i++) {
            FourierTrajectory candidate = within(mutated(best, step));
            double condition = candidate == null ? Double.POSITIVE_INFINITY : condition(candidate);
            boolean better = candidate != null && condition < least && free(candidate);
            if (better && candidate != null) {
                best = candidate;
                least = condition;
            }
            step = Math.max(1e-3, Math.min(1, step * (better ? 1.5 : StrictMath.pow(1.5, -0.25))));
            if (i % TOLD_EVERY == 0) {
                progress.accept(String.format("motion %d of %d, condition number %.1f", i, evaluations, least));
            }
        }
        return new Result(best, least, first);
    }

    private FourierTrajectory randomTrajectory() {
        int n = driven.count();
        double[] centre = new double[n];
        double[][] a = new double[n][HARMONICS];
        double[][] b = new double[n][HARMONICS];
        for (int j = 0; j < n; j++) {
            centre[j] = limits.centre()[j] + 0.4 * limits.reach()[j] * random.symmetric();
            for (int l = 0; l < HARMONICS; l++) {
                a[j][l] = limits.velocity()[j] * random.symmetric();
                b[j][l] = limits.velocity()[j] * random.symmetric();
            }
        }
        return restful(centre, a, b);
    }

    private FourierTrajectory mutated(FourierTrajectory from, double step) {
        int n = driven.count();
        double[] centre = from.centre().clone();
        double[][] a = new double[n][];
        double[][] b = new double[n][];
        for (int j = 0; j < n; j++) {
            a[j] = from.sine()[j].clone();
            b[j] = from.cosine()[j].clone();
            centre[j] += 0.3 * step * limits.reach()[j] * random.symmetric();
            for (int l = 0; l < HARMONICS; l++) {
                a[j][l] += step * limits.velocity()[j] * random.symmetric();
                b[j][l] += step * limits.velocity()[j] * random.symmetric();
            }
        }
        return restful(centre, a, b);
    }

    /** Takes out what would make the motion start with speed or acceleration. */
    private FourierTrajectory restful(double[] centre, double[][] a, double[][] b) {
        double squares = 0;
        for (int l = 1; l <= HARMONICS; l++) {
            squares += l * l;
        }
        for (int j = 0; j < centre.length; j++) {
            double speed = 0;
            double push = 0;
            for (int l = 0; l < HARMONICS; l++) {
                speed += a[j][l];
                push += (l + 1) * b[j][l];
            }
            for (int l = 0; l < HARMONICS; l++) {
                a[j][l] -= speed / HARMONICS;
                b[j][l] -= (l + 1) * push / squares;
            }
        }
        return new FourierTrajectory(period, centre, a, b);
    }

    /** The motion, made as large as limits of position, velocity and acceleration let it be, then small enough for the rest. */
    private @Nullable FourierTrajectory allowed(FourierTrajectory candidate) {
        FourierTrajectory smaller = within(candidate);
        for (int i = 0; i < MOST_SHRINKING && smaller != null; i++) {
            if (free(smaller)) {
                return smaller;
            }
            for (int j = 0; j < driven.count(); j++) {
                smaller = smaller.scaled(j, SHRINK);
            }
        }
        return null;
    }

    private @Nullable FourierTrajectory within(FourierTrajectory candidate) {
        int n = driven.count();
        double[] fastest = new double[n];
        double[] hardest = new double[n];
        double[] factor = new double[n];
        Arrays.fill(factor, Double.POSITIVE_INFINITY);
        for (int s = 0; s < 2 * SAMPLES; s++) {
            candidate.at(period * s / (2 * SAMPLES), position, velocity, acceleration);
            for (int j = 0; j < n; j++) {
                double away = position[j] - candidate.centre()[j];
                double bound = limits.centre()[j]
                        + Math.signum(away) * limits.reach()[j]
                        - candidate.centre()[j];
                double share = away == 0 ? Double.POSITIVE_INFINITY : bound / away;
                factor[j] = Math.min(factor[j], share);
                fastest[j] = Math.max(fastest[j], Math.abs(velocity[j]));
                hardest[j] = Math.max(hardest[j], Math.abs(acceleration[j]));
            }
        }
        FourierTrajectory scaled = candidate;
        for (int j = 0; j < n; j++) {
            double f = Math.min(factor[j], limits.velocity()[j] / fastest[j]);
            f = 0.99 * Math.min(f, limits.acceleration()[j] / hardest[j]);
            if (!(f > 0) || !Double.isFinite(f)) {
                return null;
            }
            scaled = scaled.scaled(j, f);
        }
        return withinEffort(scaled) ? scaled : null;
    }

    private boolean withinEffort(FourierTrajectory candidate) {
        for (int s = 0; s < SAMPLES; s++) {
            state(candidate, s);
            dynamics.inverseDynamics(q, v, vdot, tau);
            driven.gatherEffort(tau, gathered);
            for (int j = 0; j < gathered.length; j++) {
                if (Math.abs(gathered[j]) > limits.effort()[j]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean free(FourierTrajectory candidate) {
        for (int s = 0; s < COLLISION_SAMPLES; s++) {
            candidate.at(period * s / COLLISION_SAMPLES, position, velocity, acceleration);
            driven.scatterPosition(position, q);
            if (collides.test(q)) {
                return false;
            }
        }
        return true;
    }

    private void state(FourierTrajectory candidate, int sample) {
        candidate.at(period * sample / SAMPLES, position, velocity, acceleration);
        driven.scatterPosition(position, q);
        driven.scatterVelocity(velocity, v);
        driven.scatterVelocity(acceleration, vdot);
    }

    private double condition(FourierTrajectory candidate) {
        int n = driven.count();
        int parameters = dynamics.parameterCount();
        int columns = independent.length + 3 * n;
        double[][] gram = new double[columns][columns];
        double[][] row = new double[n][columns];
        for (int s = 0; s < SAMPLES; s++) {
            state(candidate, s);
            dynamics.regressor(q, v, vdot, regressor);
            for (int p = 0; p < independent.length; p++) {
                for (int k = 0; k < column.length; k++) {
                    column[k] = regressor[k * parameters + independent[p]];
                }
                driven.gatherEffort(column, gathered);
                for (int j = 0; j < n; j++) {
                    row[j][p] = gathered[j] / effortScale[j];
                }
            }
            for (int j = 0; j < n; j++) {
                int o = independent.length + 3 * j;
                row[j][o] = velocity[j] / effortScale[j];
                row[j][o + 1] = Math.signum(velocity[j]) / effortScale[j];
                row[j][o + 2] = 1 / effortScale[j];
                for (int i = 0; i < columns; i++) {
                    double value = row[j][i];
                    for (int k = 0; value != 0 && k <= i; k++) {
                        gram[i][k] += value * row[j][k];
                    }
                }
            }
        }
        return condition(gram);
    }

    /** Of a matrix by the lower triangle of its Gram matrix, columns of unit length. */
    private static double condition(double[][] gram) {
        int n = gram.length;
        double[][] unit = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (!(gram[i][i] > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            for (int k = 0; k <= i; k++) {
                unit[i][k] = gram[i][k] / Math.sqrt(gram[i][i] * gram[k][k]);
                unit[k][i] = unit[i][k];
            }
        }
        double[] values = new EigenDecomposition(new Array2DRowRealMatrix(unit, false)).getRealEigenvalues();
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        return least > 0 ? Math.sqrt(most / least) : Double.POSITIVE_INFINITY;
    }

    /** The robot. */
    public RobotModel model() {
        return model;
    }
}
