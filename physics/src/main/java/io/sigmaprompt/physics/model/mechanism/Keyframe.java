package io.sigmaprompt.physics.model.mechanism;

import java.util.List;

/**
 * A state worth a name.
 *
 * @param time seconds
 * @param q nq entries, in the model's layout
 * @param v nv entries, in the model's layout
 * @param activation of the actuators that have one, in their order; empty where the file says nothing
 * @param control of the actuators, in their order; empty where the file says nothing
 */
public record Keyframe(
        String name, double time, List<Double> q, List<Double> v, List<Double> activation, List<Double> control) {
    public Keyframe {
        q = List.copyOf(q);
        v = List.copyOf(v);
        activation = List.copyOf(activation);
        control = List.copyOf(control);
    }
}
