package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.watch.Signal;
import io.sigmaprompt.twin.analysis.watch.SignalWatch;
import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a sample of one of a hundred signals at 1 kHz takes: with one detector, and with the default ensemble. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SignalWatchBenchmark {
    private static final int SIGNALS = 100;
    private static final int SAMPLES = 4096;
    private static final long PERIOD_NANOS = 1_000_000;

    /** One kind's name, or {@code default} for the ensemble. */
    @Param({"default", "SPIKE", "RATE", "FLAT_LINE", "STUCK", "SHIFT", "PERIODICITY", "GAP", "JITTER"})
    private String detector = "default";

    private final List<SignalWatch> watches = new ArrayList<>();
    private final double[] noise = new double[SAMPLES];
    private long tick;

    @Setup
    public void learn() {
        WatchSettings settings = detector.equals("default")
                ? WatchSettings.DEFAULT
                : WatchSettings.DEFAULT.looking(Kind.valueOf(detector));
        for (int i = 0; i < SIGNALS; i++) {
            watches.add(new SignalWatch(Signal.of("signal " + i, "N·m"), settings, finding -> {}));
        }
        Random random = new Random(1);
        for (int i = 0; i < SAMPLES; i++) {
            noise[i] = random.nextGaussian();
        }
        for (int i = 0; i < 5_000; i++) {
            oneTickOfAHundredSignals();
        }
    }

    @Benchmark
    @OperationsPerInvocation(SIGNALS)
    public double oneTickOfAHundredSignals() {
        tick++;
        double sum = 0;
        for (int i = 0; i < SIGNALS; i++) {
            SignalWatch watch = watches.get(i);
            watch.feed(tick * PERIOD_NANOS, noise[(int) (tick + 37L * i) % SAMPLES], Motion.MOVES);
            sum += watch.score();
        }
        return sum;
    }
}
