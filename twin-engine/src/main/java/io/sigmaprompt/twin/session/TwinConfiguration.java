package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.alarm.rule.AlarmRules;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.estimation.base.FootLinks;
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
 * @param feet links that the robot may stand on; none where its base is not free
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
        AlarmRules alarms,
        List<String> feet) {
    public TwinConfiguration {
        minds = List.copyOf(minds);
        feet = List.copyOf(feet);
    }

    /** A twin whose findings raise alarms, and nothing else does, on the feet that its links' names tell. */
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
        this(
                robot,
                body,
                lockStep,
                mode,
                ingest,
                prediction,
                analysis,
                minds,
                arbitration,
                gate,
                AlarmRules.DEFAULT,
                FootLinks.of(body.model()));
    }

    /** The same twin with these alarms. */
    public TwinConfiguration withAlarms(AlarmRules rules) {
        return new TwinConfiguration(
                robot, body, lockStep, mode, ingest, prediction, analysis, minds, arbitration, gate, rules, feet);
    }

    /** The same twin on these feet. */
    public TwinConfiguration withFeet(List<String> links) {
        return new TwinConfiguration(
                robot, body, lockStep, mode, ingest, prediction, analysis, minds, arbitration, gate, alarms, links);
    }
}
