package io.sigmaprompt.headless.simulation;

import io.sigmaprompt.physics.constraint.StepResidual;
import java.util.List;

/**
 * A world at one instant, as MuJoCo would tell it.
 *
 * @param time s
 * @param qpos positions, {@link MujocoLayout}
 * @param qvel velocities, {@link MujocoLayout}
 * @param potential J, of gravity
 * @param kinetic J
 * @param contacts of the step that led here
 * @param origins x, y, z a body, world
 * @param quaternions w, x, y, z a body, body to world
 * @param residual of the step that led here
 * @param iterations of the solver in that step
 */
public record TrajectorySample(
        double time,
        double[] qpos,
        double[] qvel,
        double potential,
        double kinetic,
        List<Contact> contacts,
        double[][] origins,
        double[][] quaternions,
        StepResidual residual,
        int iterations) {
    public TrajectorySample {
        contacts = List.copyOf(contacts);
    }

    /**
     * Two shapes that touch.
     *
     * @param first names of the bodies, {@code world} for what never moves
     * @param second the one that is pushed along the normal
     * @param point world, m
     * @param normal from the first to the second, world
     * @param gap signed distance, m
     * @param force on the second, N, world axes
     */
    public record Contact(String first, String second, double[] point, double[] normal, double gap, double[] force) {}
}
