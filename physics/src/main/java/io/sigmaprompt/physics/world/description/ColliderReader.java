package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ExplicitPair;
import io.sigmaprompt.physics.collision.collider.PairSurface;
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

/** Makes the colliders of a model, and finds what of them is excluded. */
final class ColliderReader {
    private final RobotModel model;
    private final Mechanism mechanism;
    private final StaticLinks ground;
    private final List<Collider> colliders = new ArrayList<>();
    private final List<Integer> links = new ArrayList<>();
    private final List<ModelWarning> warnings = new ArrayList<>();
    private final Set<BodyPair> excluded = new TreeSet<>();
    /** Links that never move but are bodies of their own. */
    private final Set<Integer> apart = new TreeSet<>();

    ColliderReader(RobotModel model, Mechanism mechanism) {
        this.model = model;
        this.mechanism = mechanism;
        ground = new StaticLinks(model);
    }

    SceneColliders read() {
        for (ContactExclusion exclusion : mechanism.exclusions()) {
            exclude(model.linkIndex(exclusion.firstLink()), model.linkIndex(exclusion.secondLink()));
        }
        for (int link = 0; link < model.links().size(); link++) {
            Link description = model.links().get(link);
            for (Shape shape : description.collisions()) {
                add(link, description, shape);
            }
        }
        return new SceneColliders(colliders, links, exclusions(), pairs(), warnings);
    }

    private void exclude(int a, int b) {
        if (a < 0 || b < 0 || a == b || ground.contains(a) && ground.contains(b)) {
            return;
        }
        excluded.add(BodyPair.of(a, b));
        if (ground.contains(a) || ground.contains(b)) {
            apart.add(ground.contains(a) ? a : b);
        }
    }

    private void add(int link, Link description, Shape shape) {
        if (shape.geometry() instanceof Geometry.Mesh mesh && mesh.file() == null) {
            warnings.add(new ModelWarning(
                    "robot '" + model.name() + "', link '" + description.name() + "'",
                    "the mesh " + mesh.uri() + " was not found, so nothing touches it"));
            return;
        }
        String name = shape.name().isEmpty() ? description.name() + "/" + colliders.size() : shape.name();
        Pose placed = ground.pose(link);
        if (placed == null || apart.contains(link)) {
            colliders.add(new Collider(name, link, shape.origin(), shape.geometry(), shape.surface()));
        } else {
            Pose pose = StaticLinks.under(placed, shape.origin());
            colliders.add(new Collider(name, Collider.STATIC, pose, shape.geometry(), shape.surface()));
        }
        links.add(link);
    }

    private List<BodyPair> exclusions() {
        WeldedLinks welds = new WeldedLinks(model, ground);
        boolean parents =
                !mechanism.options().flags().getOrDefault("filterparent", "").equals("disable");
        TreeSet<Integer> bodies = new TreeSet<>();
        colliders.forEach(collider -> bodies.add(collider.body()));
        bodies.remove(Collider.STATIC);
        List<BodyPair> exclusions = new ArrayList<>();
        apart.forEach(link -> exclusions.add(new BodyPair(Collider.STATIC, link)));
        for (int a : bodies) {
            for (int b : bodies.tailSet(a, false)) {
                BodyPair pair = new BodyPair(a, b);
                if (welds.rigid(a, b) || parents && welds.adjacent(a, b) || excluded.contains(pair)) {
                    exclusions.add(pair);
                }
            }
        }
        return exclusions;
    }

    /** Restitution, of which a description's pair says nothing, is the shapes' greater one. */
    private List<ExplicitPair> pairs() {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (int i = 0; i < colliders.size(); i++) {
            byName.putIfAbsent(colliders.get(i).name(), i);
        }
        List<ExplicitPair> pairs = new ArrayList<>();
        for (ContactPair pair : mechanism.pairs()) {
            Integer a = byName.get(pair.firstShape());
            Integer b = byName.get(pair.secondShape());
            if (a != null && b != null && !a.equals(b)) {
                double restitution = Math.max(
                        colliders.get(a).surface().restitution(),
                        colliders.get(b).surface().restitution());
                pairs.add(new ExplicitPair(a, b, surface(pair, restitution)));
            }
        }
        return pairs;
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
