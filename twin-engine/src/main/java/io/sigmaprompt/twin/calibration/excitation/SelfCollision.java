package io.sigmaprompt.twin.calibration.excitation;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldBuilder;
import io.sigmaprompt.physics.world.WorldSettings;
import java.util.function.Predicate;

/** Tells whether a robot touches itself. Neighbours whose shapes overlap where it is drawn do not count. */
public final class SelfCollision implements Predicate<double[]> {
    private final World world;
    private final double[] still;

    public SelfCollision(RobotReading reading) {
        WorldBuilder builder = new WorldBuilder();
        builder.add(reading);
        world = builder.build(WorldSettings.DEFAULT);
        still = new double[reading.model().nv()];
    }

    /** Whether the model has shapes that could touch. */
    public boolean hasShapes() {
        return world.scene().pairCount() > 0 || world.scene().colliders().size() > 1;
    }

    @Override
    public boolean test(double[] q) {
        world.teleport(0, q, still);
        return !world.overlaps().isEmpty();
    }
}
