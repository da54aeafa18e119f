package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import io.sigmaprompt.physics.sensor.Triad;
import io.sigmaprompt.physics.sensor.TriadErrors;
import java.util.List;

/**
 * A gyroscope and an accelerometer. A measurement is the angular velocity, rad/s, and the specific force {@code Rᵀ·(a -
 * g)}, m/s², of the mount, both along the sensor's axes: at rest +9.81 upwards, in free fall nothing (IEEE Std 952-1997;
 * Woodman, An introduction to inertial navigation, UCAM-CL-TR-696, 2007). The acceleration is the mean of the world's
 * last step.
 */
public final class Imu extends Sensor {
    private static final List<String> LABELS =
            List.of("gyro.x", "gyro.y", "gyro.z", "accelerometer.x", "accelerometer.y", "accelerometer.z");
    private static final List<String> UNITS = List.of("rad/s", "rad/s", "rad/s", "m/s²", "m/s²", "m/s²");

    private final MountedFrame frame;
    private final Triad gyro;
    private final Triad accelerometer;
    private final double[] gravity = new double[3];

    /**
     * An inertial measurement unit.
     *
     * @param gyro errors in rad/s
     * @param accelerometer errors in m/s²
     * @param seed of its noise
     */
    public Imu(String name, Mount mount, TriadErrors gyro, TriadErrors accelerometer, Sampling sampling, long seed) {
        super(name, 6, sampling, seed);
        frame = new MountedFrame(mount);
        this.gyro = new Triad(gyro);
        this.accelerometer = new Triad(accelerometer);
    }

    @Override
    public List<String> labels() {
        return LABELS;
    }

    @Override
    public List<String> units() {
        return UNITS;
    }

    @Override
    protected boolean measure(SensedWorld world, double elapsed, double[] out) {
        frame.accelerate(world);
        world.gravity(gravity);
        for (int axis = 0; axis < 3; axis++) {
            frame.acceleration[3 + axis] -= gravity[axis];
        }
        frame.toFrame(frame.velocity, 0, out, 0);
        frame.toFrame(frame.acceleration, 3, out, 3);
        gyro.measure(noise, elapsed, out, 0);
        accelerometer.measure(noise, elapsed, out, 3);
        return true;
    }

    @Override
    protected void clear() {
        gyro.clear();
        accelerometer.clear();
    }

    @Override
    protected int ownStateSize() {
        return 2 * Triad.STATE_SIZE;
    }

    @Override
    protected void saveOwn(double[] out, int offset) {
        gyro.save(out, offset);
        accelerometer.save(out, offset + Triad.STATE_SIZE);
    }

    @Override
    protected void restoreOwn(double[] in, int offset) {
        gyro.restore(in, offset);
        accelerometer.restore(in, offset + Triad.STATE_SIZE);
    }
}
