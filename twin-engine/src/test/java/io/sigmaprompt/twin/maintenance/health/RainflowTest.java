package io.sigmaprompt.twin.maintenance.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RainflowTest {
    private final Map<Double, Double> counts = new TreeMap<>();
    private final Rainflow rainflow = counter(0.1, counts);

    private static Rainflow counter(double deadband, Map<Double, Double> counts) {
        return new Rainflow(
                deadband,
                range -> counts.merge(range, 1.0, Double::sum),
                range -> counts.merge(range, 0.5, Double::sum));
    }

    private void finish() {
        rainflow.open(range -> counts.merge(range, 0.5, Double::sum));
    }

    @Test
    void theExampleOfTheStandardIsCountedAsTheStandardCountsIt() {
        rainflow.add(Double.NaN);
        for (double load : new double[] {-2, 1, -3, 5, -1, 3, -4, 4, -2}) {
            rainflow.add(load);
            rainflow.add(Double.POSITIVE_INFINITY);
        }
        finish();
        assertEquals(Map.of(3.0, 0.5, 4.0, 1.5, 6.0, 0.5, 8.0, 1.0, 9.0, 0.5), counts);
    }

    @Test
    void pointsOnTheWayAndSmallReversalsChangeNothing() {
        double before = -2;
        for (double load : new double[] {-2, 1, -3, 5, -1, 3, -4, 4, -2}) {
            for (double share = 0; share <= 1; share += 0.25) {
                rainflow.add(before + share * (load - before) + (share == 0.5 ? 0.04 : 0));
            }
            before = load;
        }
        finish();
        assertEquals(Map.of(3.0, 0.5, 4.0, 1.5, 6.0, 0.5, 8.0, 1.0, 9.0, 0.5), counts);
    }

    @Test
    void eachRangeBetweenReversalsIsCountedOnceHoweverManyAreOpen() {
        // Swings that grow smaller and smaller stay open: more of them than there is room for.
        double way = 1;
        int reversals = 0;
        for (double swing = 1000; swing > 400; swing -= 1) {
            rainflow.add(way * swing);
            way = -way;
            reversals++;
        }
        finish();
        double sum = counts.values().stream().mapToDouble(each -> each).sum();
        assertEquals((reversals - 1) / 2.0, sum, 1e-9);
    }

    @Test
    void aCounterThatWasRestoredCountsOnAsIfNothingHadBeen() {
        SplittableRandom random = new SplittableRandom(5);
        Map<Double, Double> other = new TreeMap<>();
        Rainflow copy = counter(0.1, other);
        for (int i = 0; i < 500; i++) {
            rainflow.add(random.nextDouble(-5, 5));
        }
        other.putAll(counts);
        CanonicalOutput out = new CanonicalOutput();
        rainflow.save(out);
        copy.restore(new CanonicalInput(out.toByteArray()));
        for (int i = 0; i < 500; i++) {
            double load = random.nextDouble(-5, 5);
            rainflow.add(load);
            copy.add(load);
        }
        assertTrue(counts.size() > 100);
        assertEquals(counts, other);
    }
}
