package io.sigmaprompt.physics.collision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.collision.manifold.Manifold;
import io.sigmaprompt.physics.collision.manifold.NarrowPhase;
import io.sigmaprompt.physics.collision.shape.BoxShape;
import io.sigmaprompt.physics.collision.shape.CapsuleShape;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.CylinderShape;
import io.sigmaprompt.physics.collision.shape.HullShape;
import io.sigmaprompt.physics.collision.shape.SphereShape;
import org.junit.jupiter.api.Test;

/** A solid that lies on another touches it with a face's corners, exactly. */
class RestingTest {
    private final NarrowPhase narrow = new NarrowPhase();
    private final Manifold manifold = new Manifold();

    private void rest(ConvexShape below, ConvexShape above, double height, int points) {
        for (double gap : new double[] {1e-9, -1e-9, 0, 1e-4, -1e-3, 1e-12}) {
            RandomPose random = new RandomPose(5);
            for (int i = 0; i < 50; i++) {
                double[] ground = i == 0 ? RandomPose.at(0, 0, 0) : random.pose(1);
                double[] inner = RandomPose.turned(0, 0, i * 0.1, 0.1 * random.symmetric(), 0, height + gap);
                narrow.collide(below, ground, 0, above, RandomPose.within(ground, inner), 0, 2e-3, manifold);
                assertEquals(points, manifold.count(), "gap " + gap + ", pose " + i);
                for (int p = 0; p < points; p++) {
                    assertEquals(gap, manifold.gaps[p], 1e-12);
                }
                for (int k = 0; k < 3; k++) {
                    assertEquals(ground[3 * k + 2], manifold.normal[k], 1e-12);
                }
            }
        }
    }

    @Test
    void aBoxOnABox() {
        rest(new BoxShape(2, 2, 1), new BoxShape(0.4, 0.6, 1), 1, 4);
        rest(new BoxShape(0.4, 0.6, 1), new BoxShape(2, 2, 1), 1, 4);
        rest(new BoxShape(1, 1, 1), new BoxShape(1, 1, 1), 1, 4);
    }

    @Test
    void aBoxOnAHullAndAHullOnAHull() {
        BoxShape box = new BoxShape(2, 2, 1);
        HullShape hull = RandomPose.boxHull(new BoxShape(0.4, 0.6, 1));
        rest(box, hull, 1, 4);
        rest(hull, box, 1, 4);
        rest(RandomPose.boxHull(box), hull, 1, 4);
    }

    @Test
    void cylindersAndCapsules() {
        BoxShape box = new BoxShape(2, 2, 1);
        rest(box, new CylinderShape(0.3, 1), 1, 4);
        rest(new CylinderShape(0.3, 1), new CylinderShape(0.3, 1), 1, 4);
        rest(box, new SphereShape(0.5), 1, 1);
        rest(box, new CapsuleShape(0.2, 0.6), 1, 1);
    }
}
