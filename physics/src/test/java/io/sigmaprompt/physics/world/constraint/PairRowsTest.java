package io.sigmaprompt.physics.world.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.spatial.SplitMix64;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairRowsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"-1, 4", "4, -1", "-1, 2", "2, 4", "4, 3", "2, 3", "3, 1", "1, 2", "0, 4"})
    void a_row_sees_of_w_the_power_of_its_wrench_on_the_second_body_less_that_on_the_first(int first, int second)
            throws IOException {
        ConstraintSet set = new ConstraintSet();
        for (int seed = 1; seed <= 5; seed++) {
            SampleTrees sample = new SampleTrees(folder, seed);
            double[] wrenches = new double[18];
            SplitMix64 random = new SplitMix64(7 * seed);
            for (int k = 0; k < wrenches.length; k++) {
                wrenches[k] = random.symmetric();
            }
            int c = new PairRows(sample.map).add(set, ConstraintKind.BILATERAL, 3, first, second, wrenches);
            for (int r = 0; r < 3; r++) {
                double power = sample.power(second, wrenches, 6 * r) - sample.power(first, wrenches, 6 * r);
                assertEquals(power, set.product(c, r, sample.w), 1e-12, "row " + r + ", seed " + seed);
            }
        }
    }

    @Test
    void two_links_of_one_arm_couple_one_block_and_a_link_with_a_body_two() throws IOException {
        SampleTrees sample = new SampleTrees(folder, 1);
        PairRows rows = new PairRows(sample.map);
        ConstraintSet set = new ConstraintSet();
        int within = rows.add(set, ConstraintKind.BILATERAL, 1, SampleTrees.LEFT, SampleTrees.RIGHT, new double[6]);
        assertEquals(-1, set.secondBlock[within]);
        assertEquals(3, set.supportSize[within], "shoulder, elbow and slide, each once");
        int across = rows.add(set, ConstraintKind.BILATERAL, 1, SampleTrees.LEFT, SampleTrees.BOX, new double[6]);
        assertEquals(sample.map.block(SampleTrees.LEFT), set.firstBlock[across]);
        assertEquals(sample.map.block(SampleTrees.BOX), set.secondBlock[across]);
        assertEquals(2 + 6, set.supportSize[across]);
    }

    @Test
    void only_what_is_tied_to_the_world_on_both_sides_is_immovable() throws IOException {
        SampleTrees sample = new SampleTrees(folder, 1);
        PairRows rows = new PairRows(sample.map);
        assertFalse(rows.movable(-1, 0));
        assertTrue(rows.movable(-1, SampleTrees.UPPER));
        assertTrue(rows.movable(SampleTrees.BOX, -1));
    }
}
