package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.watch.Signal;
import io.sigmaprompt.twin.analysis.watch.SignalFinding;
import io.sigmaprompt.twin.analysis.watch.SignalWatch;
import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.Evidence;

/** A watched signal whose findings stand on the board, in session time; the signal itself has the robot's. */
final class BoardSignal implements Restorable {
    private final FindingBoard board;
    private final String joint;
    private final String suffix;
    private final SignalWatch watch;
    private long simNanos;

    /**
     * A signal that was not heard of.
     *
     * @param joint the joint it is of; empty where it is the whole robot's
     * @param suffix what follows the kind in a finding's name, as {@code /elbow_joint/effort}
     */
    BoardSignal(Signal signal, String joint, String suffix, WatchSettings settings, FindingBoard board) {
        this.board = board;
        this.joint = joint;
        this.suffix = suffix;
        watch = new SignalWatch(signal, settings, this::tell, false);
    }

    SignalWatch watch() {
        return watch;
    }

    /** Looks at the next sample, in a phase of the task. */
    void feed(long nanos, double value, Motion motion, String phase, long now) {
        simNanos = now;
        watch.enter(phase);
        watch.feed(nanos, value, motion);
    }

    /** The robot's clock begins anew. */
    void interrupt(long now) {
        simNanos = now;
        watch.interrupt();
    }

    private void tell(SignalFinding finding) {
        String id = finding.kind().words().replace(' ', '-') + suffix;
        Evidence evidence = finding.evidence();
        if (finding.active()) {
            long ago = finding.atNanos() - finding.fromNanos();
            board.raise(
                    simNanos,
                    id,
                    finding.kind(),
                    joint,
                    finding.value(),
                    finding.threshold(),
                    finding.unit(),
                    finding.explanation(),
                    new Evidence(
                            evidence.detector(),
                            evidence.signal(),
                            simNanos - ago,
                            evidence.score(),
                            evidence.parameters()));
        } else {
            board.clear(simNanos, id, finding.value(), finding.explanation());
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        watch.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        watch.restore(in);
    }
}
