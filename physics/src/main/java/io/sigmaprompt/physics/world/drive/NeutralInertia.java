package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Arrays;

/**
 * What each drive feels at the neutral configuration, armature and followers included: servos are tuned by it, and a
 * robot that cannot be simulated is refused by it.
 */
public final class NeutralInertia {
    /** A pivot this small beside its diagonal is rounding, not inertia. */
    private static final double ROUNDING = 1e-14;

    /** Inertia of each drive with all others held, the mass matrix' diagonal; kg m² or kg. */
    public final double[] held;
    /** Inverse of the inertia of each drive with all others free, the diagonal of the inverse mass matrix. */
    public final double[] inverseFree;

    /** @throws BadInputException if a drive moves no mass, or the inertias are no real body's */
    public NeutralInertia(RobotDynamics dynamics, Drives drives, MimicReduction mimics, double[] armature) {
        RobotModel model = dynamics.model();
        int nv = model.nv();
        int n = mimics.size;
        double[] full = new double[nv * nv];
        dynamics.massMatrix(model.neutral(), full);
        double[] reduced = new double[n * n];
        for (int i = 0; i < nv; i++) {
            for (int j = 0; j < nv; j++) {
                double armatureHere = i == j ? armature[i] : 0;
                reduced[n * mimics.coordinate[i] + mimics.coordinate[j]] +=
                        mimics.factor[i] * mimics.factor[j] * (full[nv * i + j] + armatureHere);
            }
        }
        held = new double[drives.count];
        for (int d = 0; d < drives.count; d++) {
            int r = mimics.coordinate[drives.v[d]];
            held[d] = reduced[n * r + r];
            if (!(held[d] > 0)) {
                throw new BadInputException(
                        "joint '" + drives.name(d) + "'",
                        "expected a joint that moves some mass, found an inertia of " + held[d],
                        "Give the links it carries an inertial element, or the joint an armature.");
            }
        }
        double[] diagonal = new double[n];
        for (int r = 0; r < n; r++) {
            diagonal[r] = reduced[n * r + r];
        }
        double[] factor = reduced;
        int failed = Cholesky.factor(factor, n);
        for (int r = 0; r < n && failed < 0; r++) {
            double pivot = factor[n * r + r];
            failed = pivot * pivot > ROUNDING * diagonal[r] ? -1 : r;
        }
        if (failed >= 0) {
            throw mimics.singular(failed);
        }
        inverseFree = new double[drives.count];
        double[] unit = new double[n];
        for (int d = 0; d < drives.count; d++) {
            int r = mimics.coordinate[drives.v[d]];
            Arrays.fill(unit, 0);
            unit[r] = 1;
            Cholesky.solve(factor, n, unit);
            inverseFree[d] = unit[r];
        }
    }
}
