package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.cognition.Proposal;
import io.sigmaprompt.twin.cognition.Situation;
import io.sigmaprompt.twin.cognition.Voice;
import io.sigmaprompt.twin.cognition.tree.node.TreeHost;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.skill.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree's robot, for as long as one thought takes. */
final class MindHost implements TreeHost {
    private final String mind;
    private @Nullable Situation situation;
    private @Nullable Voice voice;

    MindHost(String mind) {
        this.mind = mind;
    }

    void begin(Situation now, Voice speaker) {
        situation = now;
        voice = speaker;
    }

    void end() {
        situation = null;
        voice = null;
    }

    @Override
    public List<FindingRecord> findings() {
        return situation == null ? List.of() : situation.findings();
    }

    @Override
    public double signal(SignalPath path) {
        return situation == null ? Double.NaN : situation.signals().value(path);
    }

    @Override
    public void propose(String behaviour, double priority, Goal goal, String reason) {
        if (voice != null) {
            voice.propose(new Proposal(mind, behaviour, priority, goal, reason));
        }
    }

    @Override
    public void alert(boolean warning, String text) {
        if (voice != null) {
            voice.tell(warning, text);
        }
    }
}
