package io.sigmaprompt.twin.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.junit.jupiter.api.Test;

class RobustStatisticTest {
    @Property
    void itsMedianIsThatOfTheWindow(@ForAll @Size(min = 1, max = 40) double @DoubleRange(min = -9, max = 9) [] values) {
        RobustStatistic statistic = new RobustStatistic(15);
        for (double value : values) {
            statistic.add(value);
        }
        double[] window = Arrays.copyOfRange(values, Math.max(0, values.length - 15), values.length);
        double median = new Median().evaluate(window);
        assertEquals(median, statistic.median(), 1e-12 * (1 + Math.abs(median)));
    }

    @Test
    void aFewOutliersDoNotMoveIt() {
        Random random = new Random(3);
        RobustStatistic statistic = new RobustStatistic(300);
        for (int i = 0; i < 300; i++) {
            statistic.add(i % 10 == 0 ? 1_000 : 5 + 2 * random.nextGaussian());
        }
        assertEquals(5, statistic.median(), 0.6);
        assertEquals(2, statistic.deviation(), 0.7);
    }
}
