package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.BatteryRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.HealthIndicatorRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.record.WrenchRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in what a session says about one robot. One thread: the run's. */
final class RobotFold {
    /** What the kernel gives as the reason where nobody asked for a mode. */
    private static final String KERNEL = "the session";

    /** What sets robot and twin apart is told five times a second; what is no longer told, nobody claims any more. */
    private static final long UNSAID_NANOS = 1_000_000_000;

    private final RobotCast cast;
    private final TreeFold trees;
    private final LaneLog lanes = new LaneLog();
    private final EffortLog efforts = new EffortLog();
    private final Map<String, FindingRecord> findings = new LinkedHashMap<>();
    private final Map<String, RaisedAlarm> alarms = new LinkedHashMap<>();
    private @Nullable TwinMode mode;
    private boolean armed;
    private boolean stopped;
    private @Nullable JointStateRecord robot;
    private @Nullable BaseStateRecord base;
    private @Nullable JointStateRecord prediction;
    private @Nullable JointStateRecord shadow;
    private @Nullable DivergenceRecord divergence;
    private @Nullable ExplanationRecord explanation;
    private @Nullable DecisionRecord decision;
    private @Nullable GateRecord gate;
    private @Nullable TelemetryHealthRecord health;
    private @Nullable NoticeRecord notice;
    private String link = "";

    RobotFold(RobotCast cast) {
        this.cast = cast;
        armed = cast.armed();
        trees = new TreeFold(cast.trees());
    }

    void take(OutputRecord record) {
        switch (record) {
            case ModeRecord next -> mode(next);
            case JointStateRecord state -> {
                switch (state.body()) {
                    case ROBOT -> robot = state;
                    case PREDICTION -> prediction = state;
                    case SHADOW -> shadow = state;
                }
            }
            case BaseStateRecord state -> base = state;
            case ImuRecord _, WrenchRecord _, BatteryRecord _ -> {}
            case DivergenceRecord next -> divergence(next);
            case FindingRecord finding -> {
                if (finding.active()) {
                    findings.put(finding.id(), finding);
                } else {
                    findings.remove(finding.id());
                }
                lanes.finding(finding);
            }
            case AlarmRecord alarm -> alarm(alarm);
            case DecisionRecord next -> {
                decision = next;
                lanes.decision(next);
            }
            case ProposalRecord proposal -> proposal(proposal);
            case GateRecord next -> gate(next);
            case TelemetryHealthRecord next -> health = next;
            case ExplanationRecord next -> explanation = next;
            case FaultRecord fault -> lanes.fault(fault);
            case NoticeRecord next -> notice(next);
            case HealthIndicatorRecord fares -> {
                // How joints wear is a matter of many sessions: the report and maintain tell it.
            }
            case TreeRecord tree -> trees.take(tree);
            case EstimateRecord estimate -> {
                // How exact the states are stands in the trace.
            }
            case CommandRecord command -> {
                // What a command did is in the states that follow it.
            }
        }
    }

    private void mode(ModeRecord next) {
        boolean refused = next.mode() == mode;
        lanes.mode(next, refused);
        if (refused) {
            return;
        }
        if (mode != null && !next.reason().equals(KERNEL)) {
            lanes.operatorMode(next);
        }
        mode = next.mode();
        if (mode == TwinMode.MIRROR) {
            decision = null;
            gate = null;
            lanes.noDecision(next.simNanos());
        }
        if (mode == TwinMode.MIRROR || mode == TwinMode.SIMULATED) {
            shadow = null;
        }
    }

    private void divergence(DivergenceRecord next) {
        divergence = next;
        if (explanation != null && next.simNanos() - explanation.simNanos() > UNSAID_NANOS) {
            explanation = null;
        }
        if (next.position().length > 0 && Double.isNaN(next.position()[0])) {
            prediction = null;
        }
        JointStateRecord measured = robot;
        if (measured != null) {
            efforts.add(next.simNanos() * 1e-9, measured.effort(), next.effortResidual());
        }
    }

    private void alarm(AlarmRecord next) {
        lanes.alarm(next);
        if (next.state() == AlarmRecord.State.NORMAL) {
            alarms.remove(next.id());
            return;
        }
        RaisedAlarm before = alarms.get(next.id());
        boolean cameNow = before == null
                || next.state() == AlarmRecord.State.UNACKNOWLEDGED
                        && !next.isGroup()
                        && !next.detail().escalated();
        long since = before == null || cameNow ? next.simNanos() : before.sinceNanos();
        alarms.put(next.id(), new RaisedAlarm(next, since));
    }

    private void proposal(ProposalRecord proposal) {
        trees.take(proposal);
        DecisionRecord current = decision;
        if (!proposal.active()
                && current != null
                && current.behaviour().equals(proposal.behaviour())
                && current.source().equals(proposal.source())) {
            decision = null;
            lanes.noDecision(proposal.simNanos());
        }
    }

    private void notice(NoticeRecord next) {
        notice = next;
        if (next.topic().equals("link")) {
            link = next.text();
        }
    }

    private void gate(GateRecord next) {
        if (next.stopped() != stopped) {
            lanes.stop(next.simNanos(), next.stopped());
        }
        if (next.armed() != armed) {
            lanes.arm(next.simNanos(), next.armed());
        }
        stopped = next.stopped();
        armed = next.armed();
        gate = next;
    }

    RobotSnapshot snapshot(TwinMode beginning) {
        List<RaisedAlarm> raised = new ArrayList<>(alarms.values());
        raised.sort(Comparator.comparing((RaisedAlarm alarm) -> alarm.latest().state())
                .thenComparing(alarm -> alarm.latest().priority(), Comparator.reverseOrder())
                .thenComparing(RaisedAlarm::sinceNanos, Comparator.reverseOrder()));
        return new RobotSnapshot(
                cast,
                mode == null ? beginning : mode,
                armed,
                stopped,
                robot,
                base,
                prediction,
                shadow,
                divergence,
                explanation,
                List.copyOf(findings.values()),
                raised,
                decision,
                gate,
                health,
                trees.stand(),
                link,
                notice,
                lanes.lanes(),
                efforts.history());
    }
}
