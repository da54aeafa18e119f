package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.workbench.timeline.Interval;
import io.sigmaprompt.workbench.timeline.Lane;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a session has said about one robot, up to one moment. Immutable; null is what was not said yet.
 *
 * @param cast what it is and where it comes from
 * @param armed whether its gate is armed
 * @param stopped whether STOP is pressed
 * @param robot its joints
 * @param base where its base is; null where telemetry does not tell
 * @param prediction the prediction's joints; null while there is none
 * @param shadow the shadow twin's joints; null outside SHADOW and LIVE
 * @param explanation why robot and twin are apart; null or without causes while nothing sets them apart
 * @param decision what is being done; null while nothing is
 * @param trees how its behaviour trees stand
 * @param link how its wire is; empty without one
 * @param notice the newest notice
 */
public record RobotSnapshot(
        RobotCast cast,
        TwinMode mode,
        boolean armed,
        boolean stopped,
        @Nullable JointStateRecord robot,
        @Nullable BaseStateRecord base,
        @Nullable JointStateRecord prediction,
        @Nullable JointStateRecord shadow,
        @Nullable DivergenceRecord divergence,
        @Nullable ExplanationRecord explanation,
        List<FindingRecord> findings,
        List<RaisedAlarm> alarms,
        @Nullable DecisionRecord decision,
        @Nullable GateRecord gate,
        @Nullable TelemetryHealthRecord health,
        List<TreeStand> trees,
        String link,
        @Nullable NoticeRecord notice,
        Map<Lane, List<Interval>> lanes,
        EffortHistory efforts) {
    public RobotSnapshot {
        findings = List.copyOf(findings);
        alarms = List.copyOf(alarms);
        trees = List.copyOf(trees);
    }

    public String name() {
        return cast.name();
    }

    /** The same, with what another snapshot knows of the whole session's course. */
    RobotSnapshot withCourse(RobotSnapshot whole) {
        return new RobotSnapshot(
                cast,
                mode,
                armed,
                stopped,
                robot,
                base,
                prediction,
                shadow,
                divergence,
                explanation,
                findings,
                alarms,
                decision,
                gate,
                health,
                trees,
                link,
                notice,
                whole.lanes(),
                whole.efforts());
    }
}
