package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.collision.collider.BodyExclusions;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.ExplicitPair;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a robot or scene that touches, and what of it never touches what.
 *
 * <p>Shapes of links that fixed joints hold together never touch each other, nor do those of such a group and of the one
 * that it hangs on, unless that is the ground (MuJoCo documentation, Computation, Collision detection; its {@code
 * filterparent}). A description excludes further pairs of links, and names pairs of shapes that touch whatever all this says.
 *
 * <p>A collider's body is its link's index in the model, and {@link Collider#STATIC} where the link never moves. Only
 * where a description excludes such a link with one that moves it keeps its index, so that the other may touch the rest of
 * the ground; its pose is then that of {@link StaticLinks}.
 *
 * @param colliders link by link
 * @param links the link of each collider
 * @param exclusions pairs of bodies that never touch
 * @param pairs of colliders whose contact has properties of its own
 * @param warnings of shapes that were left out
 */
public record SceneColliders(
        List<Collider> colliders,
        List<Integer> links,
        List<BodyPair> exclusions,
        List<ExplicitPair> pairs,
        List<ModelWarning> warnings) {

    public SceneColliders {
        colliders = List.copyOf(colliders);
        links = List.copyOf(links);
        exclusions = List.copyOf(exclusions);
        pairs = List.copyOf(pairs);
        warnings = List.copyOf(warnings);
    }

    /** The colliders of a model and what its description says about them. */
    public static SceneColliders of(RobotModel model, Mechanism mechanism) {
        return new ColliderReader(model, mechanism).read();
    }

    /**
     * Several robots or scenes as one, with bodies numbered through.
     *
     * @param bodyOffsets what is added to the bodies and links of each; they do not touch the static ones' number
     */
    public static SceneColliders join(List<SceneColliders> robots, int... bodyOffsets) {
        List<Collider> colliders = new ArrayList<>();
        List<Integer> links = new ArrayList<>();
        List<BodyPair> exclusions = new ArrayList<>();
        List<ExplicitPair> pairs = new ArrayList<>();
        List<ModelWarning> warnings = new ArrayList<>();
        // Bodies that never move and are none of STATIC; those of different robots do not touch either.
        List<Integer> still = new ArrayList<>();
        for (int r = 0; r < robots.size(); r++) {
            SceneColliders robot = robots.get(r);
            int bodies = bodyOffsets[r];
            int before = colliders.size();
            for (Collider c : robot.colliders) {
                int body = c.body() == Collider.STATIC ? c.body() : c.body() + bodies;
                colliders.add(new Collider(c.name(), body, c.inBody(), c.geometry(), c.surface(), c.treatment()));
            }
            robot.links.forEach(link -> links.add(link + bodies));
            List<Integer> others = List.copyOf(still);
            for (BodyPair pair : robot.exclusions) {
                exclusions.add(pair.shifted(bodies));
                if (pair.first() == Collider.STATIC) {
                    int own = pair.second() + bodies;
                    others.forEach(other -> exclusions.add(BodyPair.of(other, own)));
                    still.add(own);
                }
            }
            robot.pairs.forEach(p -> pairs.add(new ExplicitPair(p.first() + before, p.second() + before, p.surface())));
            warnings.addAll(robot.warnings);
        }
        return new SceneColliders(colliders, links, exclusions, pairs, warnings);
    }

    /** Which of the colliders may touch. */
    public ContactFilter filter() {
        int[] bodies = new int[2 * exclusions.size()];
        for (int i = 0; i < exclusions.size(); i++) {
            bodies[2 * i] = exclusions.get(i).first();
            bodies[2 * i + 1] = exclusions.get(i).second();
        }
        return new ContactFilter(new BodyExclusions(bodies));
    }
}
