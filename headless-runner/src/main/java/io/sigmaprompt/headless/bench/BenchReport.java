package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.bench.RobotTimings.Cell;
import io.sigmaprompt.headless.bench.RobotTimings.Row;
import io.sigmaprompt.headless.dynamics.Kernel;
import io.sigmaprompt.physics.model.ModelHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what was measured, to people and to programs. */
public final class BenchReport {
    private static final String ROW = "  %-20s %-9s %10s %7s %7s %9s %10s  %s";

    private final BenchPlan plan;
    private final PeerFigures figures = PeerFigures.shipped();

    public BenchReport(BenchPlan plan) {
        this.plan = plan;
    }

    /** What holds of all that follows. */
    public List<String> head() {
        return List.of(
                KernelFork.machine() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + ", one thread, flags " + String.join(" ", KernelFork.FLAGS),
                "%d round%s of %d x %d ms warm-up and %d x %d ms measured; times are medians, ± half the quartiles' distance"
                        .formatted(
                                plan.rounds(),
                                plan.rounds() == 1 ? "" : "s",
                                plan.warmups(),
                                plan.warmupMillis(),
                                plan.iterations(),
                                plan.iterationMillis()));
    }

    /** One robot. */
    public List<String> table(RobotTimings timings) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d freedoms, root %s, %d states %s",
                timings.robot().name(),
                timings.robot().model().nv(),
                timings.robot().model().floatingBase() ? "free" : "welded",
                timings.states(),
                timings.recorded() ? "from " + timings.robot().states() : "at random"));
        RobotTimings.Peer mujoco = timings.mujoco();
        lines.add(
                mujoco == null
                        ? "  MuJoCo not measured: " + timings.peerNote()
                        : String.format(
                                Locale.ROOT,
                                "  mujoco-js (MuJoCo %s) mj_forward: %s ns %s, accelerations within %.0e of ours",
                                mujoco.version(),
                                nanos(mujoco.nanos().median()),
                                spread(mujoco.nanos()),
                                mujoco.disagreement()));
        lines.add(String.format(
                        Locale.ROOT,
                        ROW,
                        "algorithm",
                        "kernel",
                        "ns a call",
                        "±",
                        "B/call",
                        "x generic",
                        "x MuJoCo",
                        "x Pinocchio (estimate)")
                .stripTrailing());
        timings.rows().forEach((algorithm, row) -> row.cells()
                .forEach((kernel, cell) -> lines.add(line(timings, algorithm, row, kernel, cell))));
        timings.refused().forEach((algorithm, reason) -> lines.add("  " + algorithm + " not measured: " + reason));
        return lines;
    }

    private String line(RobotTimings timings, Algorithm algorithm, Row row, Kernel kernel, Cell cell) {
        Cell generic = Objects.requireNonNull(row.cells().get(Kernel.GENERIC));
        Timing peer = cell.peer();
        PeerFigures.Estimate estimate = estimate(timings, algorithm, cell);
        return String.format(
                        Locale.ROOT,
                        ROW,
                        algorithm,
                        cell.kernel().equals(kernel.toString()) ? kernel : kernel + "!",
                        nanos(cell.nanos().median()),
                        spread(cell.nanos()),
                        cell.bytes() == 0 ? "0" : String.format(Locale.ROOT, "%.1f", cell.bytes()),
                        kernel == Kernel.GENERIC
                                ? ""
                                : times(generic.nanos().median() / cell.nanos().median()),
                        peer == null || algorithm != Algorithm.ABA ? "" : times(peer.median()),
                        estimate == null ? "" : times(estimate.conservative()) + " to " + times(estimate.optimistic()))
                .stripTrailing();
    }

    /** What the columns mean, where they have entries. */
    public List<String> foot(List<RobotTimings> all) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "x: so many times as fast as. B/call: allocated a call, by JMH's gc profiler (beyond the 16 KB that JMH"
                        + " needs an iteration) and by a count.");
        if (all.stream().anyMatch(each -> each.mujoco() != null)) {
            lines.add("x MuJoCo: mj_forward of mujoco-js, measured right before and after each fork, over aba.");
            lines.add("x Pinocchio is no measurement: (Pinocchio / native MuJoCo, as once measured) x (mujoco-js, now /"
                    + " what WebAssembly costs) / ours.");
            lines.add("  " + figures.source());
            lines.add("  " + figures.assumption());
        }
        if (all.stream()
                .flatMap(each -> each.rows().values().stream())
                .flatMap(row -> row.cells().entrySet().stream())
                .anyMatch(cell -> !cell.getValue().kernel().equals(cell.getKey().toString()))) {
            lines.add("!: that kernel could not be made for the robot; another computed in its place.");
        }
        return lines;
    }

    /** All of it. */
    public Map<String, Object> object(List<RobotTimings> all) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("java", KernelFork.machine());
        object.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        object.put("jvmFlags", KernelFork.FLAGS);
        object.put("threads", 1);
        object.put("rounds", plan.rounds());
        object.put("warmup", plan.warmups() + " x " + plan.warmupMillis() + " ms");
        object.put("measured", plan.iterations() + " x " + plan.iterationMillis() + " ms");
        object.put("conversion", figures.described());
        object.put("robots", all.stream().map(this::robot).toList());
        return object;
    }

    private Map<String, Object> robot(RobotTimings timings) {
        BenchRobot robot = timings.robot();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", robot.name());
        object.put("file", robot.file().toString());
        object.put("modelHash", ModelHash.of(robot.model()));
        object.put("nv", robot.model().nv());
        object.put("floatingBase", robot.model().floatingBase());
        object.put("states", timings.states());
        object.put("statesFrom", timings.recorded() ? String.valueOf(robot.states()) : "random, seed 1");
        RobotTimings.Peer mujoco = timings.mujoco();
        if (mujoco == null) {
            object.put("mujocoMissing", timings.peerNote());
        } else {
            Map<String, Object> peer = timing(mujoco.nanos());
            peer.put("version", mujoco.version());
            peer.put("accelerationsDifferBy", mujoco.disagreement());
            object.put("mujoco", peer);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        timings.rows().forEach((algorithm, row) -> row.cells().forEach((kernel, cell) -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("algorithm", algorithm.toString());
            out.put("kernel", kernel.toString());
            out.put("computedBy", cell.kernel());
            out.putAll(timing(cell.nanos()));
            out.put("bytesPerCall", cell.bytes());
            out.put("bytesPerCallOfProfiler", cell.profiled());
            Timing peer = cell.peer();
            if (peer != null) {
                out.put("timesAsFastAsMujocoForward", peer.median());
            }
            PeerFigures.Estimate estimate = estimate(timings, algorithm, cell);
            if (estimate != null) {
                out.put("timesAsFastAsPinocchioConservative", estimate.conservative());
                out.put("timesAsFastAsPinocchioOptimistic", estimate.optimistic());
            }
            rows.add(out);
        }));
        object.put("algorithms", rows);
        Map<String, String> refused = new LinkedHashMap<>();
        timings.refused().forEach((algorithm, reason) -> refused.put(algorithm.toString(), reason));
        object.put("notMeasured", refused);
        return object;
    }

    private PeerFigures.@Nullable Estimate estimate(RobotTimings timings, Algorithm algorithm, Cell cell) {
        Timing peer = cell.peer();
        return peer == null
                ? null
                : figures.pinocchio(
                        timings.robot().name(), timings.robot().model().nv(), algorithm, peer.median());
    }

    private static Map<String, Object> timing(Timing timing) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("medianNanos", timing.median());
        out.put("spread", timing.spread());
        out.put("leastNanos", timing.least());
        out.put("greatestNanos", timing.greatest());
        return out;
    }

    private static String nanos(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String spread(Timing timing) {
        return String.format(Locale.ROOT, "±%.0f %%", 100 * timing.spread());
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }
}
