package io.sigmaprompt.workbench.viewport.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrimitivesTest {
    private static void isClosedAndFacesOut(TriangleMesh mesh, double volume, double share) {
        double sum = 0;
        float[] p = mesh.positions();
        for (int t = 0; t < mesh.triangles(); t++) {
            int a = 3 * mesh.indices()[3 * t];
            int b = 3 * mesh.indices()[3 * t + 1];
            int c = 3 * mesh.indices()[3 * t + 2];
            sum += (p[a] * (p[b + 1] * p[c + 2] - p[b + 2] * p[c + 1])
                            + p[a + 1] * (p[b + 2] * p[c] - p[b] * p[c + 2])
                            + p[a + 2] * (p[b] * p[c + 1] - p[b + 1] * p[c]))
                    / 6.0;
        }
        // Rounded edges take a little of the exact volume, a hole or a face turned round would take much.
        assertTrue(sum <= volume * 1.0001 && sum >= volume * share, "volume " + sum + " of " + volume);
        for (int i = 0; i < mesh.normals().length; i += 3) {
            double n = Math.sqrt(mesh.normals()[i] * mesh.normals()[i]
                    + mesh.normals()[i + 1] * mesh.normals()[i + 1]
                    + mesh.normals()[i + 2] * mesh.normals()[i + 2]);
            assertEquals(1, n, 1e-5);
        }
    }

    @Test
    void aBoxFillsItsBoundsAndIsClosed() {
        TriangleMesh box = Primitives.box(0.4, 0.2, 0.1);
        assertArrayEquals(new double[] {-0.2, -0.1, -0.05, 0.2, 0.1, 0.05}, box.bounds(), 1e-7);
        isClosedAndFacesOut(box, 0.4 * 0.2 * 0.1, 0.97);
    }

    @Test
    void aCylinderFillsItsBoundsAndIsClosed() {
        TriangleMesh cylinder = Primitives.cylinder(0.1, 0.5);
        assertArrayEquals(new double[] {-0.1, -0.1, -0.25, 0.1, 0.1, 0.25}, cylinder.bounds(), 1e-6);
        isClosedAndFacesOut(cylinder, Math.PI * 0.01 * 0.5, 0.98);
    }

    @Test
    void aCapsuleIsACylinderWithHalfSpheres() {
        TriangleMesh capsule = Primitives.capsule(0.1, 0.5);
        assertEquals(0.35, capsule.bounds()[5], 1e-6);
        isClosedAndFacesOut(capsule, Math.PI * 0.01 * 0.5 + 4.0 / 3 * Math.PI * 0.001, 0.98);
    }

    @Test
    void aSphereIsRound() {
        isClosedAndFacesOut(Primitives.sphere(0.3), 4.0 / 3 * Math.PI * 0.027, 0.98);
    }

    @Test
    void aClusteredMeshIsLighterAndKeepsItsShape() {
        TriangleMesh fine = Primitives.sphere(0.3);
        TriangleMesh coarse = ClusteredMesh.of(fine, 0.06);
        assertTrue(coarse.triangles() < 0.8 * fine.triangles(), coarse.triangles() + " of " + fine.triangles());
        assertArrayEquals(fine.bounds(), coarse.bounds(), 0.03);
        isClosedAndFacesOut(coarse, 4.0 / 3 * Math.PI * 0.027, 0.9);
    }

    @Test
    void aMeshThatClusteringWouldNotHelpIsLeftAlone() {
        TriangleMesh fine = Primitives.sphere(0.3);
        assertSame(fine, ClusteredMesh.of(fine, 1e-4));
    }
}
