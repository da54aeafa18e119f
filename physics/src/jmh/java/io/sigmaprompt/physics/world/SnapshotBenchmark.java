package io.sigmaprompt.physics.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What saving and restoring a world of boxes at rest costs beside a step of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class SnapshotBenchmark {
    @Param({"1", "20", "100"})
    public int boxes;

    private World world;
    private WorldSnapshot snapshot;

    /** Lets the boxes come to rest. */
    @Setup
    public void prepare() throws IOException {
        StringBuilder text = new StringBuilder("<worldbody><geom type=\"plane\" size=\"99 99 1\"/>");
        for (int i = 0; i < boxes; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "<body pos=\"%d %d 0.05\"><freejoint/><geom type=\"box\" size=\"0.05 0.05 0.05\"/></body>",
                    i % 10,
                    i / 10));
        }
        Path folder = Files.createTempDirectory("snapshots");
        world = SmallWorld.of(folder, text + "</worldbody>", WorldSettings.DEFAULT.withSleeping(false));
        Files.delete(folder.resolve("small.xml"));
        Files.delete(folder);
        SmallWorld.run(world, 0.2);
        snapshot = world.save(null);
    }

    /** Writes the snapshot over the last one. */
    @Benchmark
    public int save() {
        snapshot = world.save(snapshot);
        return snapshot.size();
    }

    /** Takes the world back to it. */
    @Benchmark
    public double restore() {
        world.restore(snapshot);
        return world.time();
    }

    /** A step, for comparison. */
    @Benchmark
    public double step() {
        world.step();
        return world.time();
    }
}
