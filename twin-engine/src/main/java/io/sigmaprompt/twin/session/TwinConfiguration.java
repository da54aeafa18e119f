package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.List;

/**
 * One robot's twin.
 *
 * @param robot the session's name for it
 * @param body the robot as a simulation: its model, servos, start and noise; the twin's prediction and shadow use the
 *     same body without noise
 * @param lockStep whether the kernel steps that simulated robot itself; then no wire is opened, in any mode
 * @param mode the mode it begins in
 * @param minds what thinks for it, in the order they are asked
 * @param alarms what raises alarms, and what becomes of them
 */
public record TwinConfiguration(
        String robot,
        VirtualRobot body,
        boolean lockStep,
        TwinMode mode,
        IngestSettings ingest,
        PredictionSettings prediction,
        AnalysisSettings analysis,
        List<MindSpec> minds,
        ArbitrationSettings arbitration,
        GateSettings gate,
        AlarmRules alarms) {
    public TwinConfiguration {
        minds = List.copyOf(minds);
    }

    /** A twin whose findings raise alarms, and nothing else does. */
    public TwinConfiguration(
            String robot,
            VirtualRobot body,
            boolean lockStep,
            TwinMode mode,
            IngestSettings ingest,
            PredictionSettings prediction,
            AnalysisSettings analysis,
            List<MindSpec> minds,
            ArbitrationSettings arbitration,
            GateSettings gate) {
        this(robot, body, lockStep, mode, ingest, prediction, analysis, minds, arbitration, gate, AlarmRules.DEFAULT);
    }

    /** The same twin with these alarms. */
    public TwinConfiguration withAlarms(AlarmRules rules) {
        return new TwinConfiguration(
                robot, body, lockStep, mode, ingest, prediction, analysis, minds, arbitration, gate, rules);
    }
}
