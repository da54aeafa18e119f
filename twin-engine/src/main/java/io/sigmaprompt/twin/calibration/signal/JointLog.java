package io.sigmaprompt.twin.calibration.signal;

import java.util.List;

/**
 * What a log says of a robot's joints. The arrays are never written after construction.
 *
 * @param place the log's name, for messages
 * @param joints the driven joints that the log knows
 * @param nanos when, rising strictly
 * @param position one array a joint, radians or metres
 * @param effort one array a joint: N m or N, or amperes where the log has motor currents
 */
public record JointLog(String place, List<String> joints, long[] nanos, double[][] position, double[][] effort) {
    public JointLog {
        joints = List.copyOf(joints);
    }

    /** Seconds from the first frame to the last. */
    public double seconds() {
        return nanos.length == 0 ? 0 : (nanos[nanos.length - 1] - nanos[0]) * 1e-9;
    }
}
