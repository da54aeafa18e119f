package io.sigmaprompt.twin.arbitration;

import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.record.DecisionRecord;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses one wish, and says why. Runs in the kernel. */
public interface Arbiter extends Restorable {
    /**
     * Chooses among the wishes of this cycle.
     *
     * @param proposals in the order the minds were asked
     * @param decisions takes the record of a choice that differs from the last
     * @return the chosen wish, or null where there is none
     */
    @Nullable
    Proposal choose(long simNanos, List<Proposal> proposals, Consumer<DecisionRecord> decisions);
}
