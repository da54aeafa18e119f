package io.sigmaprompt.physics.model.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshReaderTest {
    private static final Path MESHES = Path.of("src/test/resources/mjcf/meshes");

    @TempDir
    private Path folder;

    /** An L of 4 square metres, 1 m thick, made of a bar of 3 x 1 and a block of 1 x 1 beyond it. */
    @ParameterizedTest
    @ValueSource(strings = {"corner.stl", "corner_ascii.stl", "corner.obj"})
    void theSameSolidHasTheSameInertiaInEveryFormat(String file) {
        TriangleMesh mesh = MeshReader.read(MESHES.resolve(file));
        assertEquals(12, mesh.vertexCount());
        assertEquals(20, mesh.triangleCount());
        Inertia expected = box(3, 1, 1, new Vec3(1.5, 0.5, 0.5)).plus(box(1, 1, 1, new Vec3(0.5, 1.5, 0.5)));
        Inertia found = MeshInertia.ofVolume(mesh, 1);
        assertEquals(4, found.mass(), 1e-12);
        assertEquals(expected.com().x(), found.com().x(), 1e-12);
        assertEquals(expected.com().y(), found.com().y(), 1e-12);
        assertArrayEquals(expected.tensor(), found.tensor(), 1e-12);
    }

    @Test
    void aMirroredMeshStillLooksOutwards() {
        TriangleMesh mesh = MeshReader.read(MESHES.resolve("corner.stl")).scaled(1, 2, -1);
        assertEquals(8, MeshInertia.ofVolume(mesh, 1).mass(), 1e-12);
    }

    @Test
    void theSkinOfACubeWeighsItsSixFaces() {
        Inertia skin = MeshInertia.ofSkin(cube(), 2);
        assertEquals(12, skin.mass(), 1e-12);
        assertEquals(0.5, skin.com().z(), 1e-12);
        // A hollow cube has 5/18 m a² (four faces beside the axis and two across it).
        assertEquals(12 * 5.0 / 18, skin.izz(), 1e-12);
    }

    @Test
    void theHullOfPointsInACubeIsTheCube() {
        SplittableRandom random = new SplittableRandom(7);
        double[] corners = cube().vertices();
        double[] points = Arrays.copyOf(corners, corners.length + 300);
        for (int i = corners.length; i < points.length; i++) {
            points[i] = random.nextDouble();
        }
        TriangleMesh hull = ConvexHull.of(points);
        assertEquals(8, hull.vertexCount());
        assertEquals(12, hull.triangleCount());
        assertEquals(1, MeshInertia.ofVolume(hull, 1).mass(), 1e-12);
    }

    @Test
    void theHullOfACloudLeavesNoPointOutside() {
        SplittableRandom random = new SplittableRandom(11);
        double[] points = new double[600];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextDouble(-1, 1) + random.nextDouble(-1, 1);
        }
        TriangleMesh hull = ConvexHull.of(points);
        double[] v = hull.vertices();
        for (int t = 0; t < hull.triangleCount(); t++) {
            int a = 3 * hull.triangles()[3 * t];
            int b = 3 * hull.triangles()[3 * t + 1];
            int c = 3 * hull.triangles()[3 * t + 2];
            double ux = v[b] - v[a];
            double uy = v[b + 1] - v[a + 1];
            double uz = v[b + 2] - v[a + 2];
            double wx = v[c] - v[a];
            double wy = v[c + 1] - v[a + 1];
            double wz = v[c + 2] - v[a + 2];
            for (int p = 0; p < points.length; p += 3) {
                double outside = (uy * wz - uz * wy) * (points[p] - v[a])
                        + (uz * wx - ux * wz) * (points[p + 1] - v[a + 1])
                        + (ux * wy - uy * wx) * (points[p + 2] - v[a + 2]);
                assertTrue(outside < 1e-8, "point " + p / 3 + " before face " + t);
            }
        }
        assertEquals(2 * hull.vertexCount() - 4, hull.triangleCount());
    }

    @Test
    void pointsInAPlaneHaveNoHull() {
        double[] flat = {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0.5, 0.5, 0};
        assertThrows(IllegalArgumentException.class, () -> ConvexHull.of(flat));
    }

    @Test
    void brokenFilesAreNamedWithWhatIsWrong() throws IOException {
        complains("short.stl", "BINARY, but cut short".repeat(8), "fits no number of triangles");
        complains("empty.stl", "solid nothing\nendsolid", "found 0 in all");
        complains("nan.stl", "solid s\nvertex 0 0 nan", "nan.stl:2", "three finite numbers");
        complains("index.obj", "v 0 0 0\nf 1 2 3", "index.obj:2", "names the vertex '2', but there are 1");
        complains("line.obj", "v 0 0 0\nv 1 1 1\nf 1 2", "line.obj:3", "needs three corners, found 2");
        complains("points.obj", "v 0 0 0", "has no faces");
        complains("scene.ply", "ply", "read from .stl and .obj");
    }

    private void complains(String name, String content, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        BadInputException thrown = assertThrows(BadInputException.class, () -> MeshReader.read(file));
        for (String word : words) {
            assertTrue(thrown.getMessage().contains(word), thrown.getMessage());
        }
    }

    private static TriangleMesh cube() {
        double[] corners = new double[24];
        for (int i = 0; i < 8; i++) {
            corners[3 * i] = i & 1;
            corners[3 * i + 1] = i >> 1 & 1;
            corners[3 * i + 2] = i >> 2;
        }
        return ConvexHull.of(corners);
    }

    private static Inertia box(double x, double y, double z, Vec3 centre) {
        double m = x * y * z;
        return new Inertia(
                m, centre, m / 12 * (y * y + z * z), 0, 0, m / 12 * (x * x + z * z), 0, m / 12 * (x * x + y * y));
    }
}
