package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.spatial.Trig;
import java.util.Arrays;

/**
 * Travel by the turning of two wheels, along the arc that constant speeds make (Siegwart, Nourbakhsh, Introduction to
 * Autonomous Mobile Robots, 2004, section 5.2.4, with the chord of the arc in place of its length).
 */
final class WheelTravel implements Travel {
    private static final double SMALL_TURN = 1e-4;

    private final DifferentialDrive drive;
    private double left;
    private double right;
    private boolean on;

    WheelTravel(DifferentialDrive drive) {
        this.drive = drive;
    }

    @Override
    public void since(SensedWorld world, double[] out) {
        double leftNow = world.jointPosition(drive.leftWheel());
        double rightNow = world.jointPosition(drive.rightWheel());
        double leftRolled = on ? drive.leftRadius() * (leftNow - left) : 0;
        double rightRolled = on ? drive.rightRadius() * (rightNow - right) : 0;
        left = leftNow;
        right = rightNow;
        on = true;
        double length = 0.5 * (leftRolled + rightRolled);
        double turn = (rightRolled - leftRolled) / drive.track();
        if (Math.abs(turn) < SMALL_TURN) {
            out[0] = length * (1 - turn * turn / 6);
            out[1] = length * turn * 0.5;
        } else {
            double half = Trig.sin(0.5 * turn);
            out[0] = length * Trig.sin(turn) / turn;
            out[1] = length * 2 * half * half / turn;
        }
        out[2] = turn;
    }

    @Override
    public void clear() {
        left = 0;
        right = 0;
        on = false;
    }

    @Override
    public void save(double[] out, int o) {
        Arrays.fill(out, o, o + STATE_SIZE, 0);
        out[o] = left;
        out[o + 1] = right;
        out[o + 2] = on ? 1 : 0;
    }

    @Override
    public void restore(double[] in, int o) {
        left = in[o];
        right = in[o + 1];
        on = in[o + 2] != 0;
    }
}
