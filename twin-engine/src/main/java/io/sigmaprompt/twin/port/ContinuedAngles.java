package io.sigmaprompt.twin.port;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A recording whose angles were told within one turn: where one leaps by whole turns faster than its joint can move, it is
 * continued beyond the turn, and what was commanded goes with it. Recordings only: what is sent to a robot is not turned
 * back.
 */
public final class ContinuedAngles implements HardwareInterface {
    private static final double TURN = 2 * Math.PI;
    /** What a joint without a limit of speed can do at most, rad/s. */
    private static final double FASTEST = 20;
    /** Beyond what the speed explains, rad. */
    private static final double TOLERANCE = 0.1;
    /** Of the limits of position, rad. */
    private static final double BEYOND_LIMIT = 0.02;
    /** After so long a silence, s, nobody knows which way a joint went. */
    private static final double SILENCE = 0.5;

    private final HardwareInterface recording;
    private final DrivenJoints joints;
    private final double[] latest;
    private final long[] latestNanos;
    private final int[] turns;
    private final long[] leaps;

    /** @param joints of the robot that was recorded, by the names in the frames */
    public ContinuedAngles(HardwareInterface recording, DrivenJoints joints) {
        this.recording = recording;
        this.joints = joints;
        latest = new double[joints.count()];
        latestNanos = new long[joints.count()];
        turns = new int[joints.count()];
        leaps = new long[joints.count()];
        Arrays.fill(latest, Double.NaN);
    }

    @Override
    public HardwareDescription describe() {
        return recording.describe();
    }

    @Override
    public void open(String robot, LongSupplier sessionClock) {
        recording.open(robot, sessionClock);
    }

    @Override
    public void poll(long sessionNanos, TelemetryReceiver receiver) {
        recording.poll(
                sessionNanos,
                input -> receiver.receive(
                        input instanceof KernelInput.Telemetry telemetry
                                ? new KernelInput.Telemetry(continued(telemetry.message()))
                                : input));
    }

    private TelemetryMessage continued(TelemetryMessage message) {
        return switch (message) {
            case JointStateFrame frame
            when frame.position().length == frame.names().size() -> continued(frame);
            case JointReferenceFrame frame
            when frame.position().length == frame.names().size() -> continued(frame);
            default -> message;
        };
    }

    private JointStateFrame continued(JointStateFrame frame) {
        double[] position = null;
        for (int i = 0; i < frame.names().size(); i++) {
            int j = joints.index(frame.names().get(i));
            if (j >= 0 && Double.isFinite(frame.position()[i]) && turns(joints.joint(j))) {
                follow(j, frame.position()[i], frame.sourceNanos());
                if (turns[j] != 0) {
                    position = position == null ? frame.position().clone() : position;
                    position[i] += turns[j] * TURN;
                }
            }
        }
        return position == null
                ? frame
                : new JointStateFrame(
                        frame.robot(),
                        frame.sourceNanos(),
                        frame.receiveNanos(),
                        frame.names(),
                        position,
                        frame.velocity(),
                        frame.effort());
    }

    private static boolean turns(Joint joint) {
        return joint.type() == JointType.REVOLUTE || joint.type() == JointType.CONTINUOUS;
    }

    private void follow(int j, double told, long nanos) {
        double seconds = (nanos - latestNanos[j]) * 1e-9;
        if (seconds < 0) {
            // A frame out of order says nothing of the way since the newest.
            return;
        }
        double step = told - latest[j];
        int whole = (int) Math.rint(step / TURN);
        if (whole != 0 && seconds <= SILENCE && leapt(j, step, whole, seconds, told)) {
            turns[j] -= whole;
            leaps[j]++;
        }
        latest[j] = told;
        latestNanos[j] = nanos;
    }

    /** Whether the joint cannot have moved so far, and by whole turns less it can have. */
    private boolean leapt(int j, double step, int whole, double seconds, double told) {
        JointLimits limits = joints.joint(j).limits();
        double speed = Double.isInfinite(limits.velocity()) ? FASTEST : limits.velocity();
        double reach = Math.min(Math.PI, 1.5 * speed * seconds + TOLERANCE);
        double continued = told + (turns[j] - whole) * TURN;
        boolean within = joints.joint(j).type() == JointType.CONTINUOUS
                || continued > limits.lower() - BEYOND_LIMIT && continued < limits.upper() + BEYOND_LIMIT;
        return Math.abs(step) > reach && Math.abs(step - whole * TURN) <= reach && within;
    }

    /** A command was told within one turn as well; the nearest to where the joint is was meant. */
    private JointReferenceFrame continued(JointReferenceFrame frame) {
        double[] position = null;
        for (int i = 0; i < frame.names().size(); i++) {
            int j = joints.index(frame.names().get(i));
            if (j >= 0 && leaps[j] > 0) {
                double here = latest[j] + turns[j] * TURN;
                position = position == null ? frame.position().clone() : position;
                position[i] += Math.rint((here - position[i]) / TURN) * TURN;
            }
        }
        return position == null
                ? frame
                : new JointReferenceFrame(
                        frame.robot(),
                        frame.sourceNanos(),
                        frame.receiveNanos(),
                        frame.names(),
                        position,
                        frame.velocity(),
                        frame.acceleration());
    }

    @Override
    public boolean exhausted() {
        return recording.exhausted();
    }

    @Override
    public void send(JointCommand command) {
        recording.send(command);
    }

    @Override
    public HardwareHealth health() {
        return recording.health();
    }

    @Override
    public List<String> warnings() {
        List<String> all = new ArrayList<>(recording.warnings());
        for (int j = 0; j < leaps.length; j++) {
            if (leaps[j] > 0) {
                all.add(
                        joints.names().get(j) + " leapt by whole turns "
                                + (leaps[j] == 1 ? "once" : leaps[j] + " times")
                                + " from one frame to the next: taken for an angle that is told within one turn, and continued");
            }
        }
        return all;
    }

    @Override
    public void close() {
        recording.close();
    }
}
