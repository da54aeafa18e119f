package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;

/**
 * The generalised momentum {@code p = (M + A)·v} of a robot with armature A, and what changes it besides effort: {@code
 * dp/dt = tau + tau_ext + dM/dt·v - h(q, v)}.
 *
 * <p>For a fixed base {@code dM/dt·v - h} is the {@code Cᵀ·v - g} of De Luca, Albu-Schäffer, Haddadin, Hirzinger, Collision
 * detection and safe reaction with the DLR-III lightweight manipulator arm, IROS 2006, because {@code dM/dt = C + Cᵀ}; in
 * this form it holds for a floating base as well, whose v are no rates of coordinates. {@code dM/dt·v} is exact: the
 * derivative along v of inverse dynamics without gravity and at rest, {@code M(q)·w} with w = v.
 *
 * <p>Coordinates are those of the base, six of a floating one, then one a driven joint; joints that follow others are
 * summed onto those they follow by virtual work.
 */
final class MomentumBalance {
    private final DrivenJoints joints;
    private final RobotDynamics dynamics;
    private final RobotDynamics weightless;
    private final int nv;
    private final int base;
    private final int[] velocityIndex;
    private final double[] still;
    private final double[] full;
    private final double[] driven;
    private final double[] derivative;
    private final double[] unused;
    private final double[] rate;

    MomentumBalance(RobotModel model, DrivenJoints joints) {
        this.joints = joints;
        dynamics = CompiledDynamics.of(model);
        weightless = CompiledDynamics.of(model, new Vec3(0, 0, 0));
        nv = model.nv();
        base = model.floatingBase() ? 6 : 0;
        velocityIndex = joints.names().stream()
                .mapToInt(name -> model.vIndex(model.jointIndex(name)))
                .toArray();
        still = new double[nv];
        full = new double[nv];
        driven = new double[joints.count()];
        derivative = new double[nv * nv];
        unused = new double[nv * nv];
        rate = new double[nv];
    }

    /** How many coordinates there are. */
    int size() {
        return base + joints.count();
    }

    /** How many of them are the base's. */
    int base() {
        return base;
    }

    /**
     * The momentum.
     *
     * @param momentum Modified. one entry a coordinate, N m s or N s
     */
    void momentum(double[] q, double[] v, double[] momentum) {
        weightless.inverseDynamics(q, still, v, full);
        reduce(full, momentum);
        for (int i = 0; i < joints.count(); i++) {
            momentum[base + i] += joints.joint(i).dynamics().armature() * v[velocityIndex[i]];
        }
    }

    /**
     * {@code dM/dt·v - h}.
     *
     * @param drift Modified. one entry a coordinate, N m or N
     */
    void drift(double[] q, double[] v, double[] drift) {
        weightless.inverseDynamicsDerivatives(q, still, v, derivative, unused);
        dynamics.biasForces(q, v, full);
        for (int i = 0; i < nv; i++) {
            double sum = 0;
            for (int j = 0; j < nv; j++) {
                sum += derivative[i * nv + j] * v[j];
            }
            rate[i] = sum - full[i];
        }
        reduce(rate, drift);
    }

    /**
     * The mass that a coordinate alone moves, its diagonal entry of M + A.
     *
     * @param diagonal Modified. one entry a coordinate
     */
    void inertia(double[] q, double[] diagonal) {
        weightless.massMatrix(q, derivative);
        for (int i = 0; i < nv; i++) {
            full[i] = derivative[i * nv + i];
        }
        reduce(full, diagonal);
        for (int i = 0; i < joints.count(); i++) {
            diagonal[base + i] += joints.joint(i).dynamics().armature();
        }
    }

    private void reduce(double[] generalised, double[] out) {
        System.arraycopy(generalised, 0, out, 0, base);
        joints.gatherEffort(generalised, driven);
        System.arraycopy(driven, 0, out, base, driven.length);
    }
}
