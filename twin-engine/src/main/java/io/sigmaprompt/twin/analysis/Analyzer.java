package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.analysis.interaction.InteractionDetector;
import io.sigmaprompt.twin.analysis.watch.NormalBehaviour;
import io.sigmaprompt.twin.analysis.watch.SignalNormal;
import io.sigmaprompt.twin.analysis.watch.SignalWatch;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.List;
import java.util.function.Consumer;

/** The detectors of one twin, asked in a fixed order, and the board they write on. */
public final class Analyzer implements Restorable {
    private final FindingBoard board;
    private final ResidualDetector residual;
    private final NoveltyDetector novelty;
    private final InteractionDetector interaction;
    private final SignalBank signals;
    private final List<Detector> detectors;
    private long lastSource = Long.MIN_VALUE;

    /**
     * An analyzer that has seen nothing.
     *
     * @param joints the model's driven joints
     */
    public Analyzer(
            String robot,
            AnalysisSettings settings,
            RobotModel model,
            DrivenJoints joints,
            Consumer<FindingRecord> records) {
        board = new FindingBoard(robot, records);
        residual = new ResidualDetector(settings, joints.count());
        interaction = new InteractionDetector(model);
        signals = new SignalBank(settings, joints, board);
        novelty = new NoveltyDetector(
                settings.novelty().score(), settings.novelty().holdNanos());
        detectors = List.of(
                new StaleDetector(settings.staleNanos()),
                new LimitDetector(),
                residual,
                new DivergenceDetector(joints.count()));
    }

    public void look(Observation observation) {
        for (Detector detector : detectors) {
            detector.look(observation, board);
        }
        if (observation.tracking() && observation.sourceNanos() != lastSource) {
            lastSource = observation.sourceNanos();
            signals.compare(observation);
        }
    }

    /**
     * Looks at a message that is to be applied.
     *
     * @param velocity estimated velocity of each driven joint, rad/s or m/s, for sources that measure none
     */
    public void measure(TelemetryMessage message, double[] velocity, long simNanos) {
        signals.measure(message, velocity, simNanos);
    }

    /** The robot's clock begins anew. */
    public void interrupt(long simNanos) {
        signals.interrupt(simNanos);
        interaction.interrupt();
    }

    /** What was decided on, empty where nothing was: the phase of the task. */
    public void enter(String behaviour) {
        signals.enter(behaviour);
    }

    /** What has been learnt to be normal so far, for robots of a model. */
    public NormalBehaviour normal(String model) {
        return NormalBehaviour.of(model, signals.signals());
    }

    /**
     * Starts from what was learnt to be normal before.
     *
     * @return how many signals do
     */
    public int startFrom(NormalBehaviour normal) {
        int count = 0;
        for (SignalWatch signal : signals.signals()) {
            SignalNormal known = normal.signal(signal.signal().name());
            if (known != null) {
                signal.startFrom(known);
                count++;
            }
        }
        return count;
    }

    /** A model outside has judged what the joints do together. */
    public void take(KernelInput.NoveltyScore score, long simNanos) {
        novelty.take(score, simNanos, board);
    }

    /** Why robot and twin are apart, each time that was asked, also where they are not. */
    public void take(ExplanationRecord explanation) {
        interaction.take(explanation, board);
    }

    /** The effort residuals in robust standard deviations; live. */
    public double[] sigma() {
        return residual.sigma();
    }

    /** Active findings, oldest first. */
    public List<FindingRecord> findings() {
        return board.active();
    }

    @Override
    public void save(CanonicalOutput out) {
        board.save(out);
        novelty.save(out);
        interaction.save(out);
        signals.save(out);
        out.putLong(lastSource);
        for (Detector detector : detectors) {
            detector.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        board.restore(in);
        novelty.restore(in);
        interaction.restore(in);
        signals.restore(in);
        lastSource = in.getLong();
        for (Detector detector : detectors) {
            detector.restore(in);
        }
    }
}
