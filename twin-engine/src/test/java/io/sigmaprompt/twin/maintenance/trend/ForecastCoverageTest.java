package io.sigmaprompt.twin.maintenance.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws of simulated wear: an interval of 80 % holds the truth in about 80 of 100 draws, the median is in the middle. */
class ForecastCoverageTest {
    private static final int DRAWS = 400;

    private int below;
    private int covered;
    private int late;
    private int count;

    private void take(LifeForecast forecast, double truth) {
        assertTrue(forecast.low() <= forecast.median() && forecast.median() <= forecast.high(), forecast::toString);
        covered += truth >= forecast.low() && truth <= forecast.high() ? 1 : 0;
        below += truth < forecast.low() ? 1 : 0;
        late += truth > forecast.median() ? 1 : 0;
        count++;
    }

    private String figures() {
        return String.format("%d held, %d below, %d late of %d", covered, below, late, count);
    }

    private void assertHonest() {
        assertHonest(0.05);
    }

    private void assertHonest(double tolerance) {
        assertEquals(0.8, (double) covered / count, tolerance, this::figures);
        assertEquals(0.1, (double) below / count, 0.04, () -> "fell short of the lower end: " + figures());
        assertEquals(0.5, (double) late / count, 0.06, "the median is in the middle");
    }

    /** Machines of all kinds: growth that wanders, readings that scatter, and both. */
    @Test
    void wienerProcessesOfAllSharesOfNoise() {
        NoiseStream draws = new NoiseStream(5);
        for (int d = 0; d < DRAWS; d++) {
            double share = draws.uniform();
            double scatter = 0.05 + 0.15 * draws.uniform();
            wear(draws, scatter * Math.sqrt(1 - share), scatter * Math.sqrt(share));
        }
        assertHonest(0.1);
    }

    /** What cannot be known beforehand is which of both it is; taken alone, each is held within wider bounds. */
    @ParameterizedTest
    @CsvSource({"0.05, 0.0", "0.05, 0.1", "0.02, 0.2", "0.0, 0.2"})
    void wienerProcessesOfOneKind(double diffusion, double noise) {
        NoiseStream draws = new NoiseStream(11);
        for (int d = 0; d < DRAWS / 2; d++) {
            wear(draws, diffusion, noise);
        }
        assertEquals(0.84, (double) covered / count, 0.15, this::figures);
        assertEquals(0.5, (double) late / count, 0.1, "the median is in the middle");
    }

    private void wear(NoiseStream draws, double diffusion, double noise) {
        double[] use = new double[40];
        double[] value = new double[40];
        double x = 1;
        for (int i = 0; i < use.length; i++) {
            x += i == 0 ? 0 : 0.05 + diffusion * draws.normal();
            use[i] = i;
            value[i] = x + noise * draws.normal();
        }
        if (x < 4.5) {
            take(WienerProcess.of(new DegradationSeries(use, value)).until(5, 0.8), passage(draws, x, diffusion));
        }
    }

    /** The process goes on from its last state, in fine steps, until it passes. */
    private static double passage(NoiseStream draws, double from, double diffusion) {
        double x = from;
        double use = 0;
        double step = 0.1;
        while (x < 5 && use < 1e4) {
            x += 0.05 * step + diffusion * Math.sqrt(step) * draws.normal();
            use += step;
        }
        return use;
    }

    @Test
    void gammaProcess() {
        NoiseStream draws = new NoiseStream(6);
        GammaDistribution growth = new GammaDistribution(null, 2.0, 0.05);
        for (int d = 0; d < DRAWS; d++) {
            double[] use = new double[30];
            double[] value = new double[30];
            double x = 0;
            for (int i = 0; i < use.length; i++) {
                use[i] = 10 * i;
                value[i] = x;
                x += growth.inverseCumulativeProbability(draws.uniform());
            }
            double last = value[use.length - 1];
            LifeForecast forecast =
                    GammaProcess.of(new DegradationSeries(use, value)).until(4.5, 0.8);
            double passed = 0;
            while (last < 4.5) {
                last += growth.inverseCumulativeProbability(draws.uniform());
                passed += 10;
            }
            take(forecast, Math.max(0, passed - 10 * draws.uniform()));
        }
        assertHonest();
    }

    @Test
    void weibullLivesOfWhichSomeGoOn() {
        NoiseStream draws = new NoiseStream(7);
        for (int d = 0; d < DRAWS; d++) {
            List<Double> failed = new ArrayList<>();
            List<Double> running = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double life = weibull(draws);
                double censored = 2000 * draws.uniform();
                (life < censored ? failed : running).add(Math.min(life, censored));
            }
            if (failed.size() < WeibullLife.LEAST_FAILURES) {
                continue;
            }
            WeibullLife lives = new WeibullLife(array(failed), array(running));
            double life = weibull(draws);
            if (life > 400) {
                take(lives.left(400, 0.8), life - 400);
            }
        }
        assertHonest();
    }

    private static double weibull(NoiseStream draws) {
        return 1000 * Math.pow(-Math.log(1 - draws.uniform()), 1 / 2.5);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void weibullOfManyLivesFindsShapeAndScale() {
        NoiseStream draws = new NoiseStream(8);
        double[] lives = new double[20_000];
        Arrays.setAll(lives, i -> weibull(draws));
        WeibullLife life = new WeibullLife(lives, new double[] {500, 0});
        assertEquals(2.5, life.shape(), 0.05);
        assertEquals(1000, life.scale(), 15);
    }

    @Test
    void theilSenStandsAQuarterOfWildReadingsAndNamesThem() {
        NoiseStream draws = new NoiseStream(9);
        double[] use = new double[40];
        double[] value = new double[40];
        for (int i = 0; i < use.length; i++) {
            use[i] = 100 * i;
            value[i] = i % 4 == 1 ? 50 * draws.uniform() + 10 : 2 + 0.001 * use[i] + 0.05 * draws.normal();
        }
        DegradationSeries series = new DegradationSeries(use, value);
        TheilSen line = TheilSen.of(series, 0.9);
        assertEquals(0.001, line.slope(), 2e-4);
        assertTrue(line.slopeLow() < 0.001 && 0.001 < line.slopeHigh(), line::toString);
        assertTrue(line.certainty() > 0.99, line::toString);
        assertEquals(30, line.without(series).size());
    }

    @Test
    void withoutATrendThereIsNoEndInSight() {
        NoiseStream draws = new NoiseStream(10);
        double[] use = new double[30];
        double[] value = new double[30];
        for (int i = 0; i < use.length; i++) {
            use[i] = i;
            value[i] = 1 + 0.1 * draws.normal();
        }
        DegradationSeries series = new DegradationSeries(use, value);
        assertTrue(TheilSen.of(series, 0.8).certainty() < 0.95);
        assertEquals(
                Double.POSITIVE_INFINITY, WienerProcess.of(series).until(9, 0.8).high());
    }
}
