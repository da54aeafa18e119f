package io.sigmaprompt.physics.collision.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.Meshes;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvexDecompositionTest {
    @Test
    void anLIsTwoBoxes() {
        List<TriangleMesh> parts = ConvexDecomposition.of(Meshes.l(), 0.01, 16);
        assertEquals(2, parts.size());
        assertEquals(3, volume(parts), 1e-12);
        assertFalse(covers(parts, 1.01, 1.01, 0.5), "the hollow stays hollow");
        assertTrue(covers(parts, 1.5, 0.5, 0.5));
        assertTrue(covers(parts, 0.5, 1.5, 0.5));
    }

    @Test
    void aUIsThreeBoxes() {
        List<TriangleMesh> parts = ConvexDecomposition.of(Meshes.u(), 0.01, 16);
        assertEquals(3, parts.size());
        assertEquals(5, volume(parts), 1e-12);
        assertFalse(covers(parts, 1.5, 1.01, 0.5));
        assertTrue(covers(parts, 1.5, 0.5, 0.5));
        assertTrue(covers(parts, 2.5, 1.9, 0.5));
    }

    @Test
    void aTorusKeepsItsHoleAndIsCoveredWhole() {
        TriangleMesh torus = Meshes.torus(1, 0.3, 24, 12);
        double volume = Triangles.volume(torus);
        List<TriangleMesh> parts = ConvexDecomposition.of(torus, 0.01, 32);
        assertTrue(parts.size() >= 6 && parts.size() <= 32, "parts: " + parts.size());
        assertTrue(volume(parts) < 1.2 * volume, volume(parts) + " of " + volume);
        for (double r = 0; r < 0.5; r += 0.1) {
            for (int i = 0; i < 12; i++) {
                assertFalse(covers(parts, r * Math.cos(i), r * Math.sin(i), 0), "the hole at " + r + ", " + i);
            }
        }
        SplitMix64 random = new SplitMix64(9);
        for (int i = 0; i < 3000; i++) {
            double a = Math.PI * random.symmetric();
            double b = Math.PI * random.symmetric();
            double r = 1 + 0.27 * random.symmetric() * Math.cos(b);
            double z = 0.27 * Math.sin(b) * Math.abs(random.symmetric());
            double flat = Math.sqrt((r - 1) * (r - 1) + z * z);
            if (flat < 0.27) {
                assertTrue(covers(parts, r * Math.cos(a), r * Math.sin(a), z), "covered at " + a + ", " + b);
            }
        }
    }

    @Test
    void aConvexMeshStaysWholeAndACountBoundsTheParts() {
        assertEquals(1, ConvexDecomposition.of(Meshes.l(), 1, 16).size());
        assertEquals(1, ConvexDecomposition.of(Meshes.l(), 0, 1).size());
        assertEquals(2, ConvexDecomposition.of(Meshes.u(), 0, 2).size());
    }

    @Test
    void theSameMeshGivesTheSameParts() {
        TriangleMesh torus = Meshes.torus(1, 0.3, 16, 8);
        List<TriangleMesh> once = ConvexDecomposition.of(torus, 0.02, 12);
        List<TriangleMesh> twice = ConvexDecomposition.of(torus, 0.02, 12);
        assertEquals(once.size(), twice.size());
        for (int i = 0; i < once.size(); i++) {
            assertArrayEquals(once.get(i).vertices(), twice.get(i).vertices());
            assertArrayEquals(once.get(i).triangles(), twice.get(i).triangles());
        }
    }

    @Test
    void aFlatMeshHasNoParts() {
        assertThrows(IllegalArgumentException.class, () -> ConvexDecomposition.of(Meshes.sheet(2, 0), 0.01, 4));
    }

    @Test
    void theHalvesOfACutAreClosedAndMakeTheWhole() {
        SplitMix64 random = new SplitMix64(10);
        for (TriangleMesh mesh : List.of(Meshes.l(), Meshes.u(), Meshes.torus(1, 0.3, 20, 10))) {
            TriangleSoup whole = TriangleSoup.of(mesh);
            for (int i = 0; i < 200; i++) {
                int axis = i % 3;
                double least = whole.least(axis);
                double most = whole.most(axis);
                // At corners too, where faces lie in the plane.
                double at = i % 4 == 0
                        ? mesh.vertices()[3 * (i % mesh.vertexCount()) + axis]
                        : least + (most - least) * 0.5 * (1 + random.symmetric());
                TriangleSoup below = whole.cut(axis, at, false);
                TriangleSoup above = whole.cut(axis, at, true);
                assertEquals(whole.volume(), below.volume() + above.volume(), 1e-9);
                assertClosed(below);
                assertClosed(above);
                int across = (axis + 1) % 3;
                double middle = 0.5 * (whole.least(across) + whole.most(across)) + 0.01;
                TriangleSoup quarter = below.cut(across, middle, true);
                TriangleSoup other = below.cut(across, middle, false);
                assertEquals(below.volume(), quarter.volume() + other.volume(), 1e-9);
            }
        }
    }

    /** The areas of a closed surface, with their directions, add up to nothing. */
    private static void assertClosed(TriangleSoup soup) {
        double[] points = soup.points();
        double[] c = new double[9];
        double[] normal = new double[3];
        double[] sum = new double[3];
        for (int t = 0; t < soup.count(); t++) {
            System.arraycopy(points, 9 * t, c, 0, 9);
            double area = Triangles.normal(c, normal);
            for (int k = 0; k < 3; k++) {
                sum[k] += area * normal[k];
            }
        }
        assertArrayEquals(new double[3], sum, 1e-9);
    }

    private static double volume(List<TriangleMesh> parts) {
        return parts.stream().mapToDouble(Triangles::volume).sum();
    }

    private static boolean covers(List<TriangleMesh> parts, double x, double y, double z) {
        double[] c = new double[9];
        double[] n = new double[3];
        for (TriangleMesh part : parts) {
            boolean inside = true;
            for (int t = 0; t < part.triangleCount(); t++) {
                Triangles.corners(part, t, c);
                Triangles.normal(c, n);
                inside &= n[0] * (x - c[0]) + n[1] * (y - c[1]) + n[2] * (z - c[2]) <= 1e-9;
            }
            if (inside) {
                return true;
            }
        }
        return false;
    }
}
