package io.sigmaprompt.physics.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IslandPartitionTest {
    @Test
    void islandsAreThoseOfRepeatedRelabellingInTheOrderOfTheirFirstBlocks() {
        SplitMix64 random = new SplitMix64(3);
        IslandPartition partition = new IslandPartition(20);
        for (int round = 0; round < 500; round++) {
            ConstraintSet set = new ConstraintSet();
            int[] label = new int[20];
            Arrays.setAll(label, b -> b);
            boolean[] touched = new boolean[20];
            int count = 1 + round % 25;
            for (int c = 0; c < count; c++) {
                int a = (int) (10 * (1 + random.symmetric()));
                int b = (int) (10.5 * (1 + random.symmetric())) - 1;
                set.add(ConstraintKind.UNILATERAL, 1, 1, a, b == a ? -1 : b);
                touched[a] = true;
                if (b >= 0) {
                    touched[b] = true;
                    int low = Math.min(label[a], label[b]);
                    int high = Math.max(label[a], label[b]);
                    Arrays.setAll(label, k -> label[k] == high ? low : label[k]);
                }
            }
            partition.split(set);
            int found = 0;
            Island island = new Island();
            for (int b = 0; b < 20; b++) {
                if (!touched[b] || label[b] != b) {
                    continue;
                }
                partition.get(found++, island);
                int at = island.firstBlock;
                for (int k = 0; k < 20; k++) {
                    if (touched[k] && label[k] == b) {
                        assertEquals(k, island.blocks[at++]);
                    }
                }
                assertEquals(at, island.endBlock);
                at = island.firstConstraint;
                for (int c = 0; c < count; c++) {
                    if (label[set.firstBlock[c]] == b) {
                        assertEquals(c, island.constraints[at++]);
                    }
                }
                assertEquals(at, island.endConstraint);
            }
            assertEquals(found, partition.count());
            assertTrue(found > 0);
        }
    }
}
