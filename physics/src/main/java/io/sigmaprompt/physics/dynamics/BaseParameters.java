package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The base inertial parameters: the fewest linear combinations of the inertial parameters pi that motion and torque can
 * tell apart, found numerically (Gautier, Numerical calculation of the base inertial parameters of robots, Journal of
 * Robotic Systems 8(4), 1991). Not for hot paths. Immutable.
 *
 * <p>The regressor of {@link TorqueRegressor} at random states (always the same ones) is stacked to W and triangulated
 * column by column from the base outwards. A column that those before it span is dependent, as W·pi cannot see it by
 * itself: {@code w_j = Σ w_i·beta_ij} groups its parameter with theirs, {@code base_i = pi_i + Σ beta_ij·pi_j}. A column
 * that is zero belongs to a parameter that no torque shows.
 */
public final class BaseParameters {
    private static final long SEED = 1991;
    /** What is left of a column of unit length, below which it is taken for dependent; rounding leaves about 1e-14. */
    private static final double DEPENDENT = 1e-9;

    /** Digits of a factor that rounding has not touched. */
    private static final MathContext SHOWN = new MathContext(10);

    private final TorqueRegressor regressor;
    private final int parameters;
    private final int[] independent;
    /** count x parameters, row-major: the identity in the independent columns, beta in the others. */
    private final double[] grouping;

    /** For a robot under 9.81 m/s² along the world's -z, each joint moved and measured by itself. */
    public BaseParameters(RobotModel model) {
        this(model, Gravity.STANDARD);
    }

    /** The same where joints that follow others (URDF's mimic) do so, and torques are those of the drives. */
    public static BaseParameters ofDrives(RobotModel model) {
        return new BaseParameters(model, Gravity.STANDARD, true);
    }

    /**
     * For a robot under a gravity of one's own; its direction decides what can be told apart.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public BaseParameters(RobotModel model, Vec3 gravity) {
        this(model, gravity, false);
    }

    private BaseParameters(RobotModel model, Vec3 gravity, boolean following) {
        regressor = new TorqueRegressor(model, gravity);
        parameters = regressor.parameterCount();
        ColumnEchelon echelon = new ColumnEchelon(stack(model, following), DEPENDENT);
        independent = echelon.independent();
        grouping = echelon.combinations();
    }

    /** The regressor at random states, one array a column. */
    private double[][] stack(RobotModel model, boolean following) {
        int nv = model.nv();
        int states = nv == 0 ? 0 : 10 + 2 * parameters / nv;
        double[][] columns = new double[parameters][states * nv];
        ConfigurationSpace space = new ConfigurationSpace(model);
        FollowedTorques followed = new FollowedTorques(model);
        SplitMix64 random = new SplitMix64(SEED);
        double[] neutral = model.neutral();
        double[] q = new double[model.nq()];
        double[] one = new double[nv * parameters];
        for (int s = 0; s < states; s++) {
            space.retract(neutral, vector(random, nv), q);
            double[] v = vector(random, nv);
            double[] vdot = vector(random, nv);
            if (following) {
                followed.constrain(q, v, vdot);
            }
            regressor.regressor(q, v, vdot, one);
            if (following) {
                followed.gather(one, parameters);
            }
            for (int r = 0; r < nv; r++) {
                for (int c = 0; c < parameters; c++) {
                    columns[c][s * nv + r] = one[r * parameters + c];
                }
            }
        }
        return columns;
    }

    private static double[] vector(SplitMix64 random, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = 3 * random.symmetric();
        }
        return out;
    }

    /** How many base parameters there are. */
    public int count() {
        return independent.length;
    }

    /** The place in pi of the parameter that each base parameter is named after, ascending. */
    public int[] independent() {
        return independent.clone();
    }

    /**
     * How the parameters are grouped, {@code base = grouping·pi}: 1 for the one that a base parameter is named after, beta
     * for those that it takes in.
     *
     * @return count x parameters, row-major
     */
    public double[] grouping() {
        return grouping.clone();
    }

    /** A base parameter's name, that of the first parameter it groups, such as {@code link3.mx}. */
    public String name(int index) {
        return regressor.parameterName(independent[index]);
    }

    /** A base parameter as a sum of parameters, such as {@code link1.izz + 0.25*link2.m}. */
    public String expression(int index) {
        StringBuilder sum = new StringBuilder();
        for (int p = 0; p < parameters; p++) {
            double factor = grouping[index * parameters + p];
            if (factor == 0) {
                continue;
            }
            if (!sum.isEmpty()) {
                sum.append(factor < 0 ? " - " : " + ");
            } else if (factor < 0) {
                sum.append('-');
            }
            BigDecimal shown = new BigDecimal(Math.abs(factor)).round(SHOWN).stripTrailingZeros();
            if (shown.compareTo(BigDecimal.ONE) != 0) {
                sum.append(shown.toPlainString()).append('*');
            }
            sum.append(regressor.parameterName(p));
        }
        return sum.toString();
    }

    /**
     * The base parameters of a robot with the parameters pi.
     *
     * @param pi as of {@link TorqueRegressor#parameters}
     * @return {@link #count} numbers
     * @throws BadInputException if pi has another length
     */
    public double[] values(double[] pi) {
        requireLength("pi", pi, parameters);
        double[] values = new double[independent.length];
        for (int i = 0; i < values.length; i++) {
            for (int p = 0; p < parameters; p++) {
                values[i] += grouping[i * parameters + p] * pi[p];
            }
        }
        return values;
    }

    /**
     * Those columns of a regressor that belong to base parameters, so that {@code tau = reduced·base}.
     *
     * @param full Y, rows x parameters, row-major
     * @return rows x {@link #count}, row-major
     * @throws BadInputException if full has another length
     */
    public double[] reduced(double[] full, int rows) {
        requireLength("the regressor", full, rows * parameters);
        double[] reduced = new double[rows * independent.length];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < independent.length; i++) {
                reduced[r * independent.length + i] = full[r * parameters + independent[i]];
            }
        }
        return reduced;
    }

    private static void requireLength(String name, double[] array, int expected) {
        if (array.length != expected) {
            throw new BadInputException(
                    name,
                    "expected " + expected + " numbers, found " + array.length,
                    "A moving body has 10 inertial parameters; TorqueRegressor.parameterCount() says how many there are.");
        }
    }
}
