package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * How telemetry fares; counts are since the session's start and over all streams. What the robot sent is the sum of
 * applied, duplicates, reordered, late, rejected and overflow.
 *
 * @param applied frames that were applied
 * @param duplicates frames seen before
 * @param reordered frames behind a newer one, but within the window; they are superseded
 * @param late frames too old to be applied
 * @param rejected frames that could not be used: unknown joint, wrong length, NaN
 * @param gaps times the source was silent for longer than it should
 * @param overflow frames lost in a full queue
 * @param rateHz joint states a second over the last second
 * @param ageSeconds time since the last joint state
 * @param streams each stream by itself
 * @param joints the driven joints
 * @param jointAgeSeconds time since each was last told of; infinite for one never told of
 * @param lateFrames the last frames that came too late, oldest first
 */
public record TelemetryHealthRecord(
        String robot,
        long simNanos,
        long applied,
        long duplicates,
        long reordered,
        long late,
        long rejected,
        long gaps,
        long overflow,
        double rateHz,
        double ageSeconds,
        List<StreamHealth> streams,
        List<String> joints,
        double[] jointAgeSeconds,
        List<LateFrame> lateFrames)
        implements OutputRecord {
    public TelemetryHealthRecord {
        streams = List.copyOf(streams);
        joints = List.copyOf(joints);
        lateFrames = List.copyOf(lateFrames);
    }

    /** All messages that the robot is known to have sent. */
    public long sent() {
        return applied + duplicates + reordered + late + rejected + overflow;
    }

    /** Joint states that moved the twin. */
    public long appliedJointStates() {
        long sum = 0;
        for (StreamHealth stream : streams) {
            sum += stream.movesJoints() ? stream.applied() : 0;
        }
        return sum;
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putLong(applied);
        out.putLong(duplicates);
        out.putLong(reordered);
        out.putLong(late);
        out.putLong(rejected);
        out.putLong(gaps);
        out.putLong(overflow);
        out.putDouble(rateHz);
        out.putDouble(ageSeconds);
        out.putInt(streams.size());
        for (StreamHealth stream : streams) {
            stream.encode(out);
        }
        out.putStrings(joints);
        out.putDoubles(jointAgeSeconds);
        out.putInt(lateFrames.size());
        for (LateFrame late : lateFrames) {
            late.encode(out);
        }
    }
}
