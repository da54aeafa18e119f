package io.sigmaprompt.headless.bench.journal;

import io.sigmaprompt.headless.bench.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what was measured, to people and to programs. */
public final class JournalBenchReport {
    private final JournalBenchPlan plan;

    public JournalBenchReport(JournalBenchPlan plan) {
        this.plan = plan;
    }

    /** What holds of all that follows. */
    public List<String> head() {
        return List.of(
                machine(),
                String.format(
                        Locale.ROOT,
                        "one robot of %d joints at %d Hz, mirrored; %d rounds of %.0f s of session time",
                        plan.joints(),
                        plan.rate(),
                        plan.rounds(),
                        plan.seconds()),
                "");
    }

    private static String machine() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }

    /** The figures. */
    public List<String> lines(JournalBench.Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-42s %10s %7s %12s", "writing " + outcome.format(), "MB/s", "±", "of its size"));
        for (JournalBench.Writing each : outcome.writings()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-42s %10.0f %7s %11.0f%%",
                    "  " + each.compression(),
                    each.rate().median(),
                    spread(each.rate()),
                    100 * each.part()));
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "opening %.0f MB of %d messages by the index: %.1f ms, then to the message in the middle %.1f ms",
                outcome.opening().fileBytes() / 1e6,
                outcome.opening().messages(),
                outcome.opening().openNanos() / 1e6,
                outcome.opening().seekNanos() / 1e6));
        lines.add("");
        JournalBench.Keeping keeping = outcome.keeping();
        lines.add(String.format(Locale.ROOT, "%-42s %10s %7s", "a session", "µs/tick", "±"));
        lines.add(row("  run, journal and trace kept", keeping.kept()));
        lines.add(row("  run, nothing kept", keeping.unkept()));
        lines.add(row("  replayed from its journal", keeping.replayed()));
        lines.add(String.format(
                Locale.ROOT,
                "keeping takes %.1f %% of the run's time (pairs: %.1f to %.1f %%); journal %.0f kB/s, trace %.0f kB/s",
                100 * keeping.share().median(),
                100 * keeping.share().least(),
                100 * keeping.share().greatest(),
                keeping.journalBytes() / 1e3,
                keeping.traceBytes() / 1e3));
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-42s %10s %10s %10s", "a snapshot", "take µs", "restore µs", "kB"));
        for (JournalBench.State state : outcome.states()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-42s %10.1f %10.1f %10.1f",
                    "  " + state.what(),
                    state.save().median() / 1e3,
                    state.restore().median() / 1e3,
                    state.bytes() / 1e3));
        }
        lines.add("");
        lines.add("MB: millions of bytes of messages before packing. Times of a session are of its thread alone.");
        return lines;
    }

    private static String row(String what, Timing timing) {
        return String.format(Locale.ROOT, "%-42s %10.1f %7s", what, timing.median() / 1e3, spread(timing));
    }

    private static String spread(Timing timing) {
        return String.format(Locale.ROOT, "±%.0f %%", 100 * timing.spread());
    }

    /** All of it. */
    public Map<String, Object> object(JournalBench.Outcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "journal");
        object.put("machine", machine());
        object.put("joints", plan.joints());
        object.put("rateHz", plan.rate());
        Map<String, Object> writing = new LinkedHashMap<>();
        for (JournalBench.Writing each : outcome.writings()) {
            writing.put(
                    each.compression(), Map.of("megabytesPerSecond", each.rate().median(), "partOfSize", each.part()));
        }
        object.put("writing", writing);
        object.put(
                "opening",
                Map.of(
                        "fileBytes", outcome.opening().fileBytes(),
                        "openMillis", outcome.opening().openNanos() / 1e6,
                        "seekMillis", outcome.opening().seekNanos() / 1e6));
        Map<String, Object> keeping = new LinkedHashMap<>();
        keeping.put("keptNanosPerTick", outcome.keeping().kept().median());
        keeping.put("unkeptNanosPerTick", outcome.keeping().unkept().median());
        keeping.put("share", outcome.keeping().share().median());
        keeping.put("replayNanosPerTick", outcome.keeping().replayed().median());
        keeping.put("journalBytesPerSecond", outcome.keeping().journalBytes());
        keeping.put("traceBytesPerSecond", outcome.keeping().traceBytes());
        object.put("keeping", keeping);
        List<Map<String, Object>> states = new ArrayList<>();
        for (JournalBench.State state : outcome.states()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("what", state.what());
            one.put("saveNanos", state.save().median());
            one.put("restoreNanos", state.restore().median());
            one.put("bytes", state.bytes());
            states.add(one);
        }
        object.put("snapshots", states);
        return object;
    }
}
