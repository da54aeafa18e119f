package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Locale;
import java.util.function.BiFunction;

/** The kernels that must answer every question alike: each test of the dynamics is put to all of them. */
public enum Kernel {
    GENERIC(GenericDynamics::new),
    COMPILED(CompiledDynamics::of);

    private final BiFunction<RobotModel, Vec3, RobotDynamics> factory;

    Kernel(BiFunction<RobotModel, Vec3, RobotDynamics> factory) {
        this.factory = factory;
    }

    /** The dynamics of a robot under 9.81 m/s² along the world's -z. */
    public RobotDynamics of(RobotModel model) {
        return of(model, Gravity.STANDARD);
    }

    public RobotDynamics of(RobotModel model, Vec3 gravity) {
        return factory.apply(model, gravity);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
