package io.sigmaprompt.physics.collision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.collider.BodyExclusions;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.mesh.HeightGrid;
import io.sigmaprompt.physics.collision.mesh.HeightGridRay;
import io.sigmaprompt.physics.collision.mesh.TriangleTree;
import io.sigmaprompt.physics.collision.mesh.Triangles;
import io.sigmaprompt.physics.collision.ray.RayTarget;
import io.sigmaprompt.physics.collision.ray.TriangleRay;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneRayTest {
    private static final ContactFilter OPEN = new ContactFilter(BodyExclusions.NONE);

    /** The scene of rays and distances: the point that is hit has no distance, no point before it has. */
    @Test
    void aRayMeetsWhatThePointProbeTouches() {
        SplitMix64 random = new SplitMix64(41);
        RandomScene world = new RandomScene(20, random);
        // A probe without size, excluded from rays, asks for distances.
        int probe = world.colliders.size();
        world.colliders.add(CollisionSceneTest.collider(20, new Geometry.Sphere(0)));
        CollisionScene scene = world.fresh();
        double[] poses = Arrays.copyOf(world.poses, 12 * 21);
        double[] ray = new double[6];
        double[] witness = new double[9];
        RayHit hit = new RayHit();
        int hits = 0;
        for (int i = 0; i < 600; i++) {
            for (int k = 0; k < 6; k++) {
                ray[k] = 2 * random.symmetric();
            }
            place(scene, poses, ray[0], ray[1], ray[2]);
            boolean inside = false;
            for (int c = 0; c < probe; c++) {
                inside |= scene.distance(c, probe, witness) < 1e-6;
            }
            if (inside || !scene.castRay(ray, 0, ray, 3, 6, 20, hit)) {
                continue;
            }
            hits++;
            place(scene, poses, hit.point[0], hit.point[1], hit.point[2]);
            assertEquals(0, scene.distance(hit.collider, probe, witness), 2e-6, "on " + hit.collider);
            double length = Math.sqrt(ray[3] * ray[3] + ray[4] * ray[4] + ray[5] * ray[5]);
            for (int s = 1; s < 20; s++) {
                double t = hit.distance * s / 20 / length;
                place(scene, poses, ray[0] + t * ray[3], ray[1] + t * ray[4], ray[2] + t * ray[5]);
                for (int c = 0; c < probe; c++) {
                    assertTrue(scene.distance(c, probe, witness) > -1e-9, "free before " + hit.collider + ": " + c);
                }
            }
        }
        assertTrue(hits > 200, "hits: " + hits);
    }

    @Test
    void theTreeFindsWhatAskingEachColliderFinds() {
        SplitMix64 random = new SplitMix64(42);
        RandomScene world = new RandomScene(30, random);
        RayHit through = new RayHit();
        RayHit alone = new RayHit();
        double[] ray = new double[6];
        for (int i = 0; i < 300; i++) {
            world.move(0.05);
            world.update(world.scene);
            for (int k = 0; k < 6; k++) {
                ray[k] = 2 * random.symmetric();
            }
            int ignored = i % 31 - 1;
            boolean any = world.scene.castRay(ray, 0, ray, 3, Double.POSITIVE_INFINITY, ignored, through);
            double best = Double.POSITIVE_INFINITY;
            int which = -1;
            for (int c = 0; c < world.colliders.size(); c++) {
                if (ignored >= 0 && world.colliders.get(c).body() == ignored) {
                    continue;
                }
                CollisionScene single = new CollisionScene(List.of(world.colliders.get(c)), OPEN, List.of());
                world.update(single);
                if (single.castRay(ray, 0, ray, 3, Double.POSITIVE_INFINITY, -1, alone) && alone.distance < best) {
                    best = alone.distance;
                    which = c;
                }
            }
            assertEquals(which >= 0, any);
            if (any) {
                assertEquals(which, through.collider);
                assertEquals(best, through.distance);
            }
        }
    }

    @Test
    void aTriangleTreeFindsWhatAskingEachTriangleFinds() {
        TriangleMesh torus = Meshes.torus(1, 0.4, 30, 17);
        RayTarget tree = new TriangleTree(torus);
        TriangleRay single = new TriangleRay();
        SplitMix64 random = new SplitMix64(43);
        double[] normal = new double[3];
        double[] corners = new double[9];
        for (int i = 0; i < 3000; i++) {
            double[] ray = unitRay(random, 1.2);
            double best = RayTarget.MISS;
            single.aim(ray);
            for (int t = 0; t < torus.triangleCount(); t++) {
                Triangles.corners(torus, t, corners);
                best = Math.min(best, single.hit(corners));
            }
            assertEquals(best, tree.hit(ray, 100, normal));
        }
    }

    @Test
    void noRayFromWithinAClosedMeshSlipsThroughAnEdge() {
        TriangleMesh torus = Meshes.torus(1, 0.4, 16, 16);
        RayTarget tree = new TriangleTree(torus);
        double[] normal = new double[3];
        for (int v = 0; v < torus.vertexCount(); v++) {
            // From the middle of the tube right at a corner of the mesh, and at the middle of an edge.
            for (int half = 0; half < 2; half++) {
                int w = half * ((v + 1) % 16 + v / 16 * 16) + (1 - half) * v;
                double[] to = new double[3];
                for (int k = 0; k < 3; k++) {
                    to[k] = 0.5 * (torus.vertices()[3 * v + k] + torus.vertices()[3 * w + k]);
                }
                double a = v / 16 * 2 * Math.PI / 16;
                double[] ray = {Math.cos(a), Math.sin(a), 0, 0, 0, 0};
                double norm = 0;
                for (int k = 0; k < 3; k++) {
                    ray[3 + k] = to[k] - ray[k];
                    norm += ray[3 + k] * ray[3 + k];
                }
                for (int k = 3; k < 6; k++) {
                    ray[k] /= Math.sqrt(norm);
                }
                assertEquals(Math.sqrt(norm), tree.hit(ray, 10, normal), 1e-9);
            }
        }
    }

    @Test
    void aRayMeetsAHeightFieldWhereItsTrianglesAre() {
        SplitMix64 random = new SplitMix64(44);
        Double[] heights = new Double[13 * 9];
        Arrays.setAll(heights, i -> random.symmetric());
        Geometry.HeightField field = new Geometry.HeightField("f", null, 1.2, 0.7, 0.5, 0.1, 13, 9, List.of(heights));
        HeightGrid grid = new HeightGrid(field, "f");
        RayTarget target = new HeightGridRay(grid);
        TriangleRay single = new TriangleRay();
        double[] corners = new double[9];
        double[] normal = new double[3];
        int hits = 0;
        for (int i = 0; i < 5000; i++) {
            double[] ray = unitRay(random, 1.5);
            if (i % 3 == 0) {
                int axis = i % 9 / 3;
                Arrays.fill(ray, 3, 6, 0);
                ray[3 + axis] = i % 2 == 0 ? 1 : -1;
            }
            double best = RayTarget.MISS;
            single.aim(ray);
            for (int t = 0; t < 2 * 12 * 8; t++) {
                grid.corners(t, corners);
                best = Math.min(best, single.hit(corners));
            }
            assertEquals(best, target.hit(ray, 100, normal), "ray " + i);
            hits += best == RayTarget.MISS ? 0 : 1;
        }
        assertTrue(hits > 500, "hits: " + hits);
    }

    @Test
    void aRayIgnoresTheBodyThatCastsItAndStopsAtItsBound() {
        CollisionScene scene = new CollisionScene(
                List.of(
                        CollisionSceneTest.collider(0, new Geometry.Sphere(0.5)),
                        CollisionSceneTest.collider(1, new Geometry.Sphere(0.5))),
                OPEN,
                List.of());
        scene.update(CollisionSceneTest.at(0, 0, 0, 3, 0, 0), new double[2], new boolean[2]);
        RayHit hit = new RayHit();
        double[] origin = {0, 0, 0};
        double[] along = {9, 0, 0};
        assertTrue(scene.castRay(origin, 0, along, 0, 10, -1, hit));
        assertEquals(0, hit.collider);
        assertEquals(0.5, hit.distance, 1e-12, "the far side of what it starts in");
        assertArrayEquals(new double[] {1, 0, 0}, hit.normal, 1e-12);
        assertTrue(scene.castRay(origin, 0, along, 0, 10, 0, hit));
        assertEquals(1, hit.collider);
        assertEquals(2.5, hit.distance, 1e-12);
        assertArrayEquals(new double[] {2.5, 0, 0}, hit.point, 1e-12);
        assertArrayEquals(new double[] {-1, 0, 0}, hit.normal, 1e-12);
        assertFalse(scene.castRay(origin, 0, along, 0, 2.4, 0, hit));
        assertFalse(
                scene.castRay(origin, 0, new double[3], 0, 10, -1, hit), "a direction without length meets nothing");
    }

    @Test
    void nearPairsAreThoseOfAllPairs() {
        RandomScene world = new RandomScene(25, new SplitMix64(45));
        ProximityBuffer near = new ProximityBuffer();
        double[] witness = new double[9];
        for (int step = 0; step < 10; step++) {
            world.move(0.05);
            world.update(world.scene);
            world.scene.findNear(0.1, false, near);
            int k = 0;
            for (int i = 0; i < world.colliders.size(); i++) {
                for (int j = i + 1; j < world.colliders.size(); j++) {
                    if (world.colliders.get(i).body() == world.colliders.get(j).body()) {
                        continue;
                    }
                    double distance = world.scene.distance(i, j, witness);
                    if (distance < 0.1) {
                        assertEquals(i, near.first[k]);
                        assertEquals(j, near.second[k]);
                        assertEquals(distance, near.distance[k++]);
                    }
                }
            }
            assertEquals(k, near.count());
            for (int body = 0; body < 24; body++) {
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < world.colliders.size(); i++) {
                    for (int j = 0; j < world.colliders.size(); j++) {
                        if (world.colliders.get(i).body() == body
                                && world.colliders.get(j).body() == body + 1) {
                            least = Math.min(least, world.scene.distance(i, j, witness));
                        }
                    }
                }
                assertEquals(least, world.scene.closest(body, body + 1, witness));
            }
        }
    }

    private static void place(CollisionScene scene, double[] poses, double x, double y, double z) {
        System.arraycopy(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, x, y, z}, 0, poses, 240, 12);
        scene.update(poses, new double[21], new boolean[21]);
    }

    private static double[] unitRay(SplitMix64 random, double size) {
        double[] ray = new double[6];
        double norm = 0;
        for (int k = 0; k < 3; k++) {
            ray[k] = size * random.symmetric();
            ray[3 + k] = random.symmetric();
            norm += ray[3 + k] * ray[3 + k];
        }
        for (int k = 3; k < 6; k++) {
            ray[k] /= Math.sqrt(norm);
        }
        return ray;
    }
}
