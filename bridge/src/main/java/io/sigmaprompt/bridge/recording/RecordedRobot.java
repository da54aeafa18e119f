package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.port.HardwareDescription;
import io.sigmaprompt.twin.port.HardwareHealth;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.TelemetryReceiver;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A robot as its recording tells it: the first frame comes at session time zero and the others as far apart as they were
 * recorded, by the recorder's clock, or by the robot's own where the recording has no receive times. A frame that is
 * stamped earlier than one before it comes with that one: what order is left to make is the ingest's.
 */
public final class RecordedRobot implements HardwareInterface {
    private final String uri;
    private final Recording recording;
    private final boolean receiveTimes;
    private String robot = "";
    private @Nullable RecordedEntry pending;
    private List<String> names = List.of();
    private long origin;
    private boolean originKnown;
    private long due;
    private boolean announced;
    private boolean ended;
    private boolean endTold;
    private long received;
    private long rejected;
    private long unsent;

    public RecordedRobot(String uri, Recording recording) {
        this.uri = uri;
        this.recording = recording;
        receiveTimes = recording.carriesReceiveTimes();
    }

    @Override
    public HardwareDescription describe() {
        return new HardwareDescription(uri, true, false, receiveTimes, false, false);
    }

    @Override
    public void open(String robotName, LongSupplier sessionClock) {
        robot = robotName;
    }

    @Override
    public void poll(long sessionNanos, TelemetryReceiver receiver) {
        if (!announced) {
            announced = true;
            receiver.receive(new KernelInput.Link(robot, LinkState.CONNECTED, "replaying a recording"));
        }
        while (advance() && due <= sessionNanos) {
            hand(receiver);
        }
        if (exhausted()) {
            tellEnd(receiver);
        }
    }

    /** Makes sure that the next entry is pending and its time known; false at the end. */
    private boolean advance() {
        if (pending != null) {
            return true;
        }
        if (ended) {
            return false;
        }
        // If the file turns out to be damaged, nothing will come after the complaint.
        ended = true;
        pending = recording.next();
        ended = pending == null;
        switch (pending) {
            case RecordedEntry.JointState state -> schedule(state.sourceNanos(), state.receiveNanos());
            case RecordedEntry.Frame(TelemetryMessage message) ->
                schedule(message.sourceNanos(), message.receiveNanos());
            case RecordedEntry.Unreadable unreadable -> {}
            case null -> {}
        }
        return pending != null;
    }

    private void schedule(long sourceNanos, long receiveNanos) {
        long time = receiveTimes ? receiveNanos : sourceNanos;
        if (!originKnown) {
            originKnown = true;
            origin = time;
        }
        due = Math.max(due, time - origin);
    }

    private long received(long receiveNanos) {
        return receiveTimes ? receiveNanos - origin : TelemetryMessage.UNAVAILABLE;
    }

    private void hand(TelemetryReceiver receiver) {
        RecordedEntry entry = pending;
        pending = null;
        if (entry instanceof RecordedEntry.JointState state) {
            received++;
            // One list for all frames: a log of an hour would else hold the same names a million times.
            names = names.equals(state.names()) ? names : List.copyOf(state.names());
            receiver.receive(new KernelInput.Telemetry(new JointStateFrame(
                    robot,
                    state.sourceNanos(),
                    received(state.receiveNanos()),
                    names,
                    state.position(),
                    state.velocity(),
                    state.effort())));
        } else if (entry instanceof RecordedEntry.Frame(TelemetryMessage message)) {
            received++;
            receiver.receive(new KernelInput.Telemetry(
                    message.stamped(robot, message.sourceNanos(), received(message.receiveNanos()))));
        } else if (entry instanceof RecordedEntry.Unreadable bad) {
            rejected++;
            receiver.receive(new KernelInput.RejectedTelemetry(robot, bad.place(), bad.problem()));
        }
    }

    private void tellEnd(TelemetryReceiver receiver) {
        if (!endTold) {
            endTold = true;
            receiver.receive(
                    new KernelInput.Link(robot, LinkState.ENDED, "the recording ended after " + received + " frames"));
        }
    }

    @Override
    public boolean exhausted() {
        return ended && pending == null;
    }

    @Override
    public void send(JointCommand command) {
        unsent++;
    }

    @Override
    public HardwareHealth health() {
        return new HardwareHealth(received, rejected, 0, 0, unsent, 0, 0);
    }

    @Override
    public List<String> warnings() {
        return recording.warnings();
    }

    @Override
    public void close() {
        ended = true;
        pending = null;
        recording.close();
    }
}
