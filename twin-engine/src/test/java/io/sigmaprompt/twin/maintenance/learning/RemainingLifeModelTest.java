package io.sigmaprompt.twin.maintenance.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemainingLifeModelTest {
    private static final LearningSettings SETTINGS = LearningSettings.DEFAULT.withCap(80);

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void lifeIsToldWithIntervalsThatHoldWhatTheyPromise(int conditions) {
        RemainingLifeModel model = new RemainingLifeModel(Wearing.machines(40, conditions, 1), SETTINGS);
        assertEquals(conditions, model.conditions());
        assertArrayEquals(new int[] {0, 1}, model.sensors());
        double squares = 0;
        double guess = 0;
        int covered = 0;
        int count = 0;
        for (MachineHistory machine : Wearing.machines(40, conditions, 2)) {
            int[] rows =
                    IntStream.range(0, machine.length() / 7).map(i -> 7 * i).toArray();
            List<LifeEstimate> told = model.estimates(machine, rows);
            for (int i = 0; i < rows.length; i++) {
                double truth = Math.min(80, machine.length() - 1 - rows[i]);
                squares += Math.pow(told.get(i).cycles() - truth, 2);
                guess += Math.pow(60 - truth, 2);
                covered += truth >= told.get(i).low() && truth <= told.get(i).high() ? 1 : 0;
                count++;
            }
        }
        assertTrue(Math.sqrt(squares / count) < 10, "rmse " + Math.sqrt(squares / count));
        assertTrue(squares < guess / 6, "a constant guess does nearly as well");
        assertEquals(0.8, (double) covered / count, 0.1);
    }

    @Test
    void whatComesLaterChangesNothing() {
        List<MachineHistory> machines = Wearing.machines(12, 1, 3);
        RemainingLifeModel model = new RemainingLifeModel(machines, SETTINGS);
        MachineHistory machine = Wearing.machines(1, 1, 4).getFirst();
        List<LifeEstimate> whole = model.estimates(machine, new int[] {0, 30, 60});
        assertEquals(whole.get(0), model.estimate(machine.until(1)));
        assertEquals(whole.get(1), model.estimate(machine.until(31)));
        assertEquals(whole.get(2), model.estimate(machine.until(61)));
    }

    @Test
    void theSameMachinesTeachTheSame() {
        MachineHistory machine = Wearing.machines(1, 1, 5).getFirst();
        LifeEstimate first = new RemainingLifeModel(Wearing.machines(10, 1, 6), SETTINGS).estimate(machine);
        LifeEstimate second = new RemainingLifeModel(Wearing.machines(10, 1, 6), SETTINGS).estimate(machine);
        LifeEstimate other =
                new RemainingLifeModel(Wearing.machines(10, 1, 6), SETTINGS.withSeed(9)).estimate(machine.until(40));
        assertEquals(first, second);
        assertTrue(Double.isFinite(other.cycles()));
    }

    @Test
    void sensorsThatNeverChangeTeachNothingAndBreakNothing() {
        List<MachineHistory> machines = new ArrayList<>();
        for (int m = 0; m < 8; m++) {
            List<MachineHistory.Row> rows = IntStream.range(1, 30 + m)
                    .mapToObj(c -> new MachineHistory.Row(c, List.of(1.0), List.of(5.0, 7.0)))
                    .toList();
            machines.add(MachineHistory.of("m" + m, rows));
        }
        LifeEstimate told = new RemainingLifeModel(machines, SETTINGS)
                .estimate(machines.getFirst().until(10));
        assertTrue(told.low() <= told.cycles() && told.cycles() <= told.high(), told::toString);
        assertEquals(23, told.cycles(), 8, "age alone tells something");
    }

    @Test
    void aHandfulIsNotEnough() {
        assertThrows(IllegalArgumentException.class, () -> new RemainingLifeModel(Wearing.machines(4, 1, 1), SETTINGS));
    }
}
