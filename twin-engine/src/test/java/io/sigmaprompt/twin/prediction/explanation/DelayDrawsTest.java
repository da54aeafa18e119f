package io.sigmaprompt.twin.prediction.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import io.sigmaprompt.twin.simulation.TruthDraw;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Robots whose telemetry and commands are late from the start, by delays drawn by seed. */
class DelayDrawsTest {
    private static final int DRAWS = Boolean.getBoolean("sigma.long") ? 100 : 12;
    private static final long SEED = 90_000;

    @Test
    void theDelayIsFoundWithinAMillisecond() {
        double worst = 0;
        double squares = 0;
        int covered = 0;
        for (int k = 0; k < DRAWS; k++) {
            RobotModel arm = LibraryRobots.arm(k % 2);
            TruthDraw draw = new TruthDraw(SEED + k);
            long telemetry = 1_000_000L * draw.below(60);
            long command = 1_000_000L * (2 + draw.below(60));
            HiddenTruth truth = new HiddenTruth(arm, telemetry, command, 0, List.of());
            TruthTrial trial = new TruthTrial(arm, truth, SEED + k);
            trial.run(4);
            Cause first = trial.last().causes().getFirst();
            assertEquals(Kind.DELAY, first.kind(), "draw " + k + ": " + first.text());
            double error = first.value() - (telemetry + command) * 1e-9;
            worst = Math.max(worst, Math.abs(error));
            squares += error * error;
            covered += Math.abs(error) <= 2 * first.sigma() ? 1 : 0;
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%d delays of 2 to 120 ms: worst error %.3f ms, root mean square %.3f ms, %d within two of their "
                        + "own standard deviations",
                DRAWS,
                1e3 * worst,
                1e3 * Math.sqrt(squares / DRAWS),
                covered));
        assertTrue(worst < 1e-3, "worst error " + worst + " s");
    }
}
