package io.sigmaprompt.physics.collision.ray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.spatial.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rays against what membership says: the surface is where inside turns to outside. */
class RayTargetsTest {
    private static final double NEAR = 1e-7;
    private static final double MOST = 10;

    enum Solid {
        PLANE(new Geometry.Plane(0, 0), (x, y, z) -> z < 0),
        SPHERE(new Geometry.Sphere(0.7), (x, y, z) -> x * x + y * y + z * z < 0.49),
        ELLIPSOID(new Geometry.Ellipsoid(0.5, 0.9, 0.3), (x, y, z) -> x * x / 0.25 + y * y / 0.81 + z * z / 0.09 < 1),
        BOX(new Geometry.Box(1, 0.6, 1.4), (x, y, z) -> Math.abs(x) < 0.5 && Math.abs(y) < 0.3 && Math.abs(z) < 0.7),
        CYLINDER(new Geometry.Cylinder(0.4, 1.2), (x, y, z) -> x * x + y * y < 0.16 && Math.abs(z) < 0.6),
        CAPSULE(new Geometry.Capsule(0.4, 0.8), (x, y, z) -> {
            double beyond = Math.max(0, Math.abs(z) - 0.4);
            return x * x + y * y + beyond * beyond < 0.16;
        });

        final Geometry geometry;
        final Membership inside;

        Solid(Geometry geometry, Membership inside) {
            this.geometry = geometry;
            this.inside = inside;
        }

        boolean inside(double[] ray, double t) {
            return inside.of(ray[0] + t * ray[3], ray[1] + t * ray[4], ray[2] + t * ray[5]);
        }
    }

    interface Membership {
        boolean of(double x, double y, double z);
    }

    @ParameterizedTest
    @EnumSource
    void hitsWhereMembershipChangesFirst(Solid solid) {
        SplitMix64 random = new SplitMix64(5);
        RayTarget target = RayTargets.of(solid.geometry);
        double[] normal = new double[3];
        int hits = 0;
        for (int i = 0; i < 5000; i++) {
            double[] ray = randomRay(random, i % 3 == 0);
            double t = target.hit(ray, MOST, normal);
            boolean startsInside = solid.inside(ray, 0);
            double end = t == RayTarget.MISS ? MOST : t - NEAR;
            for (int s = 1; s <= 200; s++) {
                assertEquals(startsInside, solid.inside(ray, end * s / 200), "no crossing before the hit");
            }
            if (t == RayTarget.MISS) {
                continue;
            }
            hits++;
            double approach = normal[0] * ray[3] + normal[1] * ray[4] + normal[2] * ray[5];
            assertEquals(1, Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]), 1e-12);
            assertTrue(startsInside ? approach >= 0 : approach <= 0, "the normal leads out of the solid");
            if (Math.abs(approach) > 0.05) {
                assertEquals(!startsInside, solid.inside(ray, t + NEAR), "the hit is a crossing");
            }
            double[] out = {ray[0] + t * ray[3], ray[1] + t * ray[4], ray[2] + t * ray[5]};
            assertTrue(!inside(solid, out, normal, NEAR), "outside along the normal");
            assertTrue(inside(solid, out, normal, -NEAR) || nearAnEdge(solid, out, normal), "inside against it");
        }
        assertTrue(hits > 500, "hits: " + hits);
    }

    @ParameterizedTest
    @EnumSource
    void aBoundCutsWhatLiesBeyondIt(Solid solid) {
        SplitMix64 random = new SplitMix64(6);
        RayTarget target = RayTargets.of(solid.geometry);
        double[] normal = new double[3];
        for (int i = 0; i < 1000; i++) {
            double[] ray = randomRay(random, false);
            double t = target.hit(ray, MOST, normal);
            if (t != RayTarget.MISS) {
                assertEquals(t, target.hit(ray, t, normal));
                assertEquals(RayTarget.MISS, target.hit(ray, t * (1 - 1e-12), normal));
            }
        }
    }

    @Test
    void aSphereAThousandKilometresAwayIsMetWhereItIs() {
        double[] normal = new double[3];
        double[] ray = {-1e6, 0.3, 0, 1, 0, 0};
        double t = RayTargets.of(new Geometry.Sphere(0.5)).hit(ray, 2e6, normal);
        assertEquals(1e6 - 0.4, t, 1e-9);
        assertEquals(-0.8, normal[0], 1e-9);
        assertEquals(0.6, normal[1], 1e-9);
    }

    @Test
    void aRayFromTheSurfaceOutwardsMeetsNothing() {
        double[] normal = new double[3];
        assertEquals(
                RayTarget.MISS,
                RayTargets.of(new Geometry.Box(2, 2, 2)).hit(new double[] {0, 0, 1, 0, 0, 1}, 9, normal));
        assertEquals(2, RayTargets.of(new Geometry.Box(2, 2, 2)).hit(new double[] {0, 0, 1, 0, 0, -1}, 9, normal));
    }

    private static boolean inside(Solid solid, double[] p, double[] normal, double by) {
        return solid.inside.of(p[0] + by * normal[0], p[1] + by * normal[1], p[2] + by * normal[2]);
    }

    /** Right at an edge a step along one face's normal may leave through the other face. */
    private static boolean nearAnEdge(Solid solid, double[] p, double[] normal) {
        double[] centre = {p[0] * (1 - 1e-6), p[1] * (1 - 1e-6), p[2] * (1 - 1e-6)};
        return inside(solid, centre, normal, -NEAR);
    }

    private static double[] randomRay(SplitMix64 random, boolean along) {
        double[] ray = new double[6];
        for (int k = 0; k < 6; k++) {
            ray[k] = random.symmetric();
        }
        if (along) {
            // Parallel to an axis, where divisions by zero lie in wait.
            int axis = (int) (1.5 * (1 + random.symmetric()));
            for (int k = 0; k < 3; k++) {
                ray[3 + k] = k == axis ? Math.signum(ray[3 + k]) : 0;
            }
        }
        double norm = Math.sqrt(ray[3] * ray[3] + ray[4] * ray[4] + ray[5] * ray[5]);
        for (int k = 3; k < 6; k++) {
            ray[k] /= norm;
        }
        return ray;
    }
}
