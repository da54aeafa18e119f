package io.sigmaprompt.physics.collision.broadphase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.solid.Boxes;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BoxTreeTest {
    private static final int ITEMS = 120;

    private final SplitMix64 random = new SplitMix64(11);
    private final double[] boxes = new double[6 * ITEMS];
    private final boolean[] held = new boolean[ITEMS];
    private final BoxTree tree = new BoxTree(ITEMS);

    @Test
    void findsWhatOverlapsAfterAnySequenceOfInsertionsAndRemovals() {
        double[] box = new double[6];
        for (int round = 0; round < 3000; round++) {
            churn();
            randomBox(box, 0);
            TreeSet<Integer> expected = new TreeSet<>();
            for (int i = 0; i < ITEMS; i++) {
                if (held[i] && Boxes.overlap(boxes, 6 * i, box, 0)) {
                    expected.add(i);
                }
            }
            TreeSet<Integer> found = new TreeSet<>();
            int count = tree.overlapping(box, 0);
            for (int k = 0; k < count; k++) {
                assertTrue(found.add(tree.found(k)), "told once");
            }
            assertEquals(expected, found);
        }
    }

    @Test
    void showsARayEveryBoxItMeetsBeforeItsBound() {
        double[] ray = new double[6];
        for (int round = 0; round < 3000; round++) {
            churn();
            randomRay(ray);
            double most = 1 + random.symmetric();
            TreeSet<Integer> expected = new TreeSet<>();
            for (int i = 0; i < ITEMS; i++) {
                if (held[i] && Boxes.entry(boxes, 6 * i, ray, most) <= most) {
                    expected.add(i);
                }
            }
            TreeSet<Integer> seen = new TreeSet<>();
            tree.cast(ray, most, (item, bound) -> {
                seen.add(item);
                return bound;
            });
            assertEquals(expected, seen);
        }
    }

    @Test
    void aSortedLineOfBoxesMakesAShallowTree() {
        BoxTree line = new BoxTree(1000);
        double[] box = new double[6];
        for (int i = 0; i < 1000; i++) {
            box[0] = i;
            box[3] = i + 0.5;
            box[4] = 1;
            box[5] = 1;
            line.insert(i, box, 0);
        }
        long before = line.tests();
        assertEquals(1, line.overlapping(box, 0));
        assertTrue(line.tests() - before < 60, "boxes looked at: " + (line.tests() - before));
    }

    private void churn() {
        int which = (int) ((random.symmetric() + 1) / 2 * ITEMS);
        if (held[which]) {
            tree.remove(which);
        } else {
            randomBox(boxes, 6 * which);
            tree.insert(which, boxes, 6 * which);
        }
        held[which] = !held[which];
    }

    private void randomBox(double[] box, int o) {
        for (int k = 0; k < 3; k++) {
            box[o + k] = random.symmetric();
            box[o + 3 + k] = box[o + k] + 0.15 * (1 + random.symmetric());
        }
    }

    private void randomRay(double[] ray) {
        double norm = 0;
        for (int k = 0; k < 3; k++) {
            ray[k] = 1.5 * random.symmetric();
            ray[3 + k] = random.symmetric();
            norm += ray[3 + k] * ray[3 + k];
        }
        for (int k = 0; k < 3; k++) {
            ray[3 + k] /= Math.sqrt(norm);
        }
    }
}
