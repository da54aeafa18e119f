package io.sigmaprompt.physics.collision.broadphase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.collider.BodyExclusions;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.collider.ContactFilter;
import io.sigmaprompt.physics.collision.collider.ExplicitPair;
import io.sigmaprompt.physics.collision.collider.PairKey;
import io.sigmaprompt.physics.collision.collider.PairSurface;
import io.sigmaprompt.physics.collision.collider.PairSurfaces;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.solid.ConvexSolid;
import io.sigmaprompt.physics.collision.solid.Placement;
import io.sigmaprompt.physics.collision.solid.PlaneSolid;
import io.sigmaprompt.physics.collision.solid.Solid;
import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pairs against all pairs, over random motion in which bodies fall asleep, wake and are thrown about. */
class PairCandidatesTest {
    private static final ContactFilter FILTER = new ContactFilter(new BodyExclusions(0, 1, 2, 3, 4, Collider.STATIC));

    private final SplitMix64 random = new SplitMix64(21);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60})
    void theyAreThoseOfAllPairsWhoseBoxesAreNear(int bodies) {
        Crowd crowd = new Crowd(bodies, random);
        for (int step = 0; step < 400; step++) {
            crowd.move();
            crowd.update();
            assertEquals(crowd.nearByBruteForce(), list(crowd.candidates.pairs()), "step " + step);
        }
    }

    @Test
    void aFreshSceneFindsThoseOfOneWithALongPast() {
        Crowd crowd = new Crowd(40, random);
        for (int step = 0; step < 200; step++) {
            crowd.move();
            crowd.update();
            Crowd fresh = crowd.again();
            fresh.update();
            assertEquals(list(fresh.candidates.pairs()), list(crowd.candidates.pairs()), "step " + step);
        }
    }

    @Test
    void theWorkGrowsLittleFasterThanTheBodies() {
        long hundred = testsOfASteadyCrowd(100);
        long thousand = testsOfASteadyCrowd(1000);
        // n log n makes 15 of ten times as many bodies, all pairs would make 100.
        assertTrue(thousand < 25 * hundred, hundred + " tests for 100 bodies, " + thousand + " for 1000");
    }

    @Test
    void bodiesThatSleepCostNothingButTheirPairs() {
        Crowd crowd = new Crowd(200, random);
        crowd.update();
        Arrays.fill(crowd.still, true);
        crowd.update();
        long before = crowd.candidates.tests();
        crowd.update();
        assertEquals(before, crowd.candidates.tests());
        assertEquals(0, crowd.candidates.pairs().size());
    }

    private long testsOfASteadyCrowd(int bodies) {
        Crowd crowd = new Crowd(bodies, random);
        crowd.update();
        long before = crowd.candidates.tests();
        for (int step = 0; step < 100; step++) {
            crowd.drift(0.01);
            crowd.update();
        }
        return crowd.candidates.tests() - before;
    }

    private static List<Long> list(LongList keys) {
        List<Long> list = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            list.add(keys.get(i));
        }
        return list;
    }

    /** Balls of bodies and of the ground, in a cube that grows with their number, over and under two planes. */
    private static final class Crowd {
        final List<Collider> colliders = new ArrayList<>();
        final Solid[] solids;
        final double[] poses;
        final double[] margins;
        final boolean[] still;
        final Placement placement;
        final PairSurfaces surfaces;
        final PairCandidates candidates;
        private final SplitMix64 random;
        private final double side;

        Crowd(int bodies, SplitMix64 random) {
            this.random = random;
            side = Math.cbrt(bodies);
            poses = new double[12 * bodies];
            margins = new double[bodies];
            still = new boolean[bodies];
            add(Collider.STATIC, new Geometry.Plane(0, 0), Pose.IDENTITY);
            for (int i = 0; i < bodies; i++) {
                add(i, new Geometry.Sphere(0.3), new Pose(0.2 * random.symmetric(), 0, 0, 0, 0, 0, 1));
                add(i % 3 == 0 ? Collider.STATIC : i, new Geometry.Sphere(0.2 + 0.1 * random.symmetric()), place());
                scatter(i);
            }
            add(0, new Geometry.Plane(0, 0), new Pose(0, 0, 0, 0.5, 0.5, 0.5, 0.5));
            solids = new Solid[colliders.size()];
            for (int i = 0; i < solids.length; i++) {
                solids[i] = colliders.get(i).geometry() instanceof Geometry.Sphere(double r)
                        ? new ConvexSolid(new Ball(r))
                        : new PlaneSolid();
            }
            ExplicitPair pair = new ExplicitPair(
                    1, solids.length - 2, PairSurface.of(ContactSurface.DEFAULT, ContactSurface.DEFAULT));
            surfaces = new PairSurfaces(colliders, List.of(pair));
            placement = new Placement(colliders, solids);
            candidates = new PairCandidates(placement, solids, surfaces, this::allows);
        }

        private Crowd(Crowd other) {
            random = other.random;
            side = other.side;
            colliders.addAll(other.colliders);
            solids = other.solids;
            poses = other.poses;
            margins = other.margins;
            still = other.still;
            surfaces = other.surfaces;
            placement = new Placement(colliders, solids);
            candidates = new PairCandidates(placement, solids, surfaces, this::allows);
        }

        Crowd again() {
            return new Crowd(this);
        }

        void update() {
            placement.update(poses, margins, still);
            candidates.update();
        }

        void move() {
            for (int i = 0; i < still.length; i++) {
                double chance = random.symmetric();
                still[i] = chance > 0.3;
                margins[i] = 0.05 * (1 + random.symmetric());
                if (chance < -0.95) {
                    scatter(i);
                }
            }
            drift(0.03);
        }

        void drift(double by) {
            for (int i = 0; i < still.length; i++) {
                for (int k = 9; !still[i] && k < 12; k++) {
                    poses[12 * i + k] += by * random.symmetric();
                }
            }
        }

        List<Long> nearByBruteForce() {
            List<Long> near = new ArrayList<>();
            for (int i = 0; i < solids.length; i++) {
                for (int j = i + 1; j < solids.length; j++) {
                    if (allows(i, j) && !(resting(i) && resting(j)) && gap(i, j) <= motion(i) + motion(j)) {
                        near.add(PairKey.of(i, j));
                    }
                }
            }
            return near;
        }

        private double gap(int i, int j) {
            if (solids[i] instanceof ConvexSolid && solids[j] instanceof ConvexSolid) {
                double gap = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < 3; k++) {
                    gap = Math.max(gap, Math.abs(centre(i, k) - centre(j, k)) - radius(i) - radius(j));
                }
                return gap;
            }
            int plane = solids[i] instanceof PlaneSolid ? i : j;
            int ball = i + j - plane;
            // The second plane's normal is its body's x; a ball's box is lowest along it by its radius.
            return plane == 0 ? centre(ball, 2) - radius(ball) : centre(ball, 0) - poses[9] - radius(ball);
        }

        private double centre(int i, int k) {
            Collider c = colliders.get(i);
            double inBody = k == 0
                    ? c.inBody().x()
                    : k == 1 ? c.inBody().y() : c.inBody().z();
            return inBody + (c.moves() ? poses[12 * c.body() + 9 + k] : 0);
        }

        private double radius(int i) {
            return colliders.get(i).geometry() instanceof Geometry.Sphere(double r) ? r : Double.NaN;
        }

        private boolean resting(int i) {
            Collider c = colliders.get(i);
            return !c.moves() || still[c.body()];
        }

        private double motion(int i) {
            return resting(i) ? 0 : margins[colliders.get(i).body()];
        }

        private boolean allows(int i, int j) {
            Collider a = colliders.get(i);
            Collider b = colliders.get(j);
            boolean planes = a.geometry() instanceof Geometry.Plane && b.geometry() instanceof Geometry.Plane;
            return !planes && ContactFilter.mayMeet(a, b) && (FILTER.allows(a, b) || surfaces.isExplicit(i, j));
        }

        private void add(int body, Geometry geometry, Pose inBody) {
            colliders.add(new Collider("", body, inBody, geometry, ContactSurface.DEFAULT));
        }

        private Pose place() {
            return new Pose(
                    side * random.symmetric(), side * random.symmetric(), side * random.symmetric(), 0, 0, 0, 1);
        }

        private void scatter(int body) {
            Pose place = place();
            System.arraycopy(
                    new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, place.x(), place.y(), place.z()}, 0, poses, 12 * body, 12);
        }
    }

    private static final class Ball extends ConvexShape {
        private final double radius;

        Ball(double radius) {
            this.radius = radius;
        }

        @Override
        public double radius() {
            return radius;
        }

        @Override
        public void support(double x, double y, double z, double[] out, int o) {
            Arrays.fill(out, o, o + 3, 0);
        }

        @Override
        public int supportingFace(double x, double y, double z, double[] out) {
            Arrays.fill(out, 0, 3, 0);
            return 1;
        }

        @Override
        public int faceSize() {
            return 1;
        }

        @Override
        public void bounds(double[] lower, double[] upper) {
            Arrays.fill(lower, -radius);
            Arrays.fill(upper, radius);
        }
    }
}
