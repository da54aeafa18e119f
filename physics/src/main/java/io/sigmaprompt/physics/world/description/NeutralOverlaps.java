package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.ContactExclusion;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Links whose shapes overlap where the robot is at rest in its neutral configuration, so that they are meant to: URDF has no
 * word for what may not touch, and the shapes of neighbours, drawn a little too large, would push each other apart for ever.
 *
 * @param exclusions pairs of links that overlap and are not excluded yet
 * @param warnings of pairs that no joint ties directly
 */
public record NeutralOverlaps(List<ContactExclusion> exclusions, List<ModelWarning> warnings) {

    /** How far two colliders are apart, metres; below zero where they overlap. */
    @FunctionalInterface
    interface Distance {
        double between(int first, int second);
    }

    public NeutralOverlaps {
        exclusions = List.copyOf(exclusions);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks for them.
     *
     * @param scene the colliders of the robot alone
     * @throws io.sigmaprompt.physics.model.BadInputException if a shape cannot touch
     */
    public static NeutralOverlaps of(RobotModel model, SceneColliders scene) {
        int links = model.links().size();
        double[] poses = new double[12 * links];
        double[] pose = new double[12];
        ForwardKinematics kinematics = new ForwardKinematics(model);
        kinematics.update(model.neutral());
        for (int link = 0; link < links; link++) {
            kinematics.transform(link, pose);
            System.arraycopy(pose, 0, poses, 12 * link, 12);
        }
        CollisionScene placed = new CollisionScene(scene.colliders(), scene.filter(), List.of());
        placed.update(poses, new double[links], new boolean[links]);
        double[] witness = new double[9];
        return of(model, scene, (first, second) -> placed.distance(first, second, witness));
    }

    /**
     * Looks for them.
     *
     * @param scene the colliders of the robot alone
     * @param neutral their distances in the robot's neutral configuration
     */
    static NeutralOverlaps of(RobotModel model, SceneColliders scene, Distance neutral) {
        ContactFilter filter = scene.filter();
        Set<BodyPair> links = new TreeSet<>();
        List<ContactExclusion> exclusions = new ArrayList<>();
        List<ModelWarning> warnings = new ArrayList<>();
        for (int i = 0; i < scene.colliders().size(); i++) {
            for (int j = i + 1; j < scene.colliders().size(); j++) {
                Collider a = scene.colliders().get(i);
                Collider b = scene.colliders().get(j);
                if (!filter.allows(a, b)) {
                    continue;
                }
                BodyPair pair = BodyPair.of(scene.links().get(i), scene.links().get(j));
                if (links.contains(pair) || !(neutral.between(i, j) < 0)) {
                    continue;
                }
                links.add(pair);
                String first = model.links().get(pair.first()).name();
                String second = model.links().get(pair.second()).name();
                exclusions.add(new ContactExclusion(first + " and " + second + " overlap", first, second));
                if (!neighbours(model, pair)) {
                    warnings.add(new ModelWarning(
                            "robot '" + model.name() + "', links '" + first + "' and '" + second + "'",
                            "their shapes " + a.name() + " and " + b.name()
                                    + " overlap in the neutral configuration, so they never touch"));
                }
            }
        }
        return new NeutralOverlaps(exclusions, warnings);
    }

    private static boolean neighbours(RobotModel model, BodyPair pair) {
        return pair.second() > 0 && model.parentLink(pair.second() - 1) == pair.first();
    }
}
