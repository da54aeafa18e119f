package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.model.Vec3;
import java.util.function.BiFunction;

/** The kernels that a robot can have. */
enum KernelKind {
    INVERSE_DYNAMICS(NewtonEulerProgram::inverseDynamics),
    TOUCHED_INVERSE_DYNAMICS(NewtonEulerProgram::touchedInverseDynamics),
    BIAS_FORCES(NewtonEulerProgram::biasForces),
    GRAVITY_FORCES(NewtonEulerProgram::gravityForces),
    FORWARD_DYNAMICS(ArticulatedBodyProgram::forwardDynamics),
    TOUCHED_FORWARD_DYNAMICS(ArticulatedBodyProgram::touchedForwardDynamics),
    STAGED_FORWARD_DYNAMICS(ArticulatedBodyProgram::stagedForwardDynamics),
    MASS_MATRIX((tree, gravity) -> CompositeBodyProgram.massMatrix(tree));

    private final BiFunction<ReducedTree, Vec3, Program> builder;

    KernelKind(BiFunction<ReducedTree, Vec3, Program> builder) {
        this.builder = builder;
    }

    Program program(ReducedTree tree, Vec3 gravity) {
        return builder.apply(tree, gravity);
    }
}
