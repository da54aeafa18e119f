package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * How far robot and twin are apart. NaN marks what cannot be told, as position without a prediction.
 *
 * @param names joints, in the order of the arrays
 * @param position robot minus prediction, radians or metres
 * @param velocity robot minus prediction, rad/s or m/s
 * @param effortResidual measured effort minus inverse dynamics with friction, N m or N
 * @param sigma the residual in robust standard deviations of its own past; NaN until there is a past
 */
public record DivergenceRecord(
        String robot,
        long simNanos,
        List<String> names,
        double[] position,
        double[] velocity,
        double[] effortResidual,
        double[] sigma)
        implements OutputRecord {
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
    }
}
