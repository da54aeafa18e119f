package io.sigmaprompt.physics.collision.skin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.collision.CollisionSceneTest;
import io.sigmaprompt.physics.collision.Meshes;
import io.sigmaprompt.physics.collision.collider.BodyExclusions;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SkinContactsTest {
    private static final ContactFilter OPEN = new ContactFilter(BodyExclusions.NONE);
    private static final double[] MARGIN = {0.01};

    private final ContactBuffer contacts = new ContactBuffer();

    /** Level grounds of many triangles, at height zero. */
    enum Ground {
        SHEET(new Geometry.Polyhedron("sheet", Meshes.sheet(20, 0))),
        FIELD(new Geometry.HeightField("field", null, 1, 1, 0.5, 0.1, 21, 23, Collections.nCopies(21 * 23, 2.0)));

        final Geometry geometry;

        Ground(Geometry geometry) {
            this.geometry = geometry;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBallRollsOverALevelGroundWithoutFeelingItsEdges(Ground ground) {
        CollisionScene scene = scene(ground.geometry, Pose.IDENTITY, new Geometry.Sphere(0.1));
        SplitMix64 random = new SplitMix64(1);
        for (double gap : new double[] {0.004, 1e-6, 0, -1e-6, -0.003}) {
            for (int i = 0; i <= 2000; i++) {
                // Along a line, along a row of edges, and anywhere.
                double x = i % 3 == 2 ? 0.9 * random.symmetric() : -0.9 + 1.8 * i / 2000;
                double y = i % 3 == 0 ? 0.37 * x : i % 3 == 1 ? 0.1 : 0.9 * random.symmetric();
                find(scene, CollisionSceneTest.at(x, y, 0.1 + gap));
                assertEquals(1, contacts.count(), "at " + x + ", " + y + ", gap " + gap);
                assertLevel(0);
                assertEquals(gap, contacts.geometry[6], 1e-12);
                assertEquals(x, contacts.geometry[3], 1e-9);
                assertEquals(y, contacts.geometry[4], 1e-9);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBoxSlidesOverALevelGroundOnItsFourCorners(Ground ground) {
        CollisionScene scene = scene(ground.geometry, Pose.IDENTITY, new Geometry.Box(0.5, 0.3, 0.2));
        for (double gap : new double[] {0.004, 0, -1e-5, -0.003}) {
            for (int i = 0; i <= 300; i++) {
                double x = -0.6 + 1.2 * i / 300;
                double angle = 0.02 * i;
                double[] pose = turnedAboutZ(angle, x, 0.3 * x, 0.1 + gap);
                find(scene, pose);
                assertEquals(4, contacts.count(), "at " + x + ", gap " + gap);
                double[] sum = new double[2];
                for (int k = 0; k < 4; k++) {
                    assertLevel(k);
                    assertEquals(gap, contacts.geometry[7 * k + 6], 1e-12);
                    double px = contacts.geometry[7 * k + 3] - x;
                    double py = contacts.geometry[7 * k + 4] - 0.3 * x;
                    assertEquals(Math.sqrt(0.25 * 0.25 + 0.15 * 0.15), Math.sqrt(px * px + py * py), 1e-4, "corner");
                    sum[0] += px;
                    sum[1] += py;
                }
                assertEquals(0, sum[0], 4e-4);
                assertEquals(0, sum[1], 4e-4);
            }
        }
    }

    @Test
    void allShapesSlideOverALevelMeshAsOverAPlane() {
        SplitMix64 random = new SplitMix64(4);
        Pose ground = Pose.fromXyzRpy(0.3, -0.2, 0.5, 0.4, -0.3, 0.8);
        double[] r = ground.rotation();
        for (Geometry shape : List.of(
                new Geometry.Capsule(0.1, 0.3),
                new Geometry.Cylinder(0.1, 0.3),
                new Geometry.Ellipsoid(0.1, 0.2, 0.15),
                new Geometry.Box(0.2, 0.1, 0.3),
                new Geometry.Polyhedron("hull", Meshes.l().scaled(0.1, 0.1, 0.1)))) {
            CollisionScene mesh = scene(Ground.SHEET.geometry, ground, shape);
            CollisionScene plane = scene(new Geometry.Plane(0, 0), ground, shape);
            ContactBuffer expected = new ContactBuffer();
            for (int i = 0; i < 500; i++) {
                Pose own = new Pose(
                        0.5 * random.symmetric(),
                        0.5 * random.symmetric(),
                        0,
                        random.symmetric(),
                        random.symmetric(),
                        random.symmetric(),
                        random.symmetric());
                double[] pose = lowered(plane, ground, own, 0.004 * random.symmetric());
                find(mesh, pose);
                plane.update(pose, MARGIN, new boolean[1]);
                plane.findContacts(expected);
                double deepest = Double.POSITIVE_INFINITY;
                for (int k = 0; k < contacts.count(); k++) {
                    for (int axis = 0; axis < 3; axis++) {
                        assertEquals(r[3 * axis + 2], contacts.geometry[7 * k + axis], 1e-12, shape + " " + i);
                    }
                    deepest = Math.min(deepest, contacts.geometry[7 * k + 6]);
                }
                assertTrue(contacts.count() > 0, shape + " " + i);
                double wanted = Double.POSITIVE_INFINITY;
                for (int k = 0; k < expected.count(); k++) {
                    wanted = Math.min(wanted, expected.geometry[7 * k + 6]);
                }
                assertEquals(wanted, deepest, 1e-7, shape + " " + i);
            }
        }
    }

    @Test
    void aBallInAGrooveTouchesBothSidesAndNothingElse() {
        // Two slopes of 45 degrees that meet at x = 0.
        Double[] heights = new Double[5 * 21];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (double) Math.abs(i % 21 - 10);
        }
        Geometry field = new Geometry.HeightField("groove", null, 1, 1, 1, 0.1, 5, 21, List.of(heights));
        CollisionScene scene = scene(field, Pose.IDENTITY, new Geometry.Sphere(0.2));
        for (double gap : new double[] {0.001, -0.001}) {
            find(scene, CollisionSceneTest.at(0, 0.123, (0.2 + gap) * Math.sqrt(2)));
            assertEquals(2, contacts.count());
            for (int k = 0; k < 2; k++) {
                assertEquals(Math.sqrt(0.5), Math.abs(contacts.geometry[7 * k]), 1e-12);
                assertEquals(Math.sqrt(0.5), contacts.geometry[7 * k + 2], 1e-12);
                assertEquals(gap, contacts.geometry[7 * k + 6], 1e-12);
            }
            assertTrue(contacts.geometry[0] * contacts.geometry[7] < 0);
        }
    }

    @Test
    void aSharpRidgeMayTouchWithAnyNormalBetweenItsSlopes() {
        Double[] heights = new Double[5 * 21];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = 10.0 - Math.abs(i % 21 - 10);
        }
        Geometry field = new Geometry.HeightField("ridge", null, 1, 1, 1, 0.1, 5, 21, List.of(heights));
        CollisionScene scene = scene(field, Pose.IDENTITY, new Geometry.Sphere(0.2));
        for (int i = -30; i <= 30; i++) {
            double x = Math.sin(0.025 * i);
            double z = Math.cos(0.025 * i);
            find(scene, CollisionSceneTest.at(0.199 * x, 0.1, 1 + 0.199 * z));
            assertEquals(1, contacts.count());
            assertEquals(x, contacts.geometry[0], 1e-9);
            assertEquals(z, contacts.geometry[2], 1e-9);
            assertEquals(-0.001, contacts.geometry[6], 1e-9);
        }
    }

    @Test
    void whatLiesDeepInAHeightFieldIsPushedOut() {
        CollisionScene scene = scene(Ground.FIELD.geometry, Pose.IDENTITY, new Geometry.Sphere(0.02));
        find(scene, CollisionSceneTest.at(0.33, 0.21, -0.08));
        assertEquals(1, contacts.count());
        assertLevel(0);
        assertEquals(-0.1, contacts.geometry[6], 1e-12);
    }

    @Test
    void aThinPlateHoldsFromTheSideOnWhichAShapeLies() {
        Geometry plate = new Geometry.Polyhedron("plate", Meshes.l().scaled(1, 1, 0.002));
        CollisionScene scene = scene(plate, Pose.IDENTITY, new Geometry.Box(0.2, 0.2, 0.2));
        for (double depth : new double[] {0, 0.0005, 0.0015, 0.003}) {
            find(scene, CollisionSceneTest.at(0.4, 0.6, 0.102 - depth));
            assertEquals(4, contacts.count(), "from above, " + depth);
            for (int k = 0; k < 4; k++) {
                assertLevel(k);
                assertEquals(-depth, contacts.geometry[7 * k + 6], 1e-9);
            }
            find(scene, CollisionSceneTest.at(0.4, 0.6, -0.1 + depth));
            assertEquals(4, contacts.count(), "from below, " + depth);
            for (int k = 0; k < 4; k++) {
                assertEquals(-1, contacts.geometry[7 * k + 2], 1e-12);
                assertEquals(-depth, contacts.geometry[7 * k + 6], 1e-9);
            }
        }
    }

    @Test
    void aHollowMeshHoldsWhatLiesInItsHollow() {
        Geometry l = new Geometry.Polyhedron("L", Meshes.l());
        CollisionScene scene = scene(l, Pose.IDENTITY, new Geometry.Sphere(0.3));
        // In the corner of the L, which a hull would fill.
        find(scene, CollisionSceneTest.at(1.299, 1.298, 0.5));
        assertEquals(2, contacts.count());
        double[] seen = {contacts.geometry[0] + contacts.geometry[7], contacts.geometry[1] + contacts.geometry[8]};
        assertEquals(1, seen[0], 1e-12);
        assertEquals(1, seen[1], 1e-12);
        assertEquals(-0.002, contacts.geometry[6], 1e-12);
        assertEquals(-0.001, contacts.geometry[13], 1e-12);
        find(scene, CollisionSceneTest.at(1.5, 1.5, 0.5));
        assertEquals(0, contacts.count());
    }

    @Test
    void theSameMeshTurnsTheNormalWhenItComesLast() {
        Collider sheet = CollisionSceneTest.collider(Collider.STATIC, Ground.SHEET.geometry);
        Collider ball = CollisionSceneTest.collider(0, new Geometry.Sphere(0.1));
        CollisionScene scene = new CollisionScene(List.of(ball, sheet), OPEN, List.of());
        find(scene, CollisionSceneTest.at(0.1, 0.2, 0.099));
        assertEquals(1, contacts.count());
        assertEquals(-1, contacts.geometry[2]);
    }

    private void assertLevel(int k) {
        assertEquals(0.0, contacts.geometry[7 * k]);
        assertEquals(0.0, contacts.geometry[7 * k + 1]);
        assertEquals(1.0, contacts.geometry[7 * k + 2]);
    }

    private void find(CollisionScene scene, double[] pose) {
        scene.update(pose, MARGIN, new boolean[1]);
        scene.findContacts(contacts);
    }

    private static CollisionScene scene(Geometry ground, Pose pose, Geometry shape) {
        return new CollisionScene(
                List.of(
                        new Collider("ground", Collider.STATIC, pose, ground, ContactSurface.DEFAULT),
                        CollisionSceneTest.collider(0, shape)),
                OPEN,
                List.of());
    }

    /** The pose over the ground at which the shape's lowest point is at a height. */
    private static double[] lowered(CollisionScene plane, Pose ground, Pose own, double height) {
        double[] pose = twelve(ground.times(own));
        plane.update(pose, MARGIN, new boolean[1]);
        double low = plane.distance(0, 1, new double[9]);
        Pose up = new Pose(0, 0, height - low, 0, 0, 0, 1);
        return twelve(ground.times(up).times(own));
    }

    private static double[] twelve(Pose pose) {
        double[] twelve = new double[12];
        System.arraycopy(pose.rotation(), 0, twelve, 0, 9);
        twelve[9] = pose.x();
        twelve[10] = pose.y();
        twelve[11] = pose.z();
        return twelve;
    }

    private static double[] turnedAboutZ(double angle, double x, double y, double z) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new double[] {c, -s, 0, s, c, 0, 0, 0, 1, x, y, z};
    }
}
