package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.watch.Signal;
import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * The rhythm of joint states: gaps by the robot's clock, jitter by our own where the time of receipt is known. Sources
 * that tell of different joints have rhythms of their own.
 */
final class StreamWatch implements Restorable {
    /** More sources than this are not told apart. */
    private static final int MOST = 8;

    private record Rhythm(List<String> names, BoardSignal sent, BoardSignal received) {}

    private final AnalysisSettings settings;
    private final FindingBoard board;
    private final List<Rhythm> rhythms = new ArrayList<>();

    StreamWatch(AnalysisSettings settings, FindingBoard board) {
        this.settings = settings;
        this.board = board;
    }

    void measure(JointStateFrame frame, long now) {
        Rhythm rhythm = rhythm(frame.names());
        rhythm.sent().feed(frame.sourceNanos(), 0, Motion.UNKNOWN, "", now);
        if (frame.receiveNanos() != TelemetryMessage.UNAVAILABLE) {
            rhythm.received().feed(frame.receiveNanos(), 0, Motion.UNKNOWN, "", now);
        }
    }

    private Rhythm rhythm(List<String> names) {
        for (int i = 0; i < rhythms.size(); i++) {
            if (rhythms.get(i).names() == names || same(rhythms.get(i).names(), names)) {
                return rhythms.get(i);
            }
        }
        return rhythms.size() < MOST ? begin(names) : rhythms.getLast();
    }

    private static boolean same(List<String> a, List<String> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i).equals(b.get(i));
        }
        return same;
    }

    private Rhythm begin(List<String> names) {
        WatchSettings watch = settings.watch();
        Rhythm rhythm = new Rhythm(
                names,
                new BoardSignal(Signal.of("joint states/sent", "s"), "", "", watch.only(Kind.GAP), board),
                new BoardSignal(Signal.of("joint states/received", "s"), "", "", watch.only(Kind.JITTER), board));
        rhythms.add(rhythm);
        return rhythm;
    }

    void interrupt(long now) {
        for (Rhythm rhythm : rhythms) {
            rhythm.sent().interrupt(now);
            rhythm.received().interrupt(now);
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(rhythms.size());
        for (Rhythm rhythm : rhythms) {
            out.putStrings(rhythm.names());
            rhythm.sent().save(out);
            rhythm.received().save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        rhythms.clear();
        for (int left = in.getInt(); left > 0; left--) {
            Rhythm rhythm = begin(in.getStrings());
            rhythm.sent().restore(in);
            rhythm.received().restore(in);
        }
    }
}
