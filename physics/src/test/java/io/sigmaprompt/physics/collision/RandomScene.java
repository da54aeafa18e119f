package io.sigmaprompt.physics.collision;

import io.sigmaprompt.physics.collision.collider.BodyExclusions;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.ExplicitPair;
import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A scene of shapes of all kinds, thrown about a ground of all kinds. */
final class RandomScene {
    final List<Collider> colliders = new ArrayList<>();
    final double[] poses;
    final double[] margins;
    final boolean[] still;
    final CollisionScene scene;
    private final SplitMix64 random;
    private final double side;

    RandomScene(int bodies, SplitMix64 random) {
        this.random = random;
        side = 0.5 * Math.cbrt(bodies);
        poses = new double[12 * bodies];
        margins = new double[bodies];
        still = new boolean[bodies];
        add(Collider.STATIC, new Geometry.Plane(0, 0), new Pose(0, 0, -side, 0, 0, 0, 1));
        add(Collider.STATIC, new Geometry.Box(1, 1, 1), Pose.IDENTITY);
        add(Collider.STATIC, hills(), new Pose(0, 0, -0.8 * side, 0, 0, 0, 1));
        add(Collider.STATIC, new Geometry.Polyhedron("L", Meshes.l()), new Pose(side, side, 0, 0, 0, 0, 1));
        for (int i = 0; i < bodies; i++) {
            add(i, geometry(i), new Pose(0.1 * random.symmetric(), 0, 0, 0, 0, 0.6, 0.8));
            if (i % 4 == 0) {
                add(i, geometry(i + 3), new Pose(0, 0.3, 0, 0, 0, 0, 1));
            }
            scatter(i);
        }
        scene = fresh();
    }

    CollisionScene fresh() {
        return new CollisionScene(
                colliders,
                new ContactFilter(new BodyExclusions(0, 1)),
                List.of(new ExplicitPair(4, 6, PairSurface.of(ContactSurface.DEFAULT, ContactSurface.DEFAULT))));
    }

    void update(CollisionScene which) {
        which.update(poses, margins, still);
    }

    void move(double by) {
        for (int i = 0; i < still.length; i++) {
            double chance = random.symmetric();
            still[i] = chance > 0.5;
            margins[i] = 0.01 * (1 + random.symmetric());
            if (chance < -0.97) {
                scatter(i);
            }
            for (int k = 9; !still[i] && k < 12; k++) {
                poses[12 * i + k] += by * random.symmetric();
            }
        }
    }

    private void scatter(int body) {
        Pose turned = new Pose(0, 0, 0, random.symmetric(), random.symmetric(), random.symmetric(), random.symmetric());
        System.arraycopy(turned.rotation(), 0, poses, 12 * body, 9);
        for (int k = 9; k < 12; k++) {
            poses[12 * body + k] = side * random.symmetric();
        }
    }

    private static Geometry geometry(int i) {
        return switch (i % 7) {
            case 0 -> new Geometry.Sphere(0.2);
            case 1 -> new Geometry.Capsule(0.1, 0.4);
            case 2 -> new Geometry.Box(0.3, 0.2, 0.4);
            case 3 -> new Geometry.Cylinder(0.15, 0.3);
            case 4 -> new Geometry.Ellipsoid(0.2, 0.1, 0.3);
            case 5 -> new Geometry.Polyhedron("hull", Meshes.l().scaled(0.2, 0.2, 0.2));
            default -> new Geometry.Sphere(0.1);
        };
    }

    private Geometry.HeightField hills() {
        Double[] heights = new Double[12 * 9];
        Arrays.setAll(heights, i -> random.symmetric());
        return new Geometry.HeightField("hills", null, side, side, 0.4, 0.2, 12, 9, List.of(heights));
    }

    private void add(int body, Geometry geometry, Pose inBody) {
        colliders.add(new Collider("c" + colliders.size(), body, inBody, geometry, ContactSurface.DEFAULT));
    }

    /** All numbers of a buffer, to be compared bit by bit. */
    static List<Long> bits(ContactBuffer contacts) {
        List<Long> bits = new ArrayList<>();
        for (int i = 0; i < contacts.count(); i++) {
            bits.add((long) contacts.first[i]);
            bits.add((long) contacts.second[i]);
            bits.add((long) contacts.feature[i]);
            for (int k = 0; k < 7; k++) {
                bits.add(Double.doubleToRawLongBits(contacts.geometry[7 * i + k]));
            }
        }
        return bits;
    }
}
