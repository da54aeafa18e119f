package io.sigmaprompt.physics.collision.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.Meshes;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mesh.ConvexHull;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeshCheckTest {
    private static final TriangleMesh CUBE =
            ConvexHull.of(new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1});

    @Test
    void aVertexThatIsNoNumberIsRefusedByItsIndex() {
        double[] vertices = CUBE.vertices().clone();
        vertices[7] = Double.NaN;
        BadInputException refused = assertThrows(
                BadInputException.class, () -> MeshCheck.of(new TriangleMesh(vertices, CUBE.triangles()), "part.stl"));
        assertEquals("part.stl", refused.place());
        assertTrue(refused.problem().contains("vertex 2"), refused.problem());
    }

    @Test
    void aMeshWithoutAreaIsRefused() {
        assertThrows(BadInputException.class, () -> MeshCheck.of(new TriangleMesh(new double[9], new int[0]), "m"));
        TriangleMesh needle = new TriangleMesh(new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0}, new int[] {0, 1, 2});
        BadInputException refused = assertThrows(BadInputException.class, () -> MeshCheck.of(needle, "m"));
        assertTrue(refused.problem().contains("none has an area"), refused.problem());
    }

    @Test
    void aFlatMeshHasNoHullAndSaysWhatToDo() {
        MeshCheck sheet = MeshCheck.of(Meshes.sheet(3, 0.5), "floor.obj");
        BadInputException refused = assertThrows(BadInputException.class, () -> sheet.hull("floor.obj"));
        assertTrue(refused.problem().contains("flat"), refused.problem());
        assertTrue(refused.remedy().contains("thickness"), refused.remedy());
        assertFalse(sheet.closed());
        assertTrue(
                sheet.warnings().getFirst().contains("not closed"),
                sheet.warnings().toString());
    }

    @Test
    void aSoundMeshIsLeftAsItIs() {
        for (TriangleMesh mesh : new TriangleMesh[] {CUBE, Meshes.l(), Meshes.u(), Meshes.torus(1, 0.3, 12, 8)}) {
            MeshCheck check = MeshCheck.of(mesh, "m");
            assertEquals(0, check.turned());
            assertEquals(0, check.dropped());
            assertEquals(1, check.pieces());
            assertTrue(check.closed());
            assertEquals(mesh == CUBE, check.convex());
            assertTrue(check.warnings().isEmpty());
            assertEquals(Triangles.volume(mesh), Triangles.volume(check.mesh()), 1e-12);
            assertTrue(Triangles.volume(mesh) > 0);
        }
    }

    @Test
    void aMeshInsideOutIsTurned() {
        MeshCheck check = MeshCheck.of(flipped(Meshes.u(), t -> true), "m");
        assertEquals(Meshes.u().triangleCount(), check.turned());
        assertEquals(5, Triangles.volume(check.mesh()), 1e-12);
        assertTrue(check.warnings().getFirst().contains("faced the other way"));
    }

    @Test
    void anyTrianglesThatFaceTheOtherWayAreTurnedAndCounted() {
        SplitMix64 random = new SplitMix64(8);
        TriangleMesh torus = Meshes.torus(1, 0.3, 12, 8);
        for (int round = 0; round < 20; round++) {
            boolean[] flip = new boolean[torus.triangleCount()];
            int count = 0;
            for (int t = 0; t < flip.length; t++) {
                flip[t] = random.symmetric() > 0.5;
                count += flip[t] ? 1 : 0;
            }
            MeshCheck check = MeshCheck.of(flipped(torus, t -> flip[t]), "m");
            assertEquals(count, check.turned());
            assertTrue(check.closed());
            assertEquals(Triangles.volume(torus), Triangles.volume(check.mesh()), 1e-12);
        }
    }

    @Test
    void aHollowKeepsItsWindingAndASecondPartInsideOutDoesNot() {
        TriangleMesh hollow = joined(CUBE, flipped(moved(CUBE.scaled(0.5, 0.5, 0.5), 0.25), t -> true));
        MeshCheck kept = MeshCheck.of(hollow, "m");
        assertEquals(0, kept.turned());
        assertEquals(1 - 0.125, Triangles.volume(kept.mesh()), 1e-12);
        TriangleMesh beside = joined(CUBE, flipped(moved(CUBE, 3), t -> true));
        MeshCheck mended = MeshCheck.of(beside, "m");
        assertEquals(12, mended.turned());
        assertEquals(2, mended.pieces());
        assertFalse(mended.convex());
        assertEquals(2, Triangles.volume(mended.mesh()), 1e-12);
    }

    @Test
    void cornersWrittenOnceForEachTriangleAreJoined() {
        double[] vertices = new double[9 * CUBE.triangleCount()];
        int[] triangles = new int[3 * CUBE.triangleCount()];
        for (int i = 0; i < triangles.length; i++) {
            System.arraycopy(CUBE.vertices(), 3 * CUBE.triangles()[i], vertices, 3 * i, 3);
            triangles[i] = i;
        }
        vertices[0] = vertices[0] == 0 ? -0.0 : vertices[0];
        MeshCheck check = MeshCheck.of(new TriangleMesh(vertices, triangles), "m");
        assertEquals(8, check.mesh().vertexCount());
        assertTrue(check.closed());
        assertTrue(check.convex());
    }

    @Test
    void aMissingTriangleLeavesTheMeshOpen() {
        TriangleMesh open =
                new TriangleMesh(CUBE.vertices(), Arrays.copyOf(CUBE.triangles(), CUBE.triangles().length - 3));
        MeshCheck check = MeshCheck.of(open, "m");
        assertFalse(check.closed());
        assertFalse(check.convex());
        assertEquals(12, check.hull("m").triangleCount());
    }

    private interface Choice {
        boolean of(int triangle);
    }

    private static TriangleMesh flipped(TriangleMesh mesh, Choice choice) {
        int[] f = mesh.triangles().clone();
        for (int t = 0; t < mesh.triangleCount(); t++) {
            if (choice.of(t)) {
                int swapped = f[3 * t];
                f[3 * t] = f[3 * t + 1];
                f[3 * t + 1] = swapped;
            }
        }
        return new TriangleMesh(mesh.vertices(), f);
    }

    private static TriangleMesh moved(TriangleMesh mesh, double by) {
        double[] v = mesh.vertices().clone();
        for (int i = 0; i < v.length; i++) {
            v[i] += by;
        }
        return new TriangleMesh(v, mesh.triangles());
    }

    private static TriangleMesh joined(TriangleMesh a, TriangleMesh b) {
        double[] v = Arrays.copyOf(a.vertices(), a.vertices().length + b.vertices().length);
        System.arraycopy(b.vertices(), 0, v, a.vertices().length, b.vertices().length);
        int[] f = Arrays.copyOf(a.triangles(), a.triangles().length + b.triangles().length);
        for (int i = 0; i < b.triangles().length; i++) {
            f[a.triangles().length + i] = b.triangles()[i] + a.vertexCount();
        }
        return new TriangleMesh(v, f);
    }
}
