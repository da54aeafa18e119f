package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.bench.RobotTimings.Cell;
import io.sigmaprompt.headless.bench.RobotTimings.Row;
import io.sigmaprompt.headless.dynamics.Kernel;
import io.sigmaprompt.headless.dynamics.State;
import io.sigmaprompt.physics.model.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures robots one by one. MuJoCo is measured right before and after each fork, so that a ratio of the two survives a
 * machine that runs now faster, now slower. One thread.
 */
public final class DynamicsBench implements AutoCloseable {
    private static final int PEER_WARMUP_MILLIS = 600;
    /** More than JMH itself allocates in an iteration. */
    private static final double OWN_BYTES = 16_384;

    private final BenchPlan plan;
    private final Consumer<String> progress;
    private final @Nullable MujocoPeer peer;
    private final String peerMissing;

    /**
     * A bench; starts MuJoCo's process, if the plan wants it and the machine has it.
     *
     * @param progress told what is being measured
     */
    public DynamicsBench(BenchPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        MujocoPeer started = null;
        String missing = "";
        if (plan.peerMillis() > 0) {
            try {
                started = MujocoPeer.start();
            } catch (PeerException e) {
                missing = e.reason();
            }
        } else {
            missing = "not asked for";
        }
        peer = started;
        peerMissing = missing;
    }

    /** Measures a robot; takes as long as the plan says. */
    public RobotTimings measure(BenchRobot robot) {
        List<State> states = BenchStates.of(robot.model(), robot.states());
        Map<Algorithm, String> refused = new EnumMap<>(Algorithm.class);
        Map<Kernel, BenchCalls> kernels = new EnumMap<>(Kernel.class);
        for (Kernel kernel : Kernel.values()) {
            kernels.put(kernel, new BenchCalls(kernel, robot.model(), states));
        }
        List<Algorithm> allowed = new ArrayList<>();
        for (Algorithm algorithm : plan.algorithms()) {
            String reason = refusal(kernels, algorithm);
            if (reason == null) {
                allowed.add(algorithm);
            } else {
                refused.put(algorithm, reason);
            }
        }
        PeerTurn turn = new PeerTurn(robot, states, kernels);
        KernelFork fork = new KernelFork(plan, robot);
        Map<Algorithm, Map<Kernel, Samples>> samples = new EnumMap<>(Algorithm.class);
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Algorithm algorithm : allowed) {
                for (Kernel kernel : Kernel.values()) {
                    progress.accept(robot.name() + ", round " + round + " of " + plan.rounds() + ": " + algorithm + ", "
                            + kernel);
                    samples.computeIfAbsent(algorithm, key -> new EnumMap<>(Kernel.class))
                            .computeIfAbsent(kernel, key -> new Samples())
                            .add(turn.before(), fork.measure(kernel, algorithm), turn.after());
                }
            }
        }
        Map<Algorithm, Row> rows = new EnumMap<>(Algorithm.class);
        samples.forEach((algorithm, byKernel) -> {
            Map<Kernel, Cell> cells = new EnumMap<>(Kernel.class);
            byKernel.forEach((kernel, each) -> {
                BenchCalls calls = Objects.requireNonNull(kernels.get(kernel));
                cells.put(kernel, each.cell(calls.dynamics().kernel(), calls.allocation(algorithm)));
            });
            rows.put(algorithm, new Row(cells));
        });
        return new RobotTimings(robot, states.size(), robot.states() != null, rows, refused, turn.result(), turn.note);
    }

    private static @Nullable String refusal(Map<Kernel, BenchCalls> kernels, Algorithm algorithm) {
        try {
            for (BenchCalls calls : kernels.values()) {
                calls.call(algorithm);
            }
            return null;
        } catch (BadInputException e) {
            return e.problem();
        }
    }

    @Override
    public void close() {
        if (peer != null) {
            peer.close();
        }
    }

    /** What the forks of one algorithm and kernel gave. */
    private static final class Samples {
        private final List<double[]> nanos = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private double profiled;
        private double beyondOwn;

        void add(double before, KernelFork.Sample sample, double after) {
            nanos.add(sample.nanos());
            profiled = Math.max(profiled, sample.bytes());
            if (sample.bytes() * sample.calls() > OWN_BYTES) {
                beyondOwn = Math.max(beyondOwn, sample.bytes());
            }
            double ratio = (before + after) / 2 / sample.median();
            if (!Double.isNaN(ratio)) {
                ratios.add(ratio);
            }
        }

        Cell cell(String kernel, double counted) {
            return new Cell(
                    kernel,
                    new Timing(nanos.stream().flatMapToDouble(Arrays::stream).toArray()),
                    Math.max(counted, beyondOwn),
                    profiled,
                    ratios.isEmpty()
                            ? null
                            : new Timing(ratios.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray()));
        }
    }

    /** MuJoCo's turns with one robot. */
    private final class PeerTurn {
        private final DoubleStream.Builder nanos = DoubleStream.builder();
        private MujocoPeer.@Nullable Loaded loaded;
        private String note = peerMissing;
        private double last = Double.NaN;

        PeerTurn(BenchRobot robot, List<State> states, Map<Kernel, BenchCalls> kernels) {
            if (peer == null) {
                return;
            }
            try {
                progress.accept(robot.name() + ": MuJoCo");
                loaded = peer.load(kernels.values().iterator().next().dynamics(), states);
                peer.measure(PEER_WARMUP_MILLIS);
            } catch (PeerException e) {
                note = e.reason();
            } catch (BadInputException e) {
                note = e.problem();
            }
        }

        /** What it takes now; the turn after one fork is the turn before the next. */
        double before() {
            return Double.isNaN(last) ? after() : last;
        }

        double after() {
            last = Double.NaN;
            if (peer != null && loaded != null) {
                try {
                    last = peer.measure(plan.peerMillis());
                    nanos.add(last);
                } catch (PeerException e) {
                    note = e.reason();
                    loaded = null;
                }
            }
            return last;
        }

        RobotTimings.@Nullable Peer result() {
            double[] all = nanos.build().toArray();
            return loaded == null || all.length == 0
                    ? null
                    : new RobotTimings.Peer(loaded.version(), new Timing(all), loaded.disagreement());
        }
    }
}
