package io.sigmaprompt.headless.bench.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowedGaussianTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.15865525393145707",
        "2.4, 0.008197535924596129",
        "2.6, 0.004661188023718732",
        "5, 2.866515718791933e-7",
        "8, 6.220960574271785e-16"
    })
    void theTailOfTheNormalDistributionIsRight(double z, double expected) {
        assertEquals(expected, NormalTail.beyond(z), expected * 1e-12);
    }

    @Test
    void bothTailsCountAndTheWindowIsOfWhatCameBefore() {
        WindowedGaussian detector = new WindowedGaussian();
        assertTrue(Double.isNaN(detector.score(0, 1)));
        detector.score(1, 3);
        // Mean 2, deviation 1.
        assertEquals(0.8413447460685429, detector.score(2, 3), 1e-12);
        WindowedGaussian other = new WindowedGaussian();
        other.score(0, 1);
        other.score(1, 3);
        assertEquals(0.8413447460685429, other.score(2, 1), 1e-12);
    }

    @Test
    void aFullWindowMovesOnAfterAHundredValues() {
        WindowedGaussian detector = new WindowedGaussian();
        for (int i = 0; i < WindowedGaussian.WINDOW; i++) {
            detector.score(i, i % 2);
        }
        double before = detector.score(0, 2);
        for (int i = 1; i < WindowedGaussian.STEP; i++) {
            assertEquals(before, detector.score(0, 2), 0);
        }
        assertTrue(detector.score(0, 2) < before);
    }

    @Test
    void restoredMidWayItGoesOnToTheSameBits() {
        SplittableRandom random = new SplittableRandom(2);
        WindowedGaussian whole = new WindowedGaussian();
        for (int i = 0; i < 6450; i++) {
            whole.score(i, random.nextDouble());
        }
        CanonicalOutput out = new CanonicalOutput();
        whole.save(out);
        WindowedGaussian restored = new WindowedGaussian();
        restored.restore(new CanonicalInput(out.toByteArray()));
        for (int i = 0; i < 300; i++) {
            double value = random.nextDouble();
            assertEquals(whole.score(i, value), restored.score(i, value), 0);
        }
    }
}
