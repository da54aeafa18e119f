package io.sigmaprompt.twin.session;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.effort.ContactState;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which wrench sensors are pressed, those of feet above all, by the size of the force that they measure. */
final class WrenchContacts implements Restorable {
    /** Of a force sensor that does not say how exact it is, N². */
    private static final double VARIANCE = 4;

    private final Map<String, ContactState> sensors = new LinkedHashMap<>();

    void take(WrenchFrame frame) {
        double[] force = frame.force();
        double size = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
        of(frame.frame()).update(frame.sourceNanos(), 0, size, VARIANCE);
    }

    private ContactState of(String frame) {
        return sensors.computeIfAbsent(frame, unheard -> new ContactState(1, ContactState.Settings.FEET));
    }

    /** Whether a sensor at that frame has been heard. */
    boolean measures(String frame) {
        return sensors.containsKey(frame);
    }

    boolean touched(String frame) {
        ContactState state = sensors.get(frame);
        return state != null && state.touched()[0];
    }

    void tell(List<EstimateRecord.Contact> contacts) {
        sensors.forEach((frame, state) -> contacts.add(new EstimateRecord.Contact(frame, state.touched()[0])));
    }

    void forget() {
        sensors.clear();
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putStrings(List.copyOf(sensors.keySet()));
        sensors.values().forEach(state -> state.save(out));
    }

    @Override
    public void restore(CanonicalInput in) {
        sensors.clear();
        in.getStrings().forEach(this::of);
        sensors.values().forEach(state -> state.restore(in));
    }
}
