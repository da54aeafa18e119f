package io.sigmaprompt.physics.actuator.drive;

/** What a drive is told, and what it was told some steps ago: commands pass a line of a fixed length. */
final class DriveCommand {
    private static final int WIDTH = 3;

    private final double[] line;
    private int oldest;
    private DriveMode given = DriveMode.TORQUE;
    private double givenValue;
    private double givenVelocity;

    /** In force now. */
    DriveMode mode = DriveMode.TORQUE;
    /** In force now, in the unit of its mode. */
    double value;
    /** Of a position command in force now, rad/s. */
    double velocity;

    DriveCommand(int latency) {
        line = new double[WIDTH * latency];
        reset();
    }

    /** No torque, now and in the line. */
    void reset() {
        give(DriveMode.TORQUE, 0, 0);
        for (int i = 0; i < line.length; i += WIDTH) {
            line[i] = DriveMode.TORQUE.ordinal();
            line[i + 1] = 0;
            line[i + 2] = 0;
        }
        oldest = 0;
        mode = DriveMode.TORQUE;
        value = 0;
        velocity = 0;
    }

    void give(DriveMode mode, double value, double velocity) {
        given = mode;
        givenValue = value;
        givenVelocity = velocity;
    }

    /** Moves the line on by one step. */
    void advance() {
        if (line.length == 0) {
            mode = given;
            value = givenValue;
            velocity = givenVelocity;
            return;
        }
        mode = DriveMode.ofCode(line[oldest]);
        value = line[oldest + 1];
        velocity = line[oldest + 2];
        line[oldest] = given.ordinal();
        line[oldest + 1] = givenValue;
        line[oldest + 2] = givenVelocity;
        oldest = oldest + WIDTH == line.length ? 0 : oldest + WIDTH;
    }

    int stateSize() {
        return line.length + 2 * WIDTH;
    }

    /** Oldest first, so that equal futures are equal numbers. */
    void save(double[] out, int o) {
        int tail = line.length - oldest;
        System.arraycopy(line, oldest, out, o, tail);
        System.arraycopy(line, 0, out, o + tail, oldest);
        int i = o + line.length;
        out[i] = given.ordinal();
        out[i + 1] = givenValue;
        out[i + 2] = givenVelocity;
        out[i + 3] = mode.ordinal();
        out[i + 4] = value;
        out[i + 5] = velocity;
    }

    void restore(double[] in, int o) {
        System.arraycopy(in, o, line, 0, line.length);
        oldest = 0;
        int i = o + line.length;
        given = DriveMode.ofCode(in[i]);
        givenValue = in[i + 1];
        givenVelocity = in[i + 2];
        mode = DriveMode.ofCode(in[i + 3]);
        value = in[i + 4];
        velocity = in[i + 5];
    }
}
