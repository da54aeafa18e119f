package io.sigmaprompt.twin.maintenance.learning;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.util.ArrayList;
import java.util.List;

/** Made-up machines that wear: two sensors follow the wear, one is noise, one stands still. */
final class Wearing {
    private Wearing() {}

    /**
     * Machines up to failure.
     *
     * @param conditions how many loads they run under, drawn anew each cycle; a load shifts and stretches the sensors
     */
    static List<MachineHistory> machines(int count, int conditions, long seed) {
        NoiseStream draws = new NoiseStream(seed);
        List<MachineHistory> all = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            int life = 100 + (int) (80 * draws.uniform());
            List<MachineHistory.Row> rows = new ArrayList<>();
            for (int c = 1; c <= life; c++) {
                double part = (double) c / life;
                double wear = part * part * part;
                int load = (int) (conditions * draws.uniform());
                double scatter = 0.001 * Math.rint(2 * draws.normal());
                rows.add(new MachineHistory.Row(
                        c,
                        List.of(10.0 * load + scatter, 100.0),
                        List.of(
                                500 + 100 * load + (1 + load) * (3 * wear + 0.2 * draws.normal()),
                                20 - 7 * load - 2 * wear + 0.1 * draws.normal(),
                                draws.normal(),
                                14.62)));
            }
            all.add(MachineHistory.of("machine " + m, rows));
        }
        return all;
    }
}
