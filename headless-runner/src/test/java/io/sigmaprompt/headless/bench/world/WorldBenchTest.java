package io.sigmaprompt.headless.bench.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.bench.PeerException;
import io.sigmaprompt.headless.bench.Timing;
import io.sigmaprompt.physics.constraint.StepResidual;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Engines whose times are known, so that what the bench makes of them is. */
class WorldBenchTest {
    private static final BenchScene SCENE = new BenchScene("humanoid", Path.of("humanoid.xml"));
    private static final WorldBenchPlan ALONE = WorldBenchPlan.full(2, 4, null, null, false, false);

    private final List<String> told = new ArrayList<>();

    @Test
    void itSettlesMarksAndTakesTheMedianOfItsTurns() {
        Metronome engine = new Metronome();
        SceneTimings timings = new WorldBench(ALONE, told::add, (scene, plan, amplitude) -> engine).measure(SCENE);
        SceneTimings.Engine ours = Objects.requireNonNull(timings.ours());
        assertEquals(1_000_000, ours.nanos().median(), "a step takes a millisecond");
        assertEquals(2000, engine.settled, "2 s of 1 ms");
        assertEquals(new StepResidual(4, 0, 0, 0), ours.residual(), "the worst of the last steps");
        assertEquals(7, ours.bytes());
        assertTrue(engine.closed);
        assertNull(timings.mujoco());
        assertNull(timings.ratio());
        assertEquals("MuJoCo not measured: not asked for", timings.note());
        assertEquals(4, told.stream().filter(line -> line.contains("round")).count());
    }

    @Test
    void aSceneThatIsKnownToBeDrivenAtRandomIs() {
        double[] given = {-1};
        WorldBench bench = new WorldBench(ALONE, told::add, (scene, plan, amplitude) -> {
            given[0] = amplitude;
            return new Metronome();
        });
        assertEquals(0.5, bench.measure(SCENE).amplitude());
        assertEquals(0.5, given[0]);
        assertEquals(0, bench.measure(new BenchScene("stack5", SCENE.file())).amplitude());
        WorldBenchPlan other = WorldBenchPlan.full(2, 1, null, 0.1, false, false);
        assertEquals(
                0.1,
                new WorldBench(other, told::add, (scene, plan, amplitude) -> new Metronome())
                        .measure(SCENE)
                        .amplitude());
    }

    @Test
    void anEngineThatEndsOnTheWayIsNotMeasuredAndTheReasonIsTold() {
        Metronome engine = new Metronome();
        engine.endsAfter = 3;
        SceneTimings timings = new WorldBench(ALONE, told::add, (scene, plan, amplitude) -> engine).measure(SCENE);
        assertNull(timings.ours());
        assertTrue(engine.closed);
        assertTrue(timings.note().contains("ours not measured: it is broken"), timings.note());
        String table = String.join("\n", new WorldBenchReport(ALONE).table(timings));
        assertTrue(table.contains("humanoid: ours not measured: it is broken"), table);
    }

    @Test
    void enginesThatAreNotInTheSameStateAreToldApart() {
        String table = String.join("\n", new WorldBenchReport(ALONE).table(both(2.0, 0.34)));
        assertTrue(
                table.contains("not the same state, bodies lie at 2.00 m on the mean in ours, at 0.340 m in MuJoCo's"),
                table);
        String alike = String.join("\n", new WorldBenchReport(ALONE).table(both(2.0, 1.9)));
        assertFalse(alike.contains("not the same state"), alike);
        assertTrue(alike.contains("2.50"), alike);
    }

    private static SceneTimings both(double ours, double theirs) {
        return new SceneTimings(SCENE, 0, engine(ours, 1000), engine(theirs, 2500), new Timing(new double[] {2.5}), "");
    }

    private static SceneTimings.Engine engine(double height, double nanos) {
        return new SceneTimings.Engine(
                new SteppedWorld.Start("engine", 0.001, 6, 0, 1, 2.0),
                new SteppedWorld.Sight(4, 1, height),
                new Timing(new double[] {nanos}),
                StepResidual.NONE,
                0);
    }

    @Test
    void theObjectHoldsWhatTheTableShows() {
        SceneTimings timings =
                new WorldBench(ALONE, told::add, (scene, plan, amplitude) -> new Metronome()).measure(SCENE);
        Map<String, Object> object = new WorldBenchReport(ALONE).object(List.of(timings));
        assertEquals(2.0, object.get("settleSeconds"));
        Map<?, ?> scene = (Map<?, ?>) ((List<?>) Objects.requireNonNull(object.get("scenes"))).getFirst();
        assertEquals("humanoid", scene.get("name"));
        assertEquals(37.7, scene.get("nativeMicrosOnce"));
        Map<?, ?> ours = (Map<?, ?>) Objects.requireNonNull(scene.get("ours"));
        assertEquals(1000.0, ours.get("medianMicros"));
        assertEquals(4.0, ((Map<?, ?>) Objects.requireNonNull(ours.get("residual"))).get("greatest"));
    }

    /** Steps of a millisecond, whatever it is asked. */
    private static final class Metronome implements SteppedWorld {
        private int settled;
        private int residuals;
        private int times;
        private int endsAfter = Integer.MAX_VALUE;
        private boolean closed;

        @Override
        public Start start() {
            return new Start("metronome", 0.001, 6, 1, 1, 1);
        }

        @Override
        public Sight run(int steps) {
            settled = Math.max(settled, steps);
            return new Sight(4, 1, 1);
        }

        @Override
        public void mark() {
            assertEquals(2000, settled);
        }

        @Override
        public void rewind() {
            residuals = 0;
        }

        @Override
        public double time(int steps, int repeats) throws PeerException {
            if (times++ >= endsAfter) {
                throw new PeerException("it is broken");
            }
            return 1_000_000;
        }

        @Override
        public StepResidual residual() {
            residuals++;
            return new StepResidual(residuals == 3 ? 4 : 1, 0, 0, 0);
        }

        @Override
        public double bytesPerStep(int steps) {
            return 7;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
