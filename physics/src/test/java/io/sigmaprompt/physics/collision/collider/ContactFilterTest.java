package io.sigmaprompt.physics.collision.collider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactFilterTest {
    private final ContactFilter open = new ContactFilter(BodyExclusions.NONE);

    @Test
    void shapesOfOneBodyNeverTouch() {
        assertFalse(open.allows(collider(3, 1, 1), collider(3, 1, 1)));
        assertTrue(open.allows(collider(3, 1, 1), collider(4, 1, 1)));
    }

    @Test
    void whatNeverMovesDoesNotTouchWhatNeverMoves() {
        assertFalse(open.allows(collider(Collider.STATIC, 1, 1), collider(Collider.STATIC, 1, 1)));
        assertTrue(open.allows(collider(Collider.STATIC, 1, 1), collider(0, 1, 1)));
    }

    @Test
    void oneTypeInTheOthersAffinityIsEnough() {
        assertTrue(open.allows(collider(0, 2, 0), collider(1, 0, 2)));
        assertTrue(open.allows(collider(0, 0, 2), collider(1, 2, 0)));
        assertFalse(open.allows(collider(0, 2, 0), collider(1, 2, 0)));
        assertFalse(open.allows(collider(0, 0, 0), collider(1, 7, 7)));
        assertTrue(open.allows(collider(0, 1 << 31, 0), collider(1, 0, 1 << 31)));
    }

    @Test
    void excludedBodiesDoNotTouchInEitherOrder() {
        ContactFilter filter = new ContactFilter(new BodyExclusions(5, 2, Collider.STATIC, 1));
        assertFalse(filter.allows(collider(2, 1, 1), collider(5, 1, 1)));
        assertFalse(filter.allows(collider(5, 1, 1), collider(2, 1, 1)));
        assertFalse(filter.allows(collider(1, 1, 1), collider(Collider.STATIC, 1, 1)));
        assertTrue(filter.allows(collider(1, 1, 1), collider(2, 1, 1)));
    }

    @Test
    void exclusionsAreThoseThatWereGivenAndNoOthers() {
        SplitMix64 random = new SplitMix64(3);
        int[] pairs = new int[200];
        Set<Long> expected = new HashSet<>();
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = (int) (20 * (1 + random.symmetric())) - 1;
            pairs[i + 1] = (int) (20 * (1 + random.symmetric())) - 1;
            expected.add(100L * Math.min(pairs[i], pairs[i + 1]) + Math.max(pairs[i], pairs[i + 1]));
        }
        BodyExclusions exclusions = new BodyExclusions(pairs);
        for (int a = -1; a < 40; a++) {
            for (int b = -1; b < 40; b++) {
                assertEquals(
                        expected.contains(100L * Math.min(a, b) + Math.max(a, b)),
                        exclusions.excludes(a, b),
                        a + " " + b);
            }
        }
    }

    @Test
    void anOddNumberOfBodiesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BodyExclusions(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> new BodyExclusions(1, -2));
    }

    private static Collider collider(int body, int type, int affinity) {
        ContactSurface surface = new ContactSurface(type, affinity, 3, 0, 1, 1, 0, 0, 0, 0, 0, Softness.DEFAULT, 0);
        return new Collider("", body, Pose.IDENTITY, new Geometry.Sphere(1), surface);
    }
}
