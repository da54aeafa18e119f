package io.sigmaprompt.physics.model;

import java.util.List;

/**
 * What reading a description gave.
 *
 * @param model with its root welded to the world; {@link RobotModel#withFloatingBase} frees it
 * @param warnings in the order of the file
 */
public record RobotReading(RobotModel model, List<ModelWarning> warnings) {
    public RobotReading {
        warnings = List.copyOf(warnings);
    }
}
