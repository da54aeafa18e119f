package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The minds of one twin, and the record of each wish as it comes and goes. */
public final class MindBank implements Restorable {
    private final String robot;
    private final List<Cognition> minds;
    private final Consumer<ProposalRecord> records;
    private final Consumer<? super OutputRecord> notices;
    private final List<Proposal> wishes = new ArrayList<>();

    /** What was proposed at the last cycle, by source and behaviour. */
    private Map<String, ProposalRecord> open = new LinkedHashMap<>();

    /**
     * The minds of a robot.
     *
     * @param records is told of wishes that come and go
     * @param notices is told what minds tell the operator, and where the nodes of their trees stand
     */
    public MindBank(
            String robot,
            List<MindSpec> specs,
            Consumer<ProposalRecord> records,
            Consumer<? super OutputRecord> notices) {
        this.robot = robot;
        this.records = records;
        this.notices = notices;
        minds = specs.stream().map(MindSpec::build).toList();
    }

    /** Asks every mind; the wishes, in the order the minds stand in. The list is live until the next call. */
    public List<Proposal> think(Situation situation) {
        wishes.clear();
        for (Cognition mind : minds) {
            mind.think(situation, new Speaker(mind.name(), situation.simNanos()));
        }
        tell(situation.simNanos());
        return wishes;
    }

    /** The numbers that its minds want to see. */
    public List<SignalPath> signals() {
        return minds.stream()
                .flatMap(mind -> mind.signals().stream())
                .distinct()
                .toList();
    }

    /** What one mind says in one cycle. */
    private final class Speaker implements Voice {
        private final String mind;
        private final long simNanos;

        Speaker(String mind, long simNanos) {
            this.mind = mind;
            this.simNanos = simNanos;
        }

        @Override
        public void propose(Proposal wish) {
            wishes.add(wish);
        }

        @Override
        public void show(List<TreeRecord.Node> nodes, List<TreeRecord.Board> boards) {
            notices.accept(new TreeRecord(robot, simNanos, mind, nodes, boards));
        }

        @Override
        public void tell(boolean warning, String text) {
            NoticeRecord.Level level = warning ? NoticeRecord.Level.WARNING : NoticeRecord.Level.INFO;
            notices.accept(new NoticeRecord(robot, simNanos, level, "mind", mind + ": " + text));
        }
    }

    /** Withdraws everything, as when nobody is to think. */
    public void silence(long simNanos) {
        wishes.clear();
        tell(simNanos);
    }

    private void tell(long simNanos) {
        Map<String, ProposalRecord> now = new LinkedHashMap<>();
        for (Proposal wish : wishes) {
            String key = wish.source() + "/" + wish.behaviour();
            if (now.containsKey(key)) {
                // Two branches of a tree may want the same.
                continue;
            }
            ProposalRecord before = open.remove(key);
            if (before == null) {
                before = appeared(simNanos, wish);
                records.accept(before);
            }
            now.put(key, before);
        }
        for (ProposalRecord gone : open.values()) {
            records.accept(new ProposalRecord(
                    robot,
                    simNanos,
                    gone.source(),
                    gone.behaviour(),
                    false,
                    gone.priority(),
                    gone.goal(),
                    "no longer wanted"));
        }
        open = now;
    }

    private ProposalRecord appeared(long simNanos, Proposal wish) {
        return new ProposalRecord(
                robot,
                simNanos,
                wish.source(),
                wish.behaviour(),
                true,
                wish.priority(),
                wish.goal().inWords(),
                wish.rationale());
    }

    @Override
    public void save(CanonicalOutput out) {
        for (Cognition mind : minds) {
            mind.save(out);
        }
        out.putInt(open.size());
        for (ProposalRecord wish : open.values()) {
            wish.encode(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        for (Cognition mind : minds) {
            mind.restore(in);
        }
        open = new LinkedHashMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            ProposalRecord wish = new ProposalRecord(
                    in.getString(),
                    in.getLong(),
                    in.getString(),
                    in.getString(),
                    in.getBoolean(),
                    in.getDouble(),
                    in.getString(),
                    in.getString());
            open.put(wish.source() + "/" + wish.behaviour(), wish);
        }
    }
}
