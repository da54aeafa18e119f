package io.sigmaprompt.physics.actuator.mechanism;

import io.sigmaprompt.physics.actuator.transmission.Transmission;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Cholesky;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** What a force on a robot's joints has to move, at one configuration, with armature and all joints free. */
final class FeltInertia {
    private final int nv;
    private final double[] diagonal;
    private final double[] factor;
    private final boolean singular;
    private final double[] work;

    FeltInertia(RobotDynamics dynamics, double[] q) {
        RobotModel model = dynamics.model();
        nv = model.nv();
        factor = new double[nv * nv];
        diagonal = new double[nv];
        work = new double[nv];
        dynamics.massMatrix(q, factor);
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            for (int k = 0; k < joint.type().velocities(); k++) {
                factor[(model.vIndex(j) + k) * (nv + 1)] += joint.dynamics().armature();
            }
        }
        for (int i = 0; i < nv; i++) {
            diagonal[i] = factor[i * (nv + 1)];
        }
        singular = Cholesky.factor(factor, nv) >= 0;
    }

    /** The mass matrix's entry with armature, kg m² or kg: what a velocity feels with all others held. */
    double held(int dof) {
        return diagonal[dof];
    }

    /** The inertia {@code 1 / (moment·M⁻¹·momentᵀ)} along a transmission; 0 where a joint moves nothing. */
    double along(Transmission transmission) {
        Arrays.fill(work, 0);
        for (int k = 0; k < transmission.dofs.length; k++) {
            work[transmission.dofs[k]] += transmission.moment[k];
        }
        return solved(() -> transmission.rate(work));
    }

    /** The inertia of one velocity with all others free; 0 where a joint moves nothing. */
    double free(int dof) {
        Arrays.fill(work, 0);
        work[dof] = 1;
        return solved(() -> work[dof]);
    }

    private double solved(DoubleSupplier mobility) {
        if (singular) {
            return 0;
        }
        Cholesky.solve(factor, nv, work);
        double inverse = mobility.getAsDouble();
        return inverse > 0 ? 1 / inverse : 0;
    }
}
