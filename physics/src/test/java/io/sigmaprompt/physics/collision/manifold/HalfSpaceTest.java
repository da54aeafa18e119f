package io.sigmaprompt.physics.collision.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.RandomPose;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solids over a plane. */
class HalfSpaceTest {
    private final NarrowPhase narrow = new NarrowPhase();
    private final Manifold manifold = new Manifold();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void theLowestPointIsFoundAndAllLieMidway(int kind) {
        RandomPose random = new RandomPose(kind);
        double[] low = new double[3];
        for (int i = 0; i < 300; i++) {
            ConvexShape shape = random.shape(kind);
            double[] plane = random.pose(2);
            double[] pose = random.pose(2);
            double[] n = {plane[2], plane[5], plane[8]};
            double height = -shape.radius();
            double[] m = new double[3];
            for (int k = 0; k < 3; k++) {
                m[k] = pose[k] * n[0] + pose[3 + k] * n[1] + pose[6 + k] * n[2];
                height += n[k] * (pose[9 + k] - plane[9 + k]);
            }
            shape.support(-m[0], -m[1], -m[2], low, 0);
            height += m[0] * low[0] + m[1] * low[1] + m[2] * low[2];
            double gap = 0.01 * random.symmetric();
            double[] near = RandomPose.moved(pose, n, 0, gap - height);
            narrow.collideHalfSpace(plane, 0, shape, near, 0, 0.005, manifold);
            assertEquals(gap <= 0.005, manifold.count() > 0);
            double least = Double.POSITIVE_INFINITY;
            for (int p = 0; p < manifold.count(); p++) {
                least = Math.min(least, manifold.gaps[p]);
                double over = 0;
                for (int k = 0; k < 3; k++) {
                    assertEquals(n[k], manifold.normal[k], 1e-15);
                    over += n[k] * (manifold.points[3 * p + k] - plane[9 + k]);
                }
                assertEquals(0.5 * manifold.gaps[p], over, 1e-14);
            }
            if (manifold.count() > 0) {
                assertEquals(gap, least, 1e-13);
            }
        }
    }

    @Test
    void whatLiesFlatTouchesInAllItsCorners() {
        assertEquals(4, flat(new BoxShape(1, 1, 1), 0, 0.5));
        assertEquals(4, flat(new CylinderShape(0.3, 1), 0, 0.5));
        assertEquals(2, flat(new CylinderShape(0.3, 1), 0.5 * Math.PI, 0.3));
        assertEquals(2, flat(new CapsuleShape(0.3, 1), 0.5 * Math.PI, 0.3));
        assertEquals(1, flat(new CapsuleShape(0.3, 1), 0, 0.8));
        assertEquals(4, flat(RandomPose.boxHull(new BoxShape(1, 1, 1)), 0, 0.5));
    }

    private int flat(ConvexShape shape, double tilt, double height) {
        double[] pose = RandomPose.turned(tilt, 0, 0, 0.2, 0.3, height + 1e-9);
        narrow.collideHalfSpace(RandomPose.at(0, 0, 0), 0, shape, pose, 0, 1e-3, manifold);
        for (int p = 0; p < manifold.count(); p++) {
            assertEquals(1e-9, manifold.gaps[p], 1e-15);
        }
        assertTrue(manifold.count() <= 4);
        return manifold.count();
    }
}
