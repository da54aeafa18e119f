package io.sigmaprompt.physics.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.collider.BodyExclusions;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.MeshTreatment;
import io.sigmaprompt.physics.collision.manifold.ContactBuffer;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshTreatmentTest {
    private static final ContactFilter OPEN = new ContactFilter(BodyExclusions.NONE);
    private static final Geometry L = new Geometry.Polyhedron("L", Meshes.l());

    private final ContactBuffer contacts = new ContactBuffer();

    @Test
    void aMovingMeshIsItsHullUnlessAskedOtherwise() {
        // A ball in the hollow of the L, which its hull fills up to x + y = 3.
        double[] ball = {1.35, 1.35, 0.5};
        assertTrue(touches(0, MeshTreatment.USUAL, ball));
        assertTrue(touches(0, MeshTreatment.HULL, ball));
        for (MeshTreatment treatment : List.of(MeshTreatment.PARTS, MeshTreatment.TRIANGLES)) {
            assertTrue(!touches(0, treatment, ball), treatment.toString());
            assertTrue(touches(0, treatment, 1.29, 1.5, 0.5), treatment.toString());
        }
    }

    @Test
    void whatNeverMovesKeepsItsHollowsUnlessAskedOtherwise() {
        assertTrue(!touches(Collider.STATIC, MeshTreatment.USUAL, 1.35, 1.35, 0.5));
        assertTrue(touches(Collider.STATIC, MeshTreatment.HULL, 1.35, 1.35, 0.5));
    }

    @Test
    void partsAndTrianglesAgreeWhereABallTouchesTheHollow() {
        double[] expected = {1, 0, 0};
        for (MeshTreatment treatment : List.of(MeshTreatment.PARTS, MeshTreatment.TRIANGLES)) {
            assertTrue(touches(0, treatment, 1.29, 1.5, 0.5));
            assertEquals(1, contacts.count());
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[k], contacts.geometry[k], 1e-9);
            }
            assertEquals(-0.01, contacts.geometry[6], 1e-9);
        }
    }

    @Test
    void aMovingSkinStandsOnAPlaneAndOnAnotherSkinByItsHull() {
        Collider skin = new Collider("L", 0, Pose.IDENTITY, L, ContactSurface.DEFAULT, MeshTreatment.TRIANGLES);
        for (Geometry ground : List.of(
                new Geometry.Plane(0, 0),
                new Geometry.Polyhedron("sheet", Meshes.sheet(7, 0).scaled(4, 4, 1)))) {
            CollisionScene scene =
                    new CollisionScene(List.of(skin, CollisionSceneTest.collider(-1, ground)), OPEN, List.of());
            scene.update(CollisionSceneTest.at(-0.5, -0.6, -0.001), new double[1], new boolean[1]);
            scene.findContacts(contacts);
            assertTrue(contacts.count() >= 3, ground + ": " + contacts.count());
            for (int i = 0; i < contacts.count(); i++) {
                assertEquals(-1, contacts.geometry[7 * i + 2], 1e-12);
                assertEquals(-0.001, contacts.geometry[7 * i + 6], 1e-9);
            }
        }
    }

    @Test
    void aMovingSkinIsAsFarFromOtherSkinsAsItsHull() {
        Collider skin = new Collider("L", 0, Pose.IDENTITY, L, ContactSurface.DEFAULT, MeshTreatment.TRIANGLES);
        Geometry sheet = new Geometry.Polyhedron("sheet", Meshes.sheet(7, 0).scaled(4, 4, 1));
        CollisionScene scene =
                new CollisionScene(List.of(skin, CollisionSceneTest.collider(-1, sheet)), OPEN, List.of());
        scene.update(CollisionSceneTest.at(-0.5, -0.6, 0.25), new double[1], new boolean[1]);
        double[] witness = new double[9];
        assertEquals(0.25, scene.distance(0, 1, witness), 1e-12);
        assertEquals(-1, witness[8], 1e-12);
        assertEquals(0.25, scene.distance(1, 0, witness), 1e-12);
        assertEquals(1, witness[8], 1e-12);
        assertEquals(0.25, scene.closest(Collider.STATIC, 0, witness), 1e-12);
    }

    @Test
    void aMeshComesFromAFileWithItsScale(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("l.obj");
        TriangleMesh l = Meshes.l();
        StringBuilder obj = new StringBuilder();
        for (int v = 0; v < l.vertices().length; v += 3) {
            obj.append("v " + l.vertices()[v] + " " + l.vertices()[v + 1] + " " + l.vertices()[v + 2] + "\n");
        }
        for (int t = 0; t < l.triangles().length; t += 3) {
            // Wound the wrong way round.
            obj.append("f " + (l.triangles()[t] + 1) + " " + (l.triangles()[t + 2] + 1) + " "
                    + (l.triangles()[t + 1] + 1) + "\n");
        }
        Files.writeString(file, obj);
        Geometry mesh = new Geometry.Mesh("package://l.obj", file, new Vec3(-2, 2, 2));
        CollisionScene scene = new CollisionScene(
                List.of(
                        CollisionSceneTest.collider(Collider.STATIC, mesh),
                        CollisionSceneTest.collider(0, new Geometry.Sphere(0.3))),
                OPEN,
                List.of());
        assertEquals(1, scene.warnings().size());
        assertTrue(
                scene.warnings().getFirst().contains(file.toString()),
                scene.warnings().getFirst());
        assertTrue(
                scene.warnings().getFirst().contains("20 of 20"),
                scene.warnings().getFirst());
        scene.update(CollisionSceneTest.at(-2.29, 3, 1), new double[1], new boolean[1]);
        scene.findContacts(contacts);
        assertEquals(1, contacts.count());
        assertEquals(-1, contacts.geometry[0], 1e-12);
    }

    @Test
    void aMeshThatNobodyHasIsRefused() {
        BadInputException refused = assertThrows(
                BadInputException.class, () -> scene(new Geometry.Mesh("package://a/b.stl", null, new Vec3(1, 1, 1))));
        assertTrue(refused.getMessage().contains("package://a/b.stl"), refused.getMessage());
    }

    @Test
    void aFlatMeshIsGroundButNoBody() {
        Geometry sheet = new Geometry.Polyhedron("sheet", Meshes.sheet(2, 0));
        BadInputException refused = assertThrows(BadInputException.class, () -> scene(sheet));
        assertTrue(refused.remedy().contains("thickness"), refused.remedy());
        assertThrows(
                BadInputException.class,
                () -> new CollisionScene(
                        List.of(new Collider(
                                "s", 0, Pose.IDENTITY, sheet, ContactSurface.DEFAULT, MeshTreatment.PARTS)),
                        OPEN,
                        List.of()));
        CollisionScene ground =
                new CollisionScene(List.of(CollisionSceneTest.collider(Collider.STATIC, sheet)), OPEN, List.of());
        assertTrue(ground.warnings().getFirst().contains("not closed"));
    }

    @Test
    void aHeightFieldWithTooFewHeightsOrNoNumbersIsRefused() {
        assertThrows(
                BadInputException.class,
                () -> scene(new Geometry.HeightField("f", null, 1, 1, 1, 0, 3, 3, List.of(1.0, 2.0))));
        assertThrows(
                BadInputException.class,
                () -> scene(new Geometry.HeightField("f", null, 1, 1, 1, 0, 2, 2, List.of(1.0, 2.0, Double.NaN, 0.0))));
        assertThrows(
                BadInputException.class,
                () -> scene(new Geometry.HeightField("f", null, 0, 1, 1, 0, 2, 2, List.of(1.0, 2.0, 3.0, 0.0))));
    }

    private static CollisionScene scene(Geometry moving) {
        return new CollisionScene(List.of(CollisionSceneTest.collider(0, moving)), OPEN, List.of());
    }

    private boolean touches(int body, MeshTreatment treatment, double... ball) {
        CollisionScene scene = new CollisionScene(
                List.of(
                        new Collider("L", body, Pose.IDENTITY, L, ContactSurface.DEFAULT, treatment),
                        CollisionSceneTest.collider(1, new Geometry.Sphere(0.3))),
                OPEN,
                List.of());
        scene.update(CollisionSceneTest.at(0, 0, 0, ball[0], ball[1], ball[2]), new double[2], new boolean[2]);
        scene.findContacts(contacts);
        return contacts.count() > 0;
    }
}
