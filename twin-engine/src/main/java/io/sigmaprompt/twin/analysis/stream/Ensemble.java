package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/** Several detectors of one signal as one, whose score is calibrated as theirs are. */
public final class Ensemble implements SignalDetector {
    private final List<CalibratedDetector> detectors;
    private final Combination combination;
    private final double[] probability;

    /**
     * An ensemble that has seen nothing.
     *
     * @param learning samples that must be known before its own past is believed
     * @param horizon samples that weigh fully in its past
     */
    public Ensemble(List<CalibratedDetector> detectors, int learning, double horizon) {
        this.detectors = List.copyOf(detectors);
        combination = new Combination(learning, horizon);
        probability = new double[detectors.size()];
    }

    @Override
    public double score(long nanos, double value) {
        for (int i = 0; i < probability.length; i++) {
            CalibratedDetector detector = detectors.get(i);
            detector.score(nanos, value);
            probability[i] = detector.probability();
        }
        return 1 - combination.of(probability);
    }

    @Override
    public String name() {
        return "ensemble";
    }

    @Override
    public String parameters() {
        StringBuilder text = new StringBuilder();
        for (CalibratedDetector detector : detectors) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(detector.name())
                    .append(": ")
                    .append(detector.parameters());
        }
        return text.toString();
    }

    @Override
    public void save(CanonicalOutput out) {
        for (CalibratedDetector detector : detectors) {
            detector.save(out);
        }
        combination.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        for (CalibratedDetector detector : detectors) {
            detector.restore(in);
        }
        combination.restore(in);
    }
}
