package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.analysis.watch.SignalWatch;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All signals of one robot under watch. What was measured is looked at as it comes, before any filter. */
final class SignalBank implements Restorable {
    private final DrivenJoints joints;
    private final List<JointWatch> watches = new ArrayList<>();
    private final LookTurns measured;
    private final LookTurns compared;
    private final StreamWatch streams;
    private final PartWatch parts;
    private final TaskPhase phase = new TaskPhase();

    /** What each joint was commanded to be at, rad or m, and when, the robot's clock; to take speeds from. */
    private final double[] reference;

    private long referenceNanos;

    SignalBank(AnalysisSettings settings, DrivenJoints joints, FindingBoard board) {
        this.joints = joints;
        for (int i = 0; i < joints.count(); i++) {
            watches.add(new JointWatch(joints.joint(i), settings, board));
        }
        measured = new LookTurns(joints.count());
        compared = new LookTurns(joints.count());
        streams = new StreamWatch(settings, board);
        parts = new PartWatch(settings, board);
        reference = new double[joints.count()];
        Arrays.fill(reference, Double.NaN);
    }

    void enter(String behaviour) {
        phase.enter(behaviour);
    }

    /** The joints' signals, in a fixed order. */
    List<SignalWatch> signals() {
        List<SignalWatch> signals = new ArrayList<>();
        watches.forEach(watch -> signals.addAll(watch.signals()));
        return signals;
    }

    void measure(TelemetryMessage message, double[] velocity, long now) {
        switch (message) {
            case JointStateFrame frame -> measure(frame, velocity, now);
            case JointReferenceFrame frame -> command(frame);
            default -> parts.measure(message, phase.behaviour(), now);
        }
    }

    private void measure(JointStateFrame frame, double[] velocity, long now) {
        streams.measure(frame, now);
        List<String> names = frame.names();
        for (int k = 0; k < names.size(); k++) {
            int i = joints.index(names.get(k), k);
            if (i >= 0 && measured.due(i, frame.sourceNanos())) {
                measured.looked(i, frame.sourceNanos());
                watches.get(i)
                        .measure(
                                frame.sourceNanos(),
                                frame.position()[k],
                                frame.velocity().length > k ? frame.velocity()[k] : velocity[i],
                                frame.velocity().length > k,
                                frame.effort().length > k ? frame.effort()[k] : Double.NaN,
                                phase,
                                now);
            }
        }
    }

    private void command(JointReferenceFrame frame) {
        List<String> names = frame.names();
        double step = (frame.sourceNanos() - referenceNanos) * 1e-9;
        referenceNanos = frame.sourceNanos();
        for (int k = 0; k < names.size(); k++) {
            int i = joints.index(names.get(k), k);
            if (i >= 0) {
                double q = frame.position()[k];
                double v = frame.velocity().length > k
                        ? frame.velocity()[k]
                        : step > 0 ? (q - reference[i]) / step : Double.NaN;
                reference[i] = q;
                watches.get(i).command(Double.isNaN(v) ? 0 : v);
            }
        }
    }

    /** Looks at what the model does not explain, once a cycle with news. */
    void compare(Observation o) {
        for (int i = 0; i < watches.size(); i++) {
            double unexplained = o.residual()[i];
            if (!Double.isNaN(unexplained) && compared.due(i, o.sourceNanos())) {
                compared.looked(i, o.sourceNanos());
                watches.get(i).compare(o.sourceNanos(), unexplained, o.velocity()[i], phase, o.simNanos());
            }
        }
    }

    /** The robot's clock begins anew. */
    void interrupt(long now) {
        for (JointWatch watch : watches) {
            watch.interrupt(now);
        }
        streams.interrupt(now);
        parts.interrupt(now);
        Arrays.fill(reference, Double.NaN);
    }

    @Override
    public void save(CanonicalOutput out) {
        for (JointWatch watch : watches) {
            watch.save(out);
        }
        measured.save(out);
        compared.save(out);
        streams.save(out);
        parts.save(out);
        phase.save(out);
        out.putDoubles(reference);
        out.putLong(referenceNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        for (JointWatch watch : watches) {
            watch.restore(in);
        }
        measured.restore(in);
        compared.restore(in);
        streams.restore(in);
        parts.restore(in);
        phase.restore(in);
        in.getDoubles(reference);
        referenceNanos = in.getLong();
    }
}
