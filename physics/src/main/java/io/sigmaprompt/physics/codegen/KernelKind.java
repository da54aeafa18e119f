package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The kernels that a robot can have. */
enum KernelKind {
    INVERSE_DYNAMICS(NewtonEulerProgram::inverseDynamics),
    TOUCHED_INVERSE_DYNAMICS(NewtonEulerProgram::touchedInverseDynamics),
    BIAS_FORCES(NewtonEulerProgram::biasForces),
    GRAVITY_FORCES(NewtonEulerProgram::gravityForces),
    FORWARD_DYNAMICS(ArticulatedBodyProgram::forwardDynamics),
    TOUCHED_FORWARD_DYNAMICS(ArticulatedBodyProgram::touchedForwardDynamics),
    STAGED_FORWARD_DYNAMICS(ArticulatedBodyProgram::stagedForwardDynamics),
    MASS_MATRIX(CompositeBodyProgram::massMatrix),
    LINK_POSES(KinematicsProgram::linkPoses),
    LINK_VELOCITIES(KinematicsProgram::linkVelocities),
    SCREWS(KinematicsProgram::screws),
    BODY_MOTIONS(KinematicsProgram::bodyMotions),
    CENTER_OF_MASS(MomentumProgram::centerOfMass),
    CENTER_OF_MASS_JACOBIAN(MomentumProgram::centerOfMassJacobian),
    CENTROIDAL_MOMENTUM(MomentumProgram::centroidalMomentum),
    CENTROIDAL_MOMENTUM_MATRIX(MomentumProgram::centroidalMomentumMatrix),
    KINETIC_ENERGY(MomentumProgram::kineticEnergy),
    POTENTIAL_ENERGY(MomentumProgram::potentialEnergy),
    INVERSE_DYNAMICS_DERIVATIVES(DerivativesProgram::inverseDynamics),
    REGRESSOR(RegressorProgram::regressor);

    private final BiFunction<ReducedTree, Vec3, Program> builder;

    KernelKind(BiFunction<ReducedTree, Vec3, Program> builder) {
        this.builder = builder;
    }

    KernelKind(Function<ReducedTree, Program> builder) {
        this((tree, gravity) -> builder.apply(tree));
    }

    Program program(ReducedTree tree, Vec3 gravity) {
        return builder.apply(tree, gravity);
    }
}
