package io.sigmaprompt.twin.maintenance.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SensorSelectionTest {
    @Test
    void whatFollowsWearIsToldFromNoiseAndFromWhatStandsStill() {
        List<MachineHistory> machines = Wearing.machines(20, 3, 1);
        OperatingConditions conditions = OperatingConditions.of(machines);
        List<SensorSelection> ranked = SensorSelection.rank(
                machines.stream().map(conditions::normalise).toList());
        SensorSelection best = ranked.getFirst();
        assertTrue(best.sensor() == 0 || best.sensor() == 1);
        assertTrue(best.trendability() > 0.6, best::toString);
        SensorSelection still = ranked.getLast();
        assertEquals(3, still.sensor());
        assertEquals(0, still.fitness());
    }

    @Test
    void aSettingThatOnlyScattersInCoarseStepsMakesOneCondition() {
        assertEquals(1, OperatingConditions.of(Wearing.machines(20, 1, 1)).count());
        assertEquals(6, OperatingConditions.of(Wearing.machines(20, 6, 1)).count());
    }
}
