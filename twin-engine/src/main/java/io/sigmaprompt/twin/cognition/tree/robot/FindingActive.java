package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeRefusal;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Succeeds while a finding is active, and for a while after. */
final class FindingActive extends SyncNode {
    private static final long NEVER = Long.MIN_VALUE;
    private static final double NANOS = 1e9;

    private final FindingRecord.@Nullable Kind kind;
    private final @Nullable String joint;
    private final Input hold;
    private long lastSeen = NEVER;
    private String reason = "";

    FindingActive(NodeSetup setup, RobotContext robot) {
        super(setup);
        String wanted = Written.text(setup, "kind");
        kind = wanted == null ? null : kind(wanted);
        String name = Written.text(setup, "joint");
        joint = name == null ? null : Written.joint(robot, "joint", name);
        hold = setup.input("hold");
    }

    private static FindingRecord.Kind kind(String text) {
        List<String> known = new ArrayList<>();
        for (FindingRecord.Kind each : FindingRecord.Kind.values()) {
            String name = each.words().replace(' ', '-');
            if (name.equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return each;
            }
            known.add(name);
        }
        throw new NodeRefusal(
                "kind",
                0,
                "there is no finding of kind '" + text + "'" + Suggestion.phrase(text, known),
                "Kinds are " + known);
    }

    @Override
    protected NodeStatus tick() {
        long now = runtime().now();
        List<FindingRecord> findings = runtime().host().findings();
        for (int i = 0; i < findings.size(); i++) {
            FindingRecord finding = findings.get(i);
            if ((kind == null || kind == finding.kind()) && (joint == null || joint.equals(finding.joint()))) {
                lastSeen = now;
                reason = finding.explanation();
                break;
            }
        }
        if (lastSeen == NEVER || now - lastSeen > (long) StrictMath.rint(hold.number() * NANOS)) {
            return NodeStatus.FAILURE;
        }
        runtime().because(this, reason);
        return NodeStatus.SUCCESS;
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putLong(lastSeen);
        out.putString(reason);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        lastSeen = in.getLong();
        reason = in.getString();
    }
}
