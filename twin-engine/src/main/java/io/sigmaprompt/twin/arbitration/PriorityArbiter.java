package io.sigmaprompt.twin.arbitration;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.record.DecisionRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The strongest wish wins, but the running one is not left for a little. */
public final class PriorityArbiter implements Arbiter {
    private static final String NOTHING = "";

    private final String robot;
    private final ArbitrationSettings settings;
    private String running = NOTHING;
    private long since;

    public PriorityArbiter(String robot, ArbitrationSettings settings) {
        this.robot = robot;
        this.settings = settings;
    }

    @Override
    public @Nullable Proposal choose(long simNanos, List<Proposal> proposals, Consumer<DecisionRecord> decisions) {
        if (proposals.isEmpty()) {
            running = NOTHING;
            return null;
        }
        Proposal best = proposals.getFirst();
        Proposal incumbent = null;
        for (Proposal proposal : proposals) {
            if (proposal.priority() > best.priority()) {
                best = proposal;
            }
            boolean same = key(proposal).equals(running);
            if (same && (incumbent == null || proposal.priority() > incumbent.priority())) {
                incumbent = proposal;
            }
        }
        if (incumbent != null && (best.equals(incumbent) || !strongEnough(best, incumbent, simNanos))) {
            return incumbent;
        }
        String rule = incumbent != null ? "priority" : running.isEmpty() ? "first" : "withdrawn";
        String reason = reason(rule, best, incumbent);
        running = key(best);
        since = simNanos;
        decisions.accept(new DecisionRecord(
                robot,
                simNanos,
                best.behaviour(),
                best.source(),
                best.priority(),
                losers(proposals, best),
                rule,
                reason));
        return best;
    }

    private boolean strongEnough(Proposal challenger, Proposal incumbent, long simNanos) {
        double lead = challenger.priority() - incumbent.priority();
        boolean young = simNanos - since < settings.dwellNanos();
        return lead > (young ? 2 * settings.margin() : settings.margin());
    }

    private String reason(String rule, Proposal best, @Nullable Proposal incumbent) {
        String why = best.rationale();
        if (incumbent != null) {
            return why
                    + String.format(
                            Locale.ROOT,
                            "; %.0f beats %s's %.0f by more than the margin of %.0f",
                            best.priority(),
                            incumbent.behaviour(),
                            incumbent.priority(),
                            settings.margin());
        }
        return rule.equals("withdrawn")
                ? why + "; " + running.substring(running.indexOf('/') + 1) + " was withdrawn"
                : why;
    }

    private static List<DecisionRecord.Loser> losers(List<Proposal> proposals, Proposal best) {
        List<Proposal> others = new ArrayList<>(proposals);
        others.removeIf(other -> key(other).equals(key(best)));
        others.sort(Comparator.comparingDouble(Proposal::priority).reversed());
        return others.stream()
                .map(p -> new DecisionRecord.Loser(p.behaviour(), p.source(), p.priority()))
                .toList();
    }

    private static String key(Proposal proposal) {
        return proposal.source() + "/" + proposal.behaviour();
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putString(running);
        out.putLong(since);
    }

    @Override
    public void restore(CanonicalInput in) {
        running = in.getString();
        since = in.getLong();
    }
}
