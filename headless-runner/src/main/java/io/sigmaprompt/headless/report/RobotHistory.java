package io.sigmaprompt.headless.report;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
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
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what one twin said into lanes, tables and plots of bounded size. */
final class RobotHistory {
    private static final int MOST_EVENTS = 2000;
    private static final long COMMAND_PAUSE_NANOS = 200_000_000;
    private static final String ONLY = "";

    final String name;

    /** What makes a residual a finding, in standard deviations. */
    final double residualSigma;

    final Lane modes = new Lane("mode");
    final Lane findings = new Lane("findings");
    final Lane decisions = new Lane("decisions");
    final Lane alarms = new Lane("alarms");
    final Lane faults = new Lane("faults");
    final Lane causes = new Lane("causes");
    final Lane gate = new Lane("gate");
    final Lane commands = new Lane("commands");
    final List<DecisionRecord> decisionRecords = new ArrayList<>();
    final List<FindingRecord> findingRecords = new ArrayList<>();
    /** Each explanation whose first cause was another than before. */
    final List<ExplanationRecord> explanations = new ArrayList<>();

    final List<AlarmRecord> alarmRecords = new ArrayList<>();
    final AlarmHistory alarmLives = new AlarmHistory();
    final List<GateRecord> gateChanges = new ArrayList<>();
    final List<NoticeRecord> notices = new ArrayList<>();
    final BaseHistory base = new BaseHistory();
    /** Each of the gate's checks when it was nearest to its limit. */
    final Map<String, GateRecord.Check> mostUsed = new LinkedHashMap<>();

    final Map<CommandRecord.Target, Long> commandCounts = new EnumMap<>(CommandRecord.Target.class);

    @Nullable
    GateRecord lastGate;

    @Nullable
    TelemetryHealthRecord health;

    /** How joints fare, as it was told last. */
    @Nullable
    HealthIndicatorRecord jointHealth;

    final EstimateHistory estimates = new EstimateHistory();
    final FindingPictures pictures = new FindingPictures();

    /** The behaviour trees of its minds, by the minds' names. */
    final Map<String, TreeHistory> trees;

    private String lastCause = "";
    long eventsNotKept;
    private final Map<CommandRecord.Target, Long> lastCommand = new EnumMap<>(CommandRecord.Target.class);
    private final Map<String, JointHistory> joints = new LinkedHashMap<>();

    RobotHistory(TwinConfiguration twin) {
        name = twin.robot();
        trees = TreeHistory.of(twin);
        residualSigma = twin.analysis().residualSigma();
        RobotModel model = twin.body().model();
        for (Joint joint : model.joints()) {
            if (joint.type().isScalar()) {
                joints.put(joint.name(), new JointHistory(joint.name(), joint.type() == JointType.PRISMATIC));
            }
        }
    }

    /** Joints that were heard of, in the model's order. */
    Collection<JointHistory> joints() {
        return joints.values().stream()
                .filter(each -> !each.position.isEmpty() || !each.residual.isEmpty())
                .toList();
    }

    boolean hasPrediction() {
        return joints.values().stream().anyMatch(each -> !each.divergence.isEmpty() || !each.prediction.isEmpty());
    }

    boolean hasResidual() {
        return joints.values().stream().anyMatch(each -> !each.residual.isEmpty());
    }

    boolean hasEffort() {
        return joints.values().stream().anyMatch(each -> !each.effort.isEmpty());
    }

    void take(OutputRecord output) {
        switch (output) {
            case JointStateRecord state -> joints(state);
            case BaseStateRecord state -> base.take(state);
            case ImuRecord imu -> base.take(imu);
            case BatteryRecord battery -> base.take(battery);
            case DivergenceRecord divergence -> divergence(divergence);
            case ModeRecord mode -> mode(mode);
            case FindingRecord finding -> finding(finding);
            case AlarmRecord alarm -> alarm(alarm);
            case DecisionRecord decision -> decision(decision);
            case GateRecord verdict -> gate(verdict);
            case CommandRecord command -> command(command);
            case FaultRecord fault -> fault(fault);
            case ExplanationRecord explanation -> explanation(explanation);
            case TelemetryHealthRecord telemetry -> health = telemetry;
            case NoticeRecord notice -> keep(notices, notice);
            case EstimateRecord estimate -> estimates.take(estimate);
            case WrenchRecord wrench -> {
                // What is touched stands in the estimates.
            }
            case HealthIndicatorRecord fares -> jointHealth = fares;
            case TreeRecord tree -> {
                TreeHistory told = trees.get(tree.mind());
                if (told != null) {
                    told.take(tree);
                }
            }
            case ProposalRecord wish -> {
                TreeHistory wanting = trees.get(wish.source());
                if (wanting != null) {
                    wanting.take(wish);
                }
            }
        }
    }

    private <T> void keep(List<T> list, T event) {
        if (list.size() < MOST_EVENTS) {
            list.add(event);
        } else {
            eventsNotKept++;
        }
    }

    private void joints(JointStateRecord state) {
        pictures.take(state);
        for (int i = 0; i < state.names().size(); i++) {
            JointHistory joint = joints.get(state.names().get(i));
            if (joint == null) {
                continue;
            }
            double position = state.position()[i];
            switch (state.body()) {
                case ROBOT -> {
                    joint.position.add(state.simNanos(), position);
                    if (i < state.effort().length) {
                        joint.effort.add(state.simNanos(), state.effort()[i]);
                    }
                }
                case PREDICTION -> joint.prediction.add(state.simNanos(), position);
                case SHADOW -> joint.shadow.add(state.simNanos(), position);
            }
        }
    }

    private void divergence(DivergenceRecord record) {
        pictures.take(record);
        for (int i = 0; i < record.names().size(); i++) {
            JointHistory joint = joints.get(record.names().get(i));
            if (joint != null) {
                joint.divergence.add(record.simNanos(), record.position()[i]);
                joint.residual.add(record.simNanos(), record.effortResidual()[i]);
                joint.sigma.add(record.simNanos(), record.sigma()[i]);
            }
        }
    }

    private void explanation(ExplanationRecord record) {
        for (ExplanationRecord.Cause cause : record.causes()) {
            for (int i = 0; i < record.names().size(); i++) {
                JointHistory joint = joints.get(record.names().get(i));
                if (joint != null) {
                    joint.part(cause.kind(), record.simNanos(), cause.part()[i]);
                }
            }
        }
        String label = SessionText.cause(record);
        if (label.equals(lastCause)) {
            return;
        }
        lastCause = label;
        if (record.causes().isEmpty()) {
            causes.end(ONLY, record.simNanos());
            return;
        }
        keep(explanations, record);
        ExplanationRecord.Cause first = record.causes().getFirst();
        causes.begin(ONLY, record.simNanos(), label, tone(first.kind()), first.text());
    }

    static String tone(ExplanationRecord.Kind kind) {
        return switch (kind) {
            case DELAY -> "accent";
            case PARAMETER_DRIFT -> "warn";
            case EXTERNAL_CONTACT -> "ok";
            case SENSOR_FAULT -> "shadow";
            case ACTUATOR_FAULT -> "simulated";
            case UNKNOWN -> "quiet";
        };
    }

    private void mode(ModeRecord record) {
        modes.begin(ONLY, record.simNanos(), record.mode().name(), tone(record.mode()), record.reason());
    }

    static String tone(TwinMode mode) {
        return switch (mode) {
            case SIMULATED -> "simulated";
            case MIRROR -> "accent";
            case SHADOW -> "shadow";
            case LIVE -> "live";
        };
    }

    private void finding(FindingRecord record) {
        keep(findingRecords, record);
        pictures.take(record);
        if (record.active()) {
            String label = SessionText.words(record.kind()) + (record.joint().isEmpty() ? "" : " " + record.joint());
            String tone = record.kind() == FindingRecord.Kind.RESIDUAL ? "live" : "warn";
            findings.begin(record.id(), record.simNanos(), label, tone, record.explanation());
        } else {
            findings.end(record.id(), record.simNanos());
        }
    }

    private void alarm(AlarmRecord record) {
        alarmLives.add(record);
        if (record.isMember()) {
            return;
        }
        keep(alarmRecords, record);
        if (record.state() == AlarmRecord.State.NORMAL) {
            alarms.end(record.id(), record.simNanos());
            return;
        }
        String tone =
                switch (record.state()) {
                    case UNACKNOWLEDGED -> AlarmText.urgent(record) ? "live" : "warn";
                    default -> "quiet";
                };
        alarms.begin(
                record.id(),
                record.simNanos(),
                record.priority() + " " + SessionText.words(record.state()),
                tone,
                record.id() + ": " + record.text());
    }

    private void decision(DecisionRecord record) {
        keep(decisionRecords, record);
        String label = record.behaviour().isEmpty() ? "none" : record.behaviour();
        decisions.begin(ONLY, record.simNanos(), label, "ok", record.reason());
    }

    private void gate(GateRecord record) {
        GateRecord before = lastGate;
        lastGate = record;
        for (GateRecord.Check check : record.checks()) {
            GateRecord.Check most = mostUsed.get(check.name());
            if (most == null || check.used() > most.used()) {
                mostUsed.put(check.name(), check);
            }
        }
        if (before != null && before.verdict() == record.verdict() && before.armed() == record.armed()) {
            return;
        }
        keep(gateChanges, record);
        String tone =
                switch (record.verdict()) {
                    case PASSED -> "ok";
                    case LIMITED -> "warn";
                    case HELD -> "bad";
                    case CLOSED -> "quiet";
                };
        gate.begin(ONLY, record.simNanos(), SessionText.words(record.verdict()), tone, record.reason());
    }

    private void command(CommandRecord record) {
        commandCounts.merge(record.target(), 1L, Long::sum);
        Long before = lastCommand.put(record.target(), record.simNanos());
        String key = record.target().name();
        if (before != null && record.simNanos() - before > COMMAND_PAUSE_NANOS) {
            commands.end(key, before);
        }
        if (!commands.isOpen(key)) {
            String tone =
                    switch (record.target()) {
                        case HARDWARE -> "live";
                        case SHADOW_TWIN -> "shadow";
                        case SIMULATED_ACTUATORS -> "simulated";
                    };
            String target = SessionText.words(record.target());
            commands.begin(key, record.simNanos(), "to " + target, tone, "commands to " + target);
        }
    }

    private void fault(FaultRecord record) {
        String text = SessionText.fault(record.fault());
        String key = record.simNanos() + text;
        faults.begin(key, record.simNanos(), text, "bad", text + ", injected");
        if (record.fault().durationNanos() > 0) {
            faults.end(key, record.simNanos() + record.fault().durationNanos());
        }
    }

    /** Ends what ends with the session. */
    void close() {
        lastCommand.forEach((target, nanos) -> commands.end(target.name(), nanos));
    }
}
