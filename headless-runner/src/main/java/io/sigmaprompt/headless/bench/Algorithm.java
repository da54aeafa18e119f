package io.sigmaprompt.headless.bench;

import java.util.Locale;

/** What is measured; each is the method of {@link DynamicsBenchmark} of the same name. */
public enum Algorithm {
    /** Inverse dynamics by recursive Newton-Euler. */
    RNEA,
    /** Forward dynamics by articulated bodies. */
    ABA,
    /** The mass matrix by composite rigid bodies. */
    CRBA,
    /** The mass matrix and its sparse factors. */
    CRBA_FACTOR,
    /** The poses of all links and the Jacobian of the last. */
    KINEMATICS_JACOBIAN,
    /** Coriolis, centrifugal and gravity forces. */
    BIAS,
    /** The centroidal momentum matrix. */
    CENTROIDAL,
    /** Derivatives of inverse dynamics with respect to q and v. */
    RNEA_DERIVATIVES,
    /** Forward dynamics with its derivatives with respect to q, v and tau. */
    ABA_DERIVATIVES,
    /** The joint-torque regressor. */
    REGRESSOR;

    /** The name of the method that is measured. */
    String method() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", 2);
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    /** Its name on the command line and in tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
