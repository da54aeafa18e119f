package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.actuator.mechanism.MechanismActuators;
import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.constraint.BlockLayout;
import io.sigmaprompt.physics.world.description.TreeCut;
import io.sigmaprompt.physics.world.description.WorldRobot;
import io.sigmaprompt.physics.world.step.WorldConstraints;
import io.sigmaprompt.physics.world.step.WorldForces;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.List;

/** What a {@link WorldBuilder} makes a world of. */
record WorldParts(
        List<WorldRobot> robots,
        List<TreeCut> cuts,
        WorldTree[] trees,
        BodyMap map,
        BlockLayout layout,
        CollisionScene scene,
        int[] colliderLinks,
        WorldConstraints constraints,
        WorldForces forces,
        List<MechanismActuators> actuators,
        boolean[] mayRest,
        String[] bodyNames,
        int nq,
        int nv) {

    /** Writes where links are that never move. */
    void placeGround(double[] poses) {
        for (int r = 0; r < robots.size(); r++) {
            WorldRobot robot = robots.get(r);
            for (int link = 0; link < robot.model().links().size(); link++) {
                if (cuts.get(r).ground().contains(link)) {
                    cuts.get(r).ground().write(link, poses, 12 * (robot.bodyOffset() + link));
                }
            }
        }
    }
}
