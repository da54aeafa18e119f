package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;

/** The kernels that a robot can have. */
enum KernelKind {
    INVERSE_DYNAMICS,
    TOUCHED_INVERSE_DYNAMICS,
    BIAS_FORCES,
    GRAVITY_FORCES,
    FORWARD_DYNAMICS,
    TOUCHED_FORWARD_DYNAMICS,
    STAGED_FORWARD_DYNAMICS,
    MASS_MATRIX,
    LINK_POSES,
    LINK_VELOCITIES,
    SCREWS,
    BODY_MOTIONS,
    CENTER_OF_MASS,
    CENTER_OF_MASS_JACOBIAN,
    CENTROIDAL_MOMENTUM,
    CENTROIDAL_MOMENTUM_MATRIX,
    KINETIC_ENERGY,
    POTENTIAL_ENERGY,
    INVERSE_DYNAMICS_DERIVATIVES,
    INVERSE_DYNAMICS_DERIVATIVES_AND_MASS,
    FORWARD_DYNAMICS_DERIVATIVES,
    REGRESSOR;

    /** Whether it has a number for each pair of freedoms on a branch. */
    boolean growsWithPairs() {
        return switch (this) {
            case MASS_MATRIX,
                    INVERSE_DYNAMICS_DERIVATIVES,
                    INVERSE_DYNAMICS_DERIVATIVES_AND_MASS,
                    FORWARD_DYNAMICS_DERIVATIVES,
                    REGRESSOR -> true;
            default -> false;
        };
    }

    /** The program of this kernel for a robot under a gravity (m/s², world). */
    Program program(ReducedTree tree, Vec3 gravity) {
        return switch (this) {
            case INVERSE_DYNAMICS -> NewtonEulerProgram.inverseDynamics(tree, gravity);
            case TOUCHED_INVERSE_DYNAMICS -> NewtonEulerProgram.touchedInverseDynamics(tree, gravity);
            case BIAS_FORCES -> NewtonEulerProgram.biasForces(tree, gravity);
            case GRAVITY_FORCES -> NewtonEulerProgram.gravityForces(tree, gravity);
            case FORWARD_DYNAMICS -> ArticulatedBodyProgram.forwardDynamics(tree, gravity);
            case TOUCHED_FORWARD_DYNAMICS -> ArticulatedBodyProgram.touchedForwardDynamics(tree, gravity);
            case STAGED_FORWARD_DYNAMICS -> ArticulatedBodyProgram.stagedForwardDynamics(tree, gravity);
            case MASS_MATRIX -> CompositeBodyProgram.massMatrix(tree);
            case LINK_POSES -> KinematicsProgram.linkPoses(tree);
            case LINK_VELOCITIES -> KinematicsProgram.linkVelocities(tree);
            case SCREWS -> KinematicsProgram.screws(tree);
            case BODY_MOTIONS -> KinematicsProgram.bodyMotions(tree);
            case CENTER_OF_MASS -> MomentumProgram.centerOfMass(tree);
            case CENTER_OF_MASS_JACOBIAN -> MomentumProgram.centerOfMassJacobian(tree);
            case CENTROIDAL_MOMENTUM -> MomentumProgram.centroidalMomentum(tree);
            case CENTROIDAL_MOMENTUM_MATRIX -> MomentumProgram.centroidalMomentumMatrix(tree);
            case KINETIC_ENERGY -> MomentumProgram.kineticEnergy(tree);
            case POTENTIAL_ENERGY -> MomentumProgram.potentialEnergy(tree, gravity);
            case INVERSE_DYNAMICS_DERIVATIVES -> DerivativesProgram.inverseDynamics(tree, gravity);
            case INVERSE_DYNAMICS_DERIVATIVES_AND_MASS -> DerivativesProgram.inverseDynamicsAndMass(tree, gravity);
            case FORWARD_DYNAMICS_DERIVATIVES -> DerivativesProgram.forwardDynamics(tree, gravity);
            case REGRESSOR -> RegressorProgram.regressor(tree, gravity);
        };
    }
}
