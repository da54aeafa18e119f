package io.sigmaprompt.physics.model.mechanism;

import io.sigmaprompt.physics.model.Vec3;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the file's own simulator would step it.
 *
 * @param timestep seconds
 * @param gravity acceleration of free fall, world, m/s²
 * @param integrator Euler, RK4, implicit, implicitfast
 * @param cone of friction: pyramidal, elliptic
 * @param solver of constraints: PGS, CG, Newton
 * @param iterations of the solver, at most
 * @param tolerance at which the solver ends
 * @param impedanceRatio of friction to normal contact impedance, for elliptic cones
 * @param density of the medium, kg/m³
 * @param viscosity of the medium, kg/(m s)
 * @param wind velocity of the medium, world, m/s
 * @param flags what the file switches on or off ({@code enable}, {@code disable}), as written
 * @param further other options, as written
 */
public record PhysicsOptions(
        double timestep,
        Vec3 gravity,
        String integrator,
        String cone,
        String solver,
        int iterations,
        double tolerance,
        double impedanceRatio,
        double density,
        double viscosity,
        Vec3 wind,
        Map<String, String> flags,
        Map<String, String> further) {
    public static final PhysicsOptions DEFAULT = new PhysicsOptions(
            0.002,
            new Vec3(0, 0, -9.81),
            "Euler",
            "pyramidal",
            "Newton",
            100,
            1e-8,
            1,
            0,
            0,
            Vec3.ZERO,
            Map.of(),
            Map.of());

    public PhysicsOptions {
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }
}
