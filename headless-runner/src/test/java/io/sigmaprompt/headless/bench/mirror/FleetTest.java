package io.sigmaprompt.headless.bench.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fleet that is measured: explaining what is not the matter would be measured, too. */
class FleetTest {
    private static final long SECONDS = 6;

    @Test
    void aSoundRobotIsComparedAndNothingIsToBeExplained() {
        Fleet fleet = new Fleet(new MirrorBenchPlan(1, 500, 100, 12, 1, 0.6, 1, 1, 1));
        String robot = fleet.names().getFirst();
        TwinKernel kernel = fleet.kernel(fleet.names());
        List<String> causes = new ArrayList<>();
        int[] compared = {0};
        long next = 0;
        for (long frame = 0; kernel.simNanos() < SECONDS * 1_000_000_000L; ) {
            kernel.begin(record -> {
                if (record instanceof ExplanationRecord explanation) {
                    explanation.causes().forEach(cause -> causes.add(cause.text()));
                } else if (record instanceof DivergenceRecord divergence && !Double.isNaN(divergence.wholeNis())) {
                    compared[0]++;
                }
            });
            for (; next <= kernel.simNanos(); next += fleet.period(), frame++) {
                if (frame % fleet.statesPerReference() == 0) {
                    kernel.take(new KernelInput.Telemetry(fleet.tape().reference(robot, next, next)));
                }
                kernel.take(new KernelInput.Telemetry(fleet.tape().state(robot, next, next)));
            }
            kernel.end();
        }
        assertEquals(List.of(), causes);
        assertTrue(compared[0] > 0.9 * SECONDS / (Tick.PER_CYCLE * Tick.SECONDS), compared[0] + " comparisons");
    }
}
