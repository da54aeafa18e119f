package io.sigmaprompt.scenarios.replay;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.run.DynamicsProvenance;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.record.OutputRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs a recorded session again from its run directory alone, and compares it with the run tick by tick. */
public final class JournalReplay {
    /**
     * What a replay gave.
     *
     * @param recorded the hash that stands in the journal; for one that was cut off, that of the run's result; empty
     *     where neither is, or where the replay was to end before the run did
     * @param replayed the hash of the replay
     * @param ticks how many ticks were replayed
     * @param complete whether there was a hash to compare with, for all the ticks of the run
     * @param differences where the replay computes with another model or kernel than the run, in sentences
     * @param checked after how many ticks the hash was compared
     * @param firstDifference the first tick after which it was another, or −1
     * @param damage where and how the journal is damaged, empty where it is not
     */
    public record Comparison(
            String recorded,
            String replayed,
            long ticks,
            boolean complete,
            List<String> differences,
            long checked,
            long firstDifference,
            String damage) {
        public Comparison {
            differences = List.copyOf(differences);
        }

        /** Whether the replay said the same, bit for bit, from the first tick of the run to its last. */
        public boolean same() {
            return complete && recorded.equals(replayed);
        }

        /** Whether all that could be compared was the same. */
        public boolean agrees() {
            return firstDifference < 0 && (recorded.isEmpty() || !complete || same());
        }
    }

    private JournalReplay() {}

    /** Replays without listening. */
    public static Comparison replay(Path runDirectory) {
        return replay(runDirectory, Long.MAX_VALUE, output -> {});
    }

    /**
     * Replays. A journal that was cut off is replayed as far as the run's result says that the run went, and compared with
     * that; without a result, or where it is damaged, it is replayed up to the last tick that it tells of.
     *
     * @param until the last tick to replay
     * @param outputs takes all that the session says
     * @throws BadInputException if the folder is no run directory
     */
    public static Comparison replay(Path runDirectory, long until, Consumer<OutputRecord> outputs) {
        RecordedRun run = RecordedRun.read(runDirectory);
        Journal journal = run.journal();
        SessionPlayer player = new SessionPlayer(run);
        List<String> differences =
                run.differences(DynamicsProvenance.of(run.scenario().session(), player.kernel()));
        long last = run.lastTick();
        player.play(Math.min(last, until), outputs);
        if (until < last || journal.complete()) {
            return compared(
                    until < last ? "" : journal.traceHash(),
                    player,
                    player.kernel().traceHash(),
                    until >= last,
                    run,
                    differences);
        }
        String recorded = run.resultHash();
        long ran = Math.min(run.resultTicks(), until);
        if (recorded.isEmpty() || ran < last) {
            return compared("", player, player.kernel().traceHash(), false, run, differences);
        }
        String atTheCut = player.kernel().traceHash();
        // Nothing may have entered behind the cut, and then the rest of the run follows from what is there.
        List<OutputRecord> behindTheCut = new ArrayList<>();
        player.play(ran, behindTheCut::add);
        if (!player.kernel().traceHash().equals(recorded)) {
            return new Comparison(
                    recorded,
                    atTheCut,
                    last,
                    false,
                    differences,
                    player.checked(),
                    player.firstDifference(),
                    journal.damage());
        }
        behindTheCut.forEach(outputs);
        return compared(recorded, player, recorded, true, run, differences);
    }

    private static Comparison compared(
            String recorded,
            SessionPlayer player,
            String replayed,
            boolean complete,
            RecordedRun run,
            List<String> differences) {
        return new Comparison(
                recorded,
                replayed,
                player.tick(),
                complete,
                differences,
                player.checked(),
                player.firstDifference(),
                run.journal().damage());
    }
}
