package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.alarm.evaluation.SignalTable;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.cognition.Signals;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of the session that a robot's minds have asked for. */
final class MindSignals implements Signals, Restorable {
    private final SignalTable table;
    private final Map<SignalPath, Integer> places = new LinkedHashMap<>();

    MindSignals(List<String> joints, List<SignalPath> wanted) {
        table = new SignalTable(joints);
        for (SignalPath path : wanted) {
            places.put(path, table.bind(path));
        }
    }

    void see(OutputRecord record) {
        table.see(record);
    }

    @Override
    public double value(SignalPath path) {
        Integer place = places.get(path);
        return place == null ? Double.NaN : table.value(place);
    }

    @Override
    public void save(CanonicalOutput out) {
        table.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        table.restore(in);
    }
}
