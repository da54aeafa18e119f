package io.sigmaprompt.scenarios.replay;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two recorded sessions, run again side by side until they part and on to where they first decide otherwise.
 *
 * @param fromTick the first tick that both have
 * @param toTick the last tick that both have
 * @param input the first input that only one of them was given, with its tick, or null
 * @param output the first thing that they say differently, with its tick, or null
 * @param decision the first decision that differs, with its tick, or null
 */
public record RunComparison(
        long fromTick,
        long toTick,
        @Nullable Parting input,
        @Nullable Parting output,
        @Nullable Parting decision) {
    /**
     * Something that differs.
     *
     * @param tick at which
     */
    public record Parting(long tick, RecordDifference difference) {}

    /** Whether all ticks that both have are the same to the bit. */
    public boolean same() {
        return output == null;
    }

    /** Compares two runs over the ticks that both have. */
    public static RunComparison of(RecordedRun one, RecordedRun other) {
        long from = Math.max(one.firstTick(), other.firstTick());
        long to = Math.min(one.lastTick(), other.lastTick());
        SessionPlayer first = new SessionPlayer(one);
        SessionPlayer second = new SessionPlayer(other);
        first.play(from, output -> {});
        second.play(from, output -> {});
        Parting output = null;
        Parting decision = null;
        List<OutputRecord> said = new ArrayList<>();
        List<OutputRecord> alsoSaid = new ArrayList<>();
        while (first.tick() < to && decision == null) {
            said.clear();
            alsoSaid.clear();
            first.step(said::add);
            second.step(alsoSaid::add);
            if (first.kernel().traceCheck() == second.kernel().traceCheck() && output == null) {
                continue;
            }
            output = output != null ? output : firstOf(first.tick(), said, alsoSaid);
            decision = firstOf(first.tick(), decisions(said), decisions(alsoSaid));
        }
        return new RunComparison(from, to, firstInput(one, other, from, to), output, decision);
    }

    private static List<OutputRecord> decisions(List<OutputRecord> said) {
        return said.stream().filter(DecisionRecord.class::isInstance).toList();
    }

    private static @Nullable Parting firstOf(long tick, List<OutputRecord> one, List<OutputRecord> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            RecordDifference difference = RecordDifference.between(
                    i < one.size() ? one.get(i) : null, i < other.size() ? other.get(i) : null);
            if (difference != null) {
                return new Parting(tick, difference);
            }
        }
        return null;
    }

    /** Inputs but telemetry, which follows from them where robots are simulated. */
    private static @Nullable Parting firstInput(RecordedRun one, RecordedRun other, long from, long to) {
        List<Journal.Entry> first = told(one, from, to);
        List<Journal.Entry> second = told(other, from, to);
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            Journal.Entry a = i < first.size() ? first.get(i) : null;
            Journal.Entry b = i < second.size() ? second.get(i) : null;
            if (a == null || b == null || !a.equals(b)) {
                boolean earlier = b == null || a != null && a.tick() <= b.tick();
                long tick = earlier && a != null ? a.tick() : b == null ? from : b.tick();
                return new Parting(
                        tick,
                        new RecordDifference(
                                "input",
                                a != null && a.tick() == tick ? words(a.input()) : "nothing",
                                b != null && b.tick() == tick ? words(b.input()) : "nothing"));
            }
        }
        return null;
    }

    private static List<Journal.Entry> told(RecordedRun run, long from, long to) {
        return run.journal().entries().stream()
                .filter(entry -> entry.tick() > from && entry.tick() <= to)
                .filter(entry -> !(entry.input() instanceof KernelInput.Telemetry))
                .toList();
    }

    private static String words(KernelInput input) {
        return switch (input) {
            case KernelInput.FaultInjection injection ->
                "fault " + injection.fault().kind() + " at " + injection.robot() + "/"
                        + injection.fault().joint() + " x " + injection.fault().magnitude();
            case KernelInput.OperatorStop stop ->
                "STOP of " + stop.robot() + (stop.engaged() ? " pressed" : " released") + " by " + stop.by();
            case KernelInput.ModeRequest request ->
                request.mode() + " of " + request.robot() + " wanted by " + request.by();
            case KernelInput.GateArming arming ->
                "gate of " + arming.robot() + (arming.armed() ? " armed" : " disarmed") + " by " + arming.by();
            default -> input.toString();
        };
    }
}
