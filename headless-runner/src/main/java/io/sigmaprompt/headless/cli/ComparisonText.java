package io.sigmaprompt.headless.cli;

import io.sigmaprompt.scenarios.replay.RecordDifference;
import io.sigmaprompt.scenarios.replay.RunComparison;
import io.sigmaprompt.twin.input.Tick;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells people and programs where two runs part. */
final class ComparisonText {
    private ComparisonText() {}

    static Map<String, Object> object(RunComparison comparison) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("same", comparison.same());
        object.put("fromSeconds", comparison.fromTick() * Tick.SECONDS);
        object.put("toSeconds", comparison.toTick() * Tick.SECONDS);
        put(object, "input", comparison.input());
        put(object, "output", comparison.output());
        put(object, "decision", comparison.decision());
        return object;
    }

    private static void put(Map<String, Object> object, String key, RunComparison.@Nullable Parting parting) {
        if (parting != null) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("tick", parting.tick());
            told.put("seconds", parting.tick() * Tick.SECONDS);
            told.put("what", parting.difference().signal());
            told.put("a", parting.difference().one());
            told.put("b", parting.difference().other());
            object.put(key, told);
        }
    }

    /**
     * Says it.
     *
     * @param one what the first is called
     */
    static void say(Console console, RunComparison comparison, String one, String other) {
        console.line("A  " + one);
        console.line("B  " + other);
        String span = String.format(
                Locale.ROOT,
                "%.3f to %.3f s",
                comparison.fromTick() * Tick.SECONDS,
                comparison.toTick() * Tick.SECONDS);
        RunComparison.Parting output = comparison.output();
        if (output == null) {
            console.line(console.paint(Tone.OK, "✓ the same") + ", to the last bit, over all that both have: " + span);
            return;
        }
        console.line(console.paint(Tone.WARN, "▲ they part at ")
                + String.format(Locale.ROOT, "%.3f s", output.tick() * Tick.SECONDS) + " of " + span);
        tell(console, "input", comparison.input());
        tell(console, "signal", output);
        tell(console, "decision", comparison.decision());
    }

    private static void tell(Console console, String what, RunComparison.@Nullable Parting parting) {
        if (parting == null) {
            console.line(String.format(Locale.ROOT, "  %-9s %s", what, "no difference"));
            return;
        }
        RecordDifference difference = parting.difference();
        console.line(String.format(
                        Locale.ROOT,
                        "  %-9s %.3f s  %s",
                        what,
                        parting.tick() * Tick.SECONDS,
                        difference.signal().equals(what) ? "" : difference.signal())
                .stripTrailing());
        console.line("              A  " + difference.one());
        console.line("              B  " + difference.other());
    }
}
