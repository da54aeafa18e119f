package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.List;
import java.util.function.Consumer;

/** The detectors of one twin, asked in a fixed order, and the board they write on. */
public final class Analyzer implements Restorable {
    private final FindingBoard board;
    private final ResidualDetector residual;
    private final NoveltyDetector novelty;
    private final List<Detector> detectors;

    /**
     * An analyzer that has seen nothing.
     *
     * @param joints number of driven joints
     */
    public Analyzer(String robot, AnalysisSettings settings, int joints, Consumer<FindingRecord> records) {
        board = new FindingBoard(robot, records);
        residual = new ResidualDetector(settings, joints);
        novelty = new NoveltyDetector(settings.noveltyScore(), settings.noveltyHoldNanos());
        detectors = List.of(new StaleDetector(settings.staleNanos()), new LimitDetector(), residual);
    }

    public void look(Observation observation) {
        for (Detector detector : detectors) {
            detector.look(observation, board);
        }
    }

    /** A model outside has judged what the joints do together. */
    public void take(KernelInput.NoveltyScore score, long simNanos) {
        novelty.take(score, simNanos, board);
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
        for (Detector detector : detectors) {
            detector.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        board.restore(in);
        novelty.restore(in);
        for (Detector detector : detectors) {
            detector.restore(in);
        }
    }
}
