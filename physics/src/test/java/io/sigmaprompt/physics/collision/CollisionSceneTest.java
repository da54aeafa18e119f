package io.sigmaprompt.physics.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.physics.collision.collider.BodyExclusions;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.ExplicitPair;
import io.sigmaprompt.physics.collision.collider.PairKey;
import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

public class CollisionSceneTest {
    private static final ContactFilter OPEN = new ContactFilter(BodyExclusions.NONE);

    @Test
    void aBoxOnAPlaneStandsOnFourPointsWithTheNormalFromTheFirstToTheSecond() {
        for (boolean planeFirst : new boolean[] {true, false}) {
            Collider plane = collider(Collider.STATIC, new Geometry.Plane(0, 0));
            Collider box = collider(0, new Geometry.Box(1, 1, 1));
            CollisionScene scene =
                    new CollisionScene(planeFirst ? List.of(plane, box) : List.of(box, plane), OPEN, List.of());
            scene.update(at(0, 0, 0.499), new double[1], new boolean[1]);
            ContactBuffer contacts = new ContactBuffer();
            scene.findContacts(contacts);
            assertEquals(4, contacts.count());
            for (int i = 0; i < 4; i++) {
                assertEquals(0, contacts.first[i]);
                assertEquals(1, contacts.second[i]);
                assertEquals(planeFirst ? 1 : -1, contacts.geometry[7 * i + 2]);
                assertEquals(-0.001, contacts.geometry[7 * i + 6], 1e-12);
                assertSame(scene.surface(0, 1), contacts.surface[i]);
            }
        }
    }

    @Test
    void contactsAreToldUpToThePairsMarginAndThoseOfBothBodies() {
        ContactSurface wide = new ContactSurface(1, 1, 3, 0, 1, 1, 0, 0, 0, 0.1, 0, Softness.DEFAULT, 0);
        CollisionScene scene = new CollisionScene(
                List.of(
                        collider(0, new Geometry.Sphere(1)),
                        new Collider("", 1, Pose.IDENTITY, new Geometry.Sphere(1), wide)),
                OPEN,
                List.of());
        ContactBuffer contacts = new ContactBuffer();
        double[] margins = {0.02, 0.03};
        scene.update(at(0, 0, 0, 2.149, 0, 0), margins, new boolean[2]);
        scene.findContacts(contacts);
        assertEquals(1, contacts.count());
        assertEquals(0.149, contacts.geometry[6], 1e-12);
        scene.update(at(0, 0, 0, 2.151, 0, 0), margins, new boolean[2]);
        scene.findContacts(contacts);
        assertEquals(0, contacts.count());
        scene.update(at(0, 0, 0, 2.125, 0, 0), margins, new boolean[] {false, true});
        scene.findContacts(contacts);
        assertEquals(0, contacts.count(), "what sleeps does not move");
    }

    @Test
    void anExplicitPairTouchesWhateverTheFilterSaysAndHasItsOwnSurface() {
        List<Collider> colliders = List.of(collider(0, new Geometry.Sphere(1)), collider(1, new Geometry.Sphere(1)));
        ContactFilter closed = new ContactFilter(new BodyExclusions(0, 1));
        PairSurface own = new PairSurface(3, 0.3, 0.2, 0, 0, 0, 0, 0.5, 0, Softness.DEFAULT);
        ContactBuffer contacts = new ContactBuffer();
        CollisionScene none = new CollisionScene(colliders, closed, List.of());
        none.update(at(0, 0, 0, 1.5, 0, 0), new double[2], new boolean[2]);
        none.findContacts(contacts);
        assertEquals(0, contacts.count());
        CollisionScene named = new CollisionScene(colliders, closed, List.of(new ExplicitPair(1, 0, own)));
        named.update(at(0, 0, 0, 2.4, 0, 0), new double[2], new boolean[2]);
        named.findContacts(contacts);
        assertEquals(1, contacts.count());
        assertSame(own, contacts.surface[0]);
    }

    @Test
    void aPairThatNamesNoTwoCollidersIsRefused() {
        List<Collider> colliders = List.of(collider(0, new Geometry.Sphere(1)), collider(1, new Geometry.Sphere(1)));
        PairSurface surface = PairSurface.of(ContactSurface.DEFAULT, ContactSurface.DEFAULT);
        for (int[] pair : new int[][] {{0, 2}, {-1, 0}, {1, 1}}) {
            BadInputException refused = assertThrows(
                    BadInputException.class,
                    () -> new CollisionScene(colliders, OPEN, List.of(new ExplicitPair(pair[0], pair[1], surface))));
            assertTrue(refused.getMessage().contains("" + pair[1]), refused.getMessage());
        }
        assertThrows(
                BadInputException.class,
                () -> new CollisionScene(
                        colliders, OPEN, List.of(new ExplicitPair(0, 1, surface), new ExplicitPair(1, 0, surface))));
    }

    @Test
    void aFreshSceneFindsTheBitsOfOneWithALongPast() {
        RandomScene world = new RandomScene(40, new SplitMix64(31));
        ContactBuffer old = new ContactBuffer();
        ContactBuffer restored = new ContactBuffer();
        int contacts = 0;
        for (int step = 0; step < 150; step++) {
            world.move(0.02);
            world.update(world.scene);
            world.scene.findContacts(old);
            CollisionScene fresh = world.fresh();
            world.update(fresh);
            fresh.findContacts(restored);
            assertEquals(RandomScene.bits(restored), RandomScene.bits(old), "step " + step);
            assertEquals(fresh.pairCount(), world.scene.pairCount());
            contacts += old.count();
        }
        assertTrue(contacts > 5000, "contacts: " + contacts);
    }

    @Test
    void contactsComeSortedAndEachOnce() {
        RandomScene world = new RandomScene(60, new SplitMix64(32));
        ContactBuffer contacts = new ContactBuffer();
        for (int step = 0; step < 50; step++) {
            world.move(0.02);
            world.update(world.scene);
            world.scene.findContacts(contacts);
            for (int i = 0; i < contacts.count(); i++) {
                assertTrue(contacts.first[i] < contacts.second[i]);
                if (i > 0) {
                    long before = PairKey.of(contacts.first[i - 1], contacts.second[i - 1]);
                    long now = PairKey.of(contacts.first[i], contacts.second[i]);
                    assertTrue(before <= now);
                }
                for (int j = i - 1;
                        j >= 0 && contacts.first[j] == contacts.first[i] && contacts.second[j] == contacts.second[i];
                        j--) {
                    assertTrue(contacts.feature[j] != contacts.feature[i], "features tell points apart");
                }
            }
        }
    }

    @Test
    void nothingIsAllocatedOnceTheBuffersHaveGrown() {
        RandomScene world = new RandomScene(40, new SplitMix64(33));
        ContactBuffer contacts = new ContactBuffer();
        ProximityBuffer near = new ProximityBuffer();
        RayHit hit = new RayHit();
        double[] ray = {0, 0, 3, 0.1, 0.2, -1};
        double[] witness = new double[9];
        List<double[]> states = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            world.move(0.05);
            states.add(world.poses.clone());
        }
        Runnable everything = () -> {
            for (int i = 0; i < states.size(); i++) {
                world.scene.update(states.get(i), world.margins, world.still);
                world.scene.findContacts(contacts);
                world.scene.findNear(0.05, true, near);
                world.scene.castRay(ray, 0, ray, 3, 10, -1, hit);
                world.scene.closest(i, i + 1, witness);
                world.scene.distance(2, 9, witness);
            }
        };
        for (int i = 0; i < 20; i++) {
            everything.run();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 50; i++) {
            everything.run();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 50 * states.size() * 16, allocated + " bytes");
    }

    public static Collider collider(int body, Geometry geometry) {
        return new Collider("", body, Pose.IDENTITY, geometry, ContactSurface.DEFAULT);
    }

    /** Poses of bodies that stand at these points, not turned. */
    public static double[] at(double... points) {
        double[] poses = new double[4 * points.length];
        for (int i = 0; i < points.length / 3; i++) {
            System.arraycopy(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 0, poses, 12 * i, 9);
            System.arraycopy(points, 3 * i, poses, 12 * i + 9, 3);
        }
        return poses;
    }
}
