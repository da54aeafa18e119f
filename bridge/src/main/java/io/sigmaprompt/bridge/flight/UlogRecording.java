package io.sigmaprompt.bridge.flight;

import io.sigmaprompt.bridge.recording.RecordedEntry;
import io.sigmaprompt.bridge.recording.Recording;
import io.sigmaprompt.bridge.ulog.UlogMessage;
import io.sigmaprompt.bridge.ulog.UlogReader;
import io.sigmaprompt.bridge.ulog.UlogSubscription;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flight from PX4's log: odometry, inertial measurements, batteries and the controller's status, in the frames of REP 103.
 * Stamps are the vehicle's clock; there are no receive times. What was logged before the first attitude is the state that
 * the logger found, and comes right behind it.
 */
public final class UlogRecording implements Recording {
    static final String ATTITUDE = "vehicle_attitude";
    static final String POSITION = "vehicle_local_position";
    private static final String INERTIAL = "sensor_combined";
    private static final String RATES = "vehicle_angular_velocity";
    private static final String BATTERY = "battery_status";
    private static final String STATUS = "vehicle_status";
    private static final int WARNING_LEVEL = 4;

    private final Path file;
    private final UlogReader reader;
    private final FlightScan scan;
    private final FlightClock clock;
    private final MotionFrames motion;
    private final FlightFrames frames = new FlightFrames();
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<String, TelemetryMessage> before = new LinkedHashMap<>();
    private final Deque<RecordedEntry> ready = new ArrayDeque<>();
    private boolean begun;
    private boolean ended;

    private UlogRecording(Path file, FlightScan scan, UlogReader reader) {
        this.file = file;
        this.scan = scan;
        this.reader = reader;
        clock = new FlightClock(scan.firstMicros());
        motion = new MotionFrames(scan.hasPosition());
    }

    /**
     * Opens a flight's log.
     *
     * @throws BadInputException if it is no ULog file, must not be read, or tells no attitude
     */
    public static UlogRecording open(Path file) {
        return new UlogRecording(file, FlightScan.of(file), UlogReader.open(file));
    }

    @Override
    public @Nullable RecordedEntry next() {
        while (ready.isEmpty() && !ended) {
            UlogMessage message = reader.next();
            switch (message) {
                case null -> {
                    ended = true;
                    motion.rest().forEach(this::tell);
                    begin();
                }
                case UlogMessage.Data(UlogSubscription topic, ByteBuffer data) -> take(topic, data);
                case UlogMessage.LoggedString line -> take(line);
                default -> {}
            }
        }
        return ready.poll();
    }

    private void take(UlogSubscription subscription, ByteBuffer data) {
        boolean several = subscription.topic().equals(BATTERY);
        if (!several && subscription.instance() != 0) {
            return;
        }
        switch (subscription.topic()) {
            case ATTITUDE, POSITION, INERTIAL, RATES, BATTERY, STATUS -> {
                Topic topic = topics.computeIfAbsent(subscription.topic(), name -> new Topic(subscription.layout()));
                take(subscription, topic, data);
            }
            default -> {}
        }
    }

    private void take(UlogSubscription subscription, Topic topic, ByteBuffer data) {
        long micros = topic.micros(data);
        boolean attitude = subscription.topic().equals(ATTITUDE);
        if (attitude ? !clock.keep(micros) : !clock.agrees(micros)) {
            reject(subscription.topic(), "a stamp of " + micros + " µs does not fit the flight's clock");
            return;
        }
        switch (subscription.topic()) {
            case ATTITUDE -> attitude(topic, data, micros);
            case POSITION -> motion(subscription, motion.position(topic, data, micros));
            case INERTIAL -> motion(subscription, motion.inertial(topic, data, micros));
            case RATES -> motion.angularVelocity(topic, data);
            case BATTERY -> {
                if (topic.flag(data, "connected", true)) {
                    tell(FlightFrames.battery(topic, data, subscription.instance(), micros * 1000));
                }
            }
            default -> tell(frames.status(topic, data, micros * 1000));
        }
    }

    private void attitude(Topic topic, ByteBuffer data, long micros) {
        double[] q = new double[4];
        double square = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = topic.number(data, "q", i, Double.NaN);
            square += q[i] * q[i];
        }
        if (!(Math.abs(square - 1) < 0.05)) {
            reject(ATTITUDE, "expected a quaternion of length 1, found one of length " + Math.sqrt(square));
            return;
        }
        motion.attitude(micros, AerospaceFrames.attitude(q[0], q[1], q[2], q[3]))
                .forEach(this::tell);
    }

    private void motion(UlogSubscription subscription, @Nullable List<TelemetryMessage> told) {
        if (told == null) {
            reject(subscription.topic(), "a value is no finite number, or a field is missing");
        } else {
            told.forEach(this::tell);
        }
    }

    private void take(UlogMessage.LoggedString line) {
        if (line.level() <= WARNING_LEVEL && clock.agrees(line.micros())) {
            tell(frames.complaint(line.level(), line.text(), line.micros() * 1000));
        }
    }

    private void tell(TelemetryMessage message) {
        String stream = message.getClass().getSimpleName() + " " + message.source();
        if (!begun && message.sourceNanos() < scan.firstMicros() * 1000) {
            before.put(stream, message);
            return;
        }
        ready.add(new RecordedEntry.Frame(message));
        begin();
    }

    /** What was logged before comes now, so that a state of minutes ago does not make the replay wait for minutes. */
    private void begin() {
        begun = true;
        before.values().forEach(found -> ready.add(new RecordedEntry.Frame(found)));
        before.clear();
    }

    private void reject(String topic, String problem) {
        ready.add(new RecordedEntry.Unreadable(file + " " + topic, problem));
    }

    @Override
    public boolean carriesReceiveTimes() {
        return false;
    }

    @Override
    public List<String> warnings() {
        List<String> all = new ArrayList<>();
        if (!scan.hasPosition()) {
            all.add(file + ": the log tells no position (" + POSITION + "), so the body turns where it is");
        }
        motion.warnings().forEach(each -> all.add(file + ": " + each));
        reader.damage().sentences().forEach(each -> all.add(file + ": " + each));
        return all;
    }

    @Override
    public void close() {
        reader.close();
    }
}
