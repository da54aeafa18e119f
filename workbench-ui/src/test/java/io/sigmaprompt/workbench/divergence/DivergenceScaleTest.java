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

    private static DivergenceRecord record(double sigma, double nis) {
        double[] none = {Double.NaN};
        return new DivergenceRecord(
                "arm", 0, List.of("pan"), none, none, none, new double[] {sigma}, none, new double[] {nis}, nis, 2);
    }

    @Test
    void theLessLikelyOfEffortAndMotionCounts() {
        assertEquals(3, JointDivergence.sigma(record(-3, 0.1), 0));
        assertEquals(1.96, JointDivergence.sigma(record(1, 5.991), 0), 1e-3, "both are exceeded once in twenty times");
        assertEquals(2.5, JointDivergence.sigma(record(2.5, Double.NaN), 0));
        assertEquals(1.96, JointDivergence.sigma(record(Double.NaN, 5.991), 0), 1e-3);
        assertTrue(Double.isNaN(JointDivergence.sigma(record(Double.NaN, Double.NaN), 0)));
    }

    @Test
    void chiSquareBecomesTheDeviateThatIsAsImprobable() {
        // Tables of the normal distribution, two-sided: 0.5, 0.05, 1e-3, 1e-9, 1e-20, 1e-100.
        double[][] table = {
            {0.5, 0.674489750196},
            {0.05, 1.959963984540},
            {1e-3, 3.290526731492},
            {1e-9, 6.109410204870},
            {1e-20, 9.336044849234},
            {1e-100, 21.305940069352}
        };
        double before = 0;
        for (double[] row : table) {
            double z = Improbability.ofChiSquareTwo(-2 * Math.log(row[0]));
            assertTrue(z > before);
            before = z;
            assertEquals(row[1], z, 1e-7, "p = " + row[0]);
        }
        assertEquals(0, Improbability.ofChiSquareTwo(0));
        assertEquals(Double.POSITIVE_INFINITY, Improbability.ofChiSquareTwo(Double.POSITIVE_INFINITY));
        double far = Improbability.ofChiSquareTwo(1e6);
        assertTrue(far > 999 && far < 1000, "its tail is a little below exp(-z²/2): " + far);
    }
}
