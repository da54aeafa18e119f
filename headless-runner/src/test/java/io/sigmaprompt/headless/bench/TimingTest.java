package io.sigmaprompt.headless.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void medianAndQuartilesAreInterpolated() {
        Timing timing = new Timing(new double[] {40, 10, 20, 30});
        assertEquals(25, timing.median());
        assertEquals((32.5 - 17.5) / 2 / 25, timing.spread());
        assertEquals(10, timing.least());
        assertEquals(40, timing.greatest());
        assertEquals(7, new Timing(new double[] {7}).median());
    }

    @Test
    void pinocchioIsEstimatedThroughMujocoWithinWhatWebAssemblyMayCost() {
        PeerFigures figures = PeerFigures.shipped();
        // Where WebAssembly cost nothing, and MuJoCo took as long as once natively, our aba would take a fifth of it.
        PeerFigures.Estimate estimate = figures.pinocchio("ur5", 6, Algorithm.ABA, 5);
        assertNotNull(estimate);
        double undisturbed = 5 * 1459.0 / 1412;
        assertTrue(estimate.conservative() < undisturbed && undisturbed < estimate.optimistic(), estimate::toString);
        assertNull(figures.pinocchio("ur5", 7, Algorithm.ABA, 5), "another robot of that name");
        assertNull(figures.pinocchio("ur5", 6, Algorithm.REGRESSOR, 5), "no figure");
        assertNull(figures.pinocchio("nobody", 6, Algorithm.ABA, 5));
    }
}
