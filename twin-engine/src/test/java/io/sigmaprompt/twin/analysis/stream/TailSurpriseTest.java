package io.sigmaprompt.twin.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailSurpriseTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aValueBeyondAllOfAnExponentialSampleIsAsImprobableAsItsFormulaSays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TailSurprise tail = new TailSurprise(50);
        for (int i = 0; i < 5000; i++) {
            tail.next(-Math.log(1 - random.nextDouble()));
        }
        double decades = tail.next(5 * Math.log(10));
        assertEquals(5, decades, 1.2, "one in a hundred thousand");
    }

    @Test
    void aThickTailIsLessSurprisedByALargeValue() {
        SplittableRandom random = new SplittableRandom(9);
        TailSurprise thin = new TailSurprise(50);
        TailSurprise thick = new TailSurprise(50);
        for (int i = 0; i < 5000; i++) {
            double u = 1 - random.nextDouble();
            thin.next(-Math.log(u));
            thick.next(Math.pow(u, -0.5));
        }
        assertTrue(thin.next(12) > thick.next(12) + 1.5);
        assertEquals(8, thin.next(1e6), "no more can be told from some thousand values");
    }

    @Test
    void whatIsNoExtremeIsNoSurprise() {
        TailSurprise tail = new TailSurprise(20);
        for (int i = 0; i < 1000; i++) {
            tail.next(i % 100);
        }
        assertEquals(0, tail.next(50));
        assertEquals(0, tail.next(-1e9));
    }

    @Test
    void equalValuesAreNoSurpriseHoweverOften() {
        TailSurprise tail = new TailSurprise(20);
        for (int i = 0; i < 1000; i++) {
            assertEquals(0, tail.next(80));
        }
    }
}
