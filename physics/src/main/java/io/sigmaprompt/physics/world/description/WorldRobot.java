package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import java.util.List;

/**
 * A robot or scene in a world: its q is the world's {@code q[qOffset .. qOffset + nq)}, its v the world's from vOffset on,
 * and its link i the world's body {@code bodyOffset + i}.
 */
public record WorldRobot(RobotModel model, Mechanism mechanism, int qOffset, int vOffset, int bodyOffset) {
    /** The configuration in which it begins: the description's reference, or neutral; nq numbers. */
    public double[] home() {
        List<Double> reference = mechanism.reference();
        if (reference == null) {
            return model.neutral();
        }
        return reference.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
