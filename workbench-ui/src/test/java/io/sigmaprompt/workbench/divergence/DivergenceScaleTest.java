package io.sigmaprompt.workbench.divergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.record.DivergenceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivergenceScaleTest {
    private static DivergenceRecord record(double... sigma) {
        List<String> names = List.of("pan", "lift", "elbow").subList(0, sigma.length);
        double[] none = new double[sigma.length];
        return new DivergenceRecord("arm", 0, names, none, none, none, sigma);
    }

    @Test
    void whatASoundRobotShowsNineteenTimesInTwentyIsNotColoured() {
        assertEquals(0, DivergenceScale.amount(0));
        assertEquals(0, DivergenceScale.amount(1.96));
        assertTrue(DivergenceScale.amount(2.1) > 0);
    }

    @Test
    void coloursGrowWithImprobabilityAndEnd() {
        double before = 0;
        for (double sigma = 2; sigma < 8; sigma += 0.25) {
            double amount = DivergenceScale.amount(sigma);
            assertTrue(amount > before, sigma + " σ");
            before = amount;
        }
        assertEquals(0.5, DivergenceScale.amount(4), 0.02, "the legend's middle");
        assertEquals(1, DivergenceScale.amount(8));
        assertEquals(1, DivergenceScale.amount(Double.POSITIVE_INFINITY));
    }

    @Test
    void whatIsNotKnownIsNotCalledAgreement() {
        assertTrue(Double.isNaN(DivergenceScale.amount(Double.NaN)));
        assertEquals(-1, JointDivergence.worst(record(Double.NaN, Double.NaN)));
        assertEquals(1, JointDivergence.known(record(Double.NaN, 3, Double.NaN)));
    }

    @Test
    void theWorstJointIsTheMostImprobableOne() {
        assertEquals(2, JointDivergence.worst(record(1, Double.NaN, 7)));
    }
}
