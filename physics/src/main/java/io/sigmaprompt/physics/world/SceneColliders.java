package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.collision.Collider;
import io.sigmaprompt.physics.collision.PairSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.mechanism.ContactExclusion;
import io.sigmaprompt.physics.model.mechanism.ContactPair;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All of a robot or scene that touches, and what of it never touches what.
 *
 * <p>Shapes of links that fixed joints hold together never touch each other, nor do those of such a group and of the one
 * that it hangs on, unless that is the ground (MuJoCo documentation, Computation, Collision detection; its {@code
 * filterparent}). A description excludes further pairs of links, and names pairs of shapes that touch whatever all this says.
 *
 * @param colliders by link; the body of each is its link's index in the model, or -1 where the link never moves
 * @param exclusions pairs of colliders that never touch, rising; pairs of equal body are not listed, they never touch either
 * @param named pairs of colliders whose contact has properties of its own; none of them is among the exclusions
 * @param warnings of shapes that were left out
 */
public record SceneColliders(
        List<Collider> colliders,
        List<ColliderPair> exclusions,
        List<NamedContact> named,
        List<ModelWarning> warnings) {

    /** The body of colliders that never move. */
    public static final int GROUND = -1;

    public SceneColliders {
        colliders = List.copyOf(colliders);
        exclusions = List.copyOf(exclusions);
        named = List.copyOf(named);
        warnings = List.copyOf(warnings);
    }

    /** The colliders of a model and what its description says about them. */
    public static SceneColliders of(RobotModel model, Mechanism mechanism) {
        StaticLinks ground = new StaticLinks(model);
        List<Collider> colliders = new ArrayList<>();
        List<Integer> links = new ArrayList<>();
        List<ModelWarning> warnings = new ArrayList<>();
        for (int link = 0; link < model.links().size(); link++) {
            Link description = model.links().get(link);
            Pose placed = ground.pose(link);
            for (Shape shape : description.collisions()) {
                if (shape.geometry() instanceof Geometry.Mesh mesh && mesh.file() == null) {
                    warnings.add(new ModelWarning(
                            "robot '" + model.name() + "', link '" + description.name() + "'",
                            "the mesh " + mesh.uri() + " was not found, so nothing touches it"));
                    continue;
                }
                String name = shape.name().isEmpty() ? description.name() + "/" + colliders.size() : shape.name();
                Pose pose = placed == null ? shape.origin() : StaticLinks.under(placed, shape.origin());
                int body = placed == null ? link : GROUND;
                colliders.add(new Collider(name, body, pose, shape.geometry(), shape.surface()));
                links.add(link);
            }
        }
        List<NamedContact> named = named(mechanism, colliders);
        List<ColliderPair> exclusions = exclusions(model, mechanism, ground, links);
        named.forEach(contact -> exclusions.remove(contact.pair()));
        return new SceneColliders(colliders, exclusions, named, warnings);
    }

    private static List<ColliderPair> exclusions(
            RobotModel model, Mechanism mechanism, StaticLinks ground, List<Integer> links) {
        WeldedLinks welds = new WeldedLinks(model, ground);
        boolean parents =
                !mechanism.options().flags().getOrDefault("filterparent", "").equals("disable");
        Set<Long> excluded = new TreeSet<>();
        for (ContactExclusion exclusion : mechanism.exclusions()) {
            int a = model.linkIndex(exclusion.firstLink());
            int b = model.linkIndex(exclusion.secondLink());
            excluded.add(key(a, b));
        }
        List<ColliderPair> pairs = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            for (int j = i + 1; j < links.size(); j++) {
                int a = links.get(i);
                int b = links.get(j);
                boolean same = a == b || ground.contains(a) && ground.contains(b);
                boolean apart = welds.rigid(a, b) || parents && welds.adjacent(a, b) || excluded.contains(key(a, b));
                if (!same && apart) {
                    pairs.add(new ColliderPair(i, j));
                }
            }
        }
        return pairs;
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }

    /** Restitution, of which a description's pair says nothing, is the shapes' greater one. */
    private static List<NamedContact> named(Mechanism mechanism, List<Collider> colliders) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (int i = 0; i < colliders.size(); i++) {
            byName.putIfAbsent(colliders.get(i).name(), i);
        }
        List<NamedContact> named = new ArrayList<>();
        for (ContactPair pair : mechanism.pairs()) {
            Integer a = byName.get(pair.firstShape());
            Integer b = byName.get(pair.secondShape());
            if (a != null && b != null && !a.equals(b)) {
                double restitution = Math.max(
                        colliders.get(a).surface().restitution(),
                        colliders.get(b).surface().restitution());
                named.add(new NamedContact(ColliderPair.of(a, b), surface(pair, restitution)));
            }
        }
        return named;
    }

    private static PairSurface surface(ContactPair pair, double restitution) {
        PairSurface s = PairSurface.of(pair);
        return new PairSurface(
                s.dimensions(),
                s.sliding(),
                s.secondSliding(),
                s.torsional(),
                s.rolling(),
                s.secondRolling(),
                restitution,
                s.margin(),
                s.gap(),
                s.softness());
    }
}
