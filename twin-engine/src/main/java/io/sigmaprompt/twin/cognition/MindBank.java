package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.ProposalRecord;
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
    private final List<Proposal> wishes = new ArrayList<>();

    /** What was proposed at the last cycle, by source and behaviour. */
    private Map<String, ProposalRecord> open = new LinkedHashMap<>();

    public MindBank(String robot, List<MindSpec> specs, Consumer<ProposalRecord> records) {
        this.robot = robot;
        this.records = records;
        minds = specs.stream().map(MindSpec::build).toList();
    }

    /** Asks every mind; the wishes, in the order the minds stand in. The list is live until the next call. */
    public List<Proposal> think(Situation situation) {
        wishes.clear();
        for (Cognition mind : minds) {
            mind.think(situation, wishes::add);
        }
        tell(situation.simNanos());
        return wishes;
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
