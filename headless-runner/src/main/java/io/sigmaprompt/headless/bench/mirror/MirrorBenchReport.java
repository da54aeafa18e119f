package io.sigmaprompt.headless.bench.mirror;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what was measured, to people and to programs. */
public final class MirrorBenchReport {
    private static final double MEGABYTE = 1 << 20;

    private final MirrorBenchPlan plan;

    public MirrorBenchReport(MirrorBenchPlan plan) {
        this.plan = plan;
    }

    /** What holds of all that follows. */
    public List<String> head() {
        return List.of(
                machine(),
                String.format(
                        Locale.ROOT,
                        "%d robot%s x %d joints x %d Hz = %.0f frames/s; what was commanded %s; %d kernel thread%s",
                        plan.robots(),
                        plan.robots() == 1 ? "" : "s",
                        plan.joints(),
                        plan.rate(),
                        plan.framesPerSecond(),
                        plan.references() == 0 ? "is not told" : "is told at " + plan.references() + " Hz",
                        plan.threads(),
                        plan.threads() == 1 ? "" : "s"),
                "");
    }

    private static String machine() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }

    /** The figures. */
    public List<String> lines(MirrorBench.Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-34s %12s %7s %9s %9s", "one thread follows", "frames/s", "±", "B/frame", "records"));
        if (outcome.predicted() != null) {
            lines.add(row("  ingest, estimate and prediction", outcome.predicted()));
        }
        lines.add(row("  ingest and estimate alone", outcome.unpredicted()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%-34s %9s %9s %9s %9s %9s %11s",
                "a frame waits",
                "p50 µs",
                "p99 µs",
                "p99.9 µs",
                "worst µs",
                "lost",
                "latest tick"));
        outcome.waits().forEach(wait -> lines.add(row(wait)));
        lines.add("");
        lines.add(
                "frames: joint states. B/frame: all that the kernel's thread allocates for one, mostly the records that"
                        + " are told 100 times a second.");
        lines.add(
                "waits: from arrival in the robot's queue to the publication of the twin's state. latest tick: how much"
                        + " later than it was due.");
        return lines;
    }

    private static String row(String what, MirrorBench.Capacity capacity) {
        return String.format(
                Locale.ROOT,
                "%-34s %12.0f %7s %9.0f %9.2f",
                what,
                capacity.framesPerSecond().median(),
                String.format(
                        Locale.ROOT,
                        "±%.0f %%",
                        100 * capacity.framesPerSecond().spread()),
                capacity.bytesPerFrame(),
                capacity.recordsPerFrame());
    }

    private static String row(MirrorBench.Wait wait) {
        return String.format(
                Locale.ROOT,
                "%-34s %9s %9s %9s %9s %9d %11s",
                String.format(
                        Locale.ROOT,
                        "  %d robots, %.0f frames/s, %.0f %%",
                        wait.robots(),
                        wait.framesPerSecond(),
                        100 * wait.load()),
                micros(wait.nanos()[0]),
                micros(wait.nanos()[1]),
                micros(wait.nanos()[2]),
                micros(wait.nanos()[3]),
                wait.overflown(),
                micros(wait.worstLag()));
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.0f", nanos / 1e3);
    }

    /** What became of the memory. */
    public List<String> soak(MirrorBench.Soak soak) {
        StringBuilder course = new StringBuilder();
        for (long used : soak.usedBytes()) {
            course.append(String.format(Locale.ROOT, " %.1f", used / MEGABYTE));
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%.0f s of session time, %d frames; heap after collections, MB:%s",
                        soak.seconds(),
                        soak.frames(),
                        course),
                soak.flat() ? "memory is flat" : "memory grows");
    }

    /** All of it. */
    public Map<String, Object> object(MirrorBench.Outcome outcome) {
        Map<String, Object> object = head("mirror");
        if (outcome.predicted() != null) {
            object.put("withPrediction", capacity(outcome.predicted()));
        }
        object.put("withoutPrediction", capacity(outcome.unpredicted()));
        object.put(
                "latency", outcome.waits().stream().map(MirrorBenchReport::wait).toList());
        return object;
    }

    /** All of a soak. */
    public Map<String, Object> object(MirrorBench.Soak soak) {
        Map<String, Object> object = head("mirror-soak");
        object.put("seconds", soak.seconds());
        object.put("frames", soak.frames());
        object.put("heapBytes", soak.usedBytes());
        object.put("flat", soak.flat());
        return object;
    }

    private Map<String, Object> head(String bench) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", bench);
        object.put("machine", machine());
        object.put("robots", plan.robots());
        object.put("joints", plan.joints());
        object.put("rateHz", plan.rate());
        object.put("referencesHz", plan.references());
        object.put("threads", plan.threads());
        return object;
    }

    private static Map<String, Object> capacity(MirrorBench.Capacity capacity) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("framesPerSecond", capacity.framesPerSecond().median());
        object.put("spread", capacity.framesPerSecond().spread());
        object.put("bytesPerFrame", capacity.bytesPerFrame());
        object.put("recordsPerFrame", capacity.recordsPerFrame());
        return object;
    }

    private static Map<String, Object> wait(MirrorBench.Wait wait) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("robots", wait.robots());
        object.put("framesPerSecond", wait.framesPerSecond());
        object.put("load", wait.load());
        object.put("frames", wait.frames());
        object.put("lost", wait.overflown());
        object.put("p50Nanos", wait.nanos()[0]);
        object.put("p99Nanos", wait.nanos()[1]);
        object.put("p999Nanos", wait.nanos()[2]);
        object.put("worstNanos", wait.nanos()[3]);
        object.put("latestTickNanos", wait.worstLag());
        return object;
    }
}
