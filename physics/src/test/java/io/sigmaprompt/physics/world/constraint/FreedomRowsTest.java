package io.sigmaprompt.physics.world.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreedomRowsTest {
    @TempDir
    Path folder;

    @Test
    void a_row_of_one_entry_sees_that_entry_of_the_velocity() throws IOException {
        SampleTrees sample = new SampleTrees(folder, 3);
        FreedomRows rows = new FreedomRows(sample.trees, sample.nv);
        ConstraintSet set = new ConstraintSet();
        for (int k = 0; k < 3; k++) {
            int c = rows.add(set, ConstraintKind.UNILATERAL, k, -2);
            assertEquals(-2 * sample.v[k], set.product(c, 0, sample.w), 1e-13, "entry " + k);
        }
    }

    @Test
    void a_row_of_several_entries_sees_their_weighted_sum_and_forgets_it_for_the_next() throws IOException {
        SampleTrees sample = new SampleTrees(folder, 4);
        FreedomRows rows = new FreedomRows(sample.trees, sample.nv);
        ConstraintSet set = new ConstraintSet();
        double[] v = sample.v;
        int all = rows.add(set, ConstraintKind.BILATERAL, new int[] {0, 1, 2}, new double[] {1, -2, 3}, 3);
        assertEquals(v[0] - 2 * v[1] + 3 * v[2], set.product(all, 0, sample.w), 1e-13);
        int two = rows.add(set, ConstraintKind.BILATERAL, new int[] {1, 2}, new double[] {0.5, 0.25}, 2);
        assertEquals(0.5 * v[1] + 0.25 * v[2], set.product(two, 0, sample.w), 1e-13);
        assertEquals(-1, set.secondBlock[two]);
    }

    @Test
    void entries_of_two_trees_couple_their_blocks() throws IOException {
        SampleTrees sample = new SampleTrees(folder, 5);
        FreedomRows rows = new FreedomRows(sample.trees, sample.nv);
        ConstraintSet set = new ConstraintSet();
        // The first entry of the free body is its turning about its own x.
        int c = rows.add(set, ConstraintKind.BILATERAL, new int[] {1, 3}, new double[] {2, 1}, 2);
        assertEquals(2 * sample.v[1] + sample.v[3], set.product(c, 0, sample.w), 1e-13);
        assertEquals(0, set.firstBlock[c]);
        assertEquals(1, set.secondBlock[c]);
        assertEquals(1, rows.treeCount(new int[] {0, 2}, 2));
        assertEquals(2, rows.treeCount(new int[] {0, 2, 4}, 3));
    }
}
