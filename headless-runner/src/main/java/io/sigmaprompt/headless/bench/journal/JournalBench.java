package io.sigmaprompt.headless.bench.journal;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.headless.bench.Timing;
import io.sigmaprompt.headless.bench.mirror.Fleet;
import io.sigmaprompt.headless.bench.mirror.MirrorBenchPlan;
import io.sigmaprompt.headless.simulation.Scene;
import io.sigmaprompt.headless.simulation.SceneOptions;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldSnapshot;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.port.TraceSpeed;
import io.sigmaprompt.twin.session.TwinKernel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures what it costs to keep a session, and how fast one that was kept is come back to. */
public final class JournalBench {
    private static final int CALLS = 2000;
    private static final int WARM_CALLS = 20_000;

    private final JournalBenchPlan plan;
    private final Path folder;
    private final Path world;
    private final Consumer<String> progress;

    /**
     * A bench.
     *
     * @param folder an empty one to write in
     * @param world the scene whose snapshots are timed
     * @param progress told what is being measured
     */
    public JournalBench(JournalBenchPlan plan, Path folder, Path world, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.world = world;
        this.progress = progress;
    }

    /** Megabytes a second of messages, and the part of them that the file takes. */
    public record Writing(String compression, Timing rate, double part) {}

    /**
     * What it costs to keep a session.
     *
     * @param kept nanoseconds of the thread's time for a tick of a session that is kept
     * @param unkept the same of one that is not
     * @param share of the kept session's time that keeping takes, a figure a pair of rounds
     * @param replayed nanoseconds for a tick of its replay, reading the journal included
     * @param journalBytes a second of session time
     * @param traceBytes a second of session time
     */
    public record Keeping(
            Timing kept, Timing unkept, Timing share, Timing replayed, double journalBytes, double traceBytes) {}

    /** Nanoseconds to take a state and to give it back, and its size. */
    public record State(String what, Timing save, Timing restore, long bytes) {}

    /** All figures. */
    public record Outcome(
            String format, List<Writing> writings, TraceSpeed.Opening opening, Keeping keeping, List<State> states) {}

    /**
     * Measures all.
     *
     * @throws IOException if the folder cannot be written
     */
    public Outcome measure() throws IOException {
        TraceSpeed speed = ServiceLoader.load(TraceSpeed.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing on the class path writes traces"));
        Keeping keeping = keeping();
        List<State> states = List.of(worldState(), kernelState());
        List<Writing> writings = new ArrayList<>();
        for (String compression : speed.compressions()) {
            writings.add(writing(speed, compression));
        }
        return new Outcome(speed.format(), writings, opening(speed), keeping, states);
    }

    private Writing writing(TraceSpeed speed, String compression) throws IOException {
        Path file = folder.resolve("written");
        double[] rates = new double[plan.rounds()];
        double part = 0;
        speed.write(file, compression, plan.joints(), plan.writtenBytes());
        for (int round = 0; round < rates.length; round++) {
            progress.accept("writing " + compression + ": round " + (round + 1) + " of " + rates.length);
            Files.delete(file);
            TraceSpeed.Writing written = speed.write(file, compression, plan.joints(), plan.writtenBytes());
            rates[round] = written.megabytesPerSecond();
            part = (double) written.fileBytes() / written.messageBytes();
        }
        Files.delete(file);
        return new Writing(compression, new Timing(rates), part);
    }

    private TraceSpeed.Opening opening(TraceSpeed speed) throws IOException {
        progress.accept("opening by the index");
        Path file = folder.resolve("opened");
        speed.write(file, speed.compressions().getFirst(), plan.joints(), plan.openedBytes());
        // The first is told: nobody opens a file twice to warm up.
        TraceSpeed.Opening first = speed.open(file);
        Files.delete(file);
        return first;
    }

    private Keeping keeping() throws IOException {
        Fleet fleet = fleet();
        long ticks = Math.round(plan.seconds() * 1e3);
        int rounds = plan.rounds();
        double[] kept = new double[rounds];
        double[] unkept = new double[rounds];
        double[] share = new double[rounds];
        double[] replayed = new double[rounds];
        long journalBytes = 0;
        long traceBytes = 0;
        // One round more, which warms up.
        for (int round = -1; round < rounds; round++) {
            progress.accept(round < 0 ? "keeping: warming up" : "keeping: round " + (round + 1) + " of " + rounds);
            Path session = Files.createDirectory(folder.resolve("session" + round));
            boolean keptFirst = round % 2 == 0;
            double first = perTick(fleet, keptFirst ? session : null, ticks);
            double second = perTick(fleet, keptFirst ? null : session, ticks);
            double again = replay(fleet, session.resolve("journal"));
            if (round >= 0) {
                kept[round] = keptFirst ? first : second;
                unkept[round] = keptFirst ? second : first;
                share[round] = 1 - unkept[round] / kept[round];
                replayed[round] = again;
            }
            journalBytes = 0;
            traceBytes = 0;
            try (var files = Files.list(session)) {
                for (Path file : files.toList()) {
                    boolean isJournal = file.endsWith("journal");
                    journalBytes += isJournal ? Files.size(file) : 0;
                    traceBytes += isJournal ? 0 : Files.size(file);
                    Files.delete(file);
                }
            }
            Files.delete(session);
        }
        return new Keeping(
                new Timing(kept),
                new Timing(unkept),
                new Timing(share),
                new Timing(replayed),
                journalBytes / plan.seconds(),
                traceBytes / plan.seconds());
    }

    private Fleet fleet() {
        return new Fleet(MirrorBenchPlan.full(1, plan.rate(), Math.min(100, plan.rate()), plan.joints(), 1, 1, 1));
    }

    private static double perTick(Fleet fleet, @Nullable Path session, long ticks) {
        try (MirroredSession run = new MirroredSession(fleet, session)) {
            long begun = threadNanos();
            run.run(ticks);
            return (double) (threadNanos() - begun) / ticks;
        }
    }

    /** Nanoseconds a tick; the bits must be those of the run. */
    private static double replay(Fleet fleet, Path file) {
        TwinKernel kernel = fleet.kernel(List.of(fleet.names().getFirst()));
        long begun = threadNanos();
        Journal journal = Journal.read(file);
        List<KernelInput> inputs = new ArrayList<>();
        int next = 0;
        while (kernel.ticks() < journal.ticks()) {
            long tick = kernel.ticks() + 1;
            while (next < journal.entries().size()
                    && journal.entries().get(next).tick() == tick) {
                inputs.add(journal.entries().get(next++).input());
            }
            kernel.tick(inputs, output -> {});
            inputs.clear();
        }
        double nanos = (double) (threadNanos() - begun) / journal.ticks();
        if (!kernel.traceHash().equals(journal.traceHash())) {
            throw new IllegalStateException("the replay says something else than the run");
        }
        return nanos;
    }

    private static long threadNanos() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadCpuTime();
    }

    private State worldState() {
        progress.accept("snapshots of a world");
        World scene = Scene.load(world, SceneOptions.plain(null, false)).world();
        for (int step = 0; step < 500; step++) {
            scene.step();
        }
        WorldSnapshot[] held = {scene.save(null)};
        Timing save = time(() -> held[0] = scene.save(held[0]));
        Timing restore = time(() -> scene.restore(held[0]));
        return new State("world of " + scene.v().length + " DoF", save, restore, 8L * held[0].size());
    }

    private State kernelState() {
        progress.accept("snapshots of a whole session");
        try (MirroredSession run = new MirroredSession(fleet(), null)) {
            run.run(Math.round(plan.seconds() * 1e3));
            byte[][] held = {run.kernel().snapshot()};
            Timing save = time(() -> held[0] = run.kernel().snapshot());
            Timing restore = time(() -> run.kernel().restore(held[0]));
            return new State("whole session, one robot of " + plan.joints(), save, restore, held[0].length);
        }
    }

    private Timing time(Runnable call) {
        long end = System.nanoTime() + 1_000_000_000L;
        for (int k = 0; k < WARM_CALLS && System.nanoTime() < end; k++) {
            call.run();
        }
        double[] samples = new double[CALLS];
        for (int k = 0; k < CALLS; k++) {
            long begun = System.nanoTime();
            call.run();
            samples[k] = System.nanoTime() - begun;
        }
        return new Timing(samples);
    }
}
