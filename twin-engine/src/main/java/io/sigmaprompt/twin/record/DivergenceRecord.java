package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Arrays;
import java.util.List;

/**
 * How far robot and twin are apart. NaN marks what cannot be told, as position without a prediction.
 *
 * @param names joints, in the order of the arrays
 * @param position robot minus prediction, radians or metres
 * @param velocity robot minus prediction, rad/s or m/s
 * @param effortResidual measured effort minus inverse dynamics with friction, N m or N
 * @param sigma the residual in robust standard deviations of its own past; NaN until there is a past
 * @param positionSigma standard deviation that the divergence of position should have, radians or metres
 * @param nis normalised innovation squared of each joint's divergence of position and velocity: chi-square with
 *     {@link #JOINT_DEGREES} degrees of freedom while the robot is as the twin believes
 * @param wholeNis that of all joints together
 * @param wholeDegrees degrees of freedom of wholeNis
 */
public record DivergenceRecord(
        String robot,
        long simNanos,
        List<String> names,
        double[] position,
        double[] velocity,
        double[] effortResidual,
        double[] sigma,
        double[] positionSigma,
        double[] nis,
        double wholeNis,
        double wholeDegrees)
        implements OutputRecord {
    /** Degrees of freedom of a joint's {@link #nis}. */
    public static final int JOINT_DEGREES = 2;

    /** A divergence whose covariance is not known. */
    public DivergenceRecord(
            String robot,
            long simNanos,
            List<String> names,
            double[] position,
            double[] velocity,
            double[] effortResidual,
            double[] sigma) {
        this(
                robot,
                simNanos,
                names,
                position,
                velocity,
                effortResidual,
                sigma,
                unknown(names.size()),
                unknown(names.size()),
                Double.NaN,
                Double.NaN);
    }

    private static double[] unknown(int length) {
        double[] unknown = new double[length];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /** Index of the joint with the largest {@link #sigma}, or -1 while none is known. */
    public int worstJoint() {
        int worst = -1;
        for (int i = 0; i < sigma.length; i++) {
            if (!Double.isNaN(sigma[i]) && (worst < 0 || sigma[i] > sigma[worst])) {
                worst = i;
            }
        }
        return worst;
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putStrings(names);
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(effortResidual);
        out.putDoubles(sigma);
        out.putDoubles(positionSigma);
        out.putDoubles(nis);
        out.putDouble(wholeNis);
        out.putDouble(wholeDegrees);
    }
}
