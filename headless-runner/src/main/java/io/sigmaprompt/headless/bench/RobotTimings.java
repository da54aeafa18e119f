package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.dynamics.Kernel;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one robot.
 *
 * @param states how many states it was measured in
 * @param recorded whether those came from a file
 * @param rows by algorithm, in order
 * @param refused algorithms that the robot does not allow, and why
 * @param mujoco what MuJoCo took, or null
 * @param peerNote why it was not measured, or how it was
 */
public record RobotTimings(
        BenchRobot robot,
        int states,
        boolean recorded,
        Map<Algorithm, Row> rows,
        Map<Algorithm, String> refused,
        @Nullable Peer mujoco,
        String peerNote) {
    public RobotTimings {
        rows = new LinkedHashMap<>(rows);
        refused = new LinkedHashMap<>(refused);
    }

    /** One algorithm, by kernel. */
    public record Row(Map<Kernel, Cell> cells) {
        public Row {
            cells = new EnumMap<>(cells);
        }
    }

    /**
     * One algorithm of one kernel.
     *
     * @param kernel the name of what computed, which is another than asked for where that one could not be made
     * @param nanos a call
     * @param bytes allocated a call: as counted on one thread, or where that is none, what JMH's profiler saw beyond
     *     JMH's own
     * @param profiled bytes a call as JMH's profiler has them, the most of all forks
     * @param peer by round, how many times as long MuJoCo took just before and after; null where it was not measured
     */
    public record Cell(
            String kernel,
            Timing nanos,
            double bytes,
            double profiled,
            @Nullable Timing peer) {}

    /**
     * MuJoCo's forward dynamics of the robot.
     *
     * @param disagreement of its accelerations with ours
     */
    public record Peer(String version, Timing nanos, double disagreement) {}

    /** The kernels that were measured. */
    public List<Kernel> kernels() {
        return rows.values().stream()
                .flatMap(row -> row.cells().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
