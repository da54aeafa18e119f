package io.sigmaprompt.headless.dynamics;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Locale;

/** The implementations of the dynamics that can be asked for by name. */
public enum Kernel {
    /** The textbook's algorithms over arrays of bodies; the definition. */
    GENERIC,
    /** Straight-line code that is generated for the robot; generic where that cannot be had. */
    COMPILED;

    /**
     * The dynamics of a robot by this kernel.
     *
     * @param gravity acceleration of free fall in the world, m/s²
     */
    public RobotDynamics of(RobotModel model, Vec3 gravity) {
        return switch (this) {
            case GENERIC -> new GenericDynamics(model, gravity);
            case COMPILED -> CompiledDynamics.of(model, gravity);
        };
    }

    /** Its name on the command line, and in what it wrote. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
