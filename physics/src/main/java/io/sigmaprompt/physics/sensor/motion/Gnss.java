package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import java.util.List;

/**
 * A satellite receiver. A measurement is the antenna's position, metres, and velocity, m/s, both along the world's axes
 * (east, north, up where the world is laid out by REP 103). While the satellites are lost there is none.
 */
public final class Gnss extends Sensor {
    private static final List<String> LABELS =
            List.of("position.x", "position.y", "position.z", "velocity.x", "velocity.y", "velocity.z");
    private static final List<String> UNITS = List.of("m", "m", "m", "m/s", "m/s", "m/s");

    private final MountedFrame frame;
    private final GnssErrors errors;
    private final double[] wander = new double[3];
    private boolean on;
    private boolean lost;

    /**
     * A receiver; they measure at 1 to 20 Hz.
     *
     * @param mount of the antenna
     * @param seed of its noise
     * @throws BadInputException if it is to measure at every tick
     */
    public Gnss(String name, Mount mount, GnssErrors errors, Sampling sampling, long seed) {
        super(name, 6, sampling, seed);
        if (sampling.rate() == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "GNSS '" + name + "', rate", "expected a number of Hz, found infinity", "Use 1 to 20 Hz.");
        }
        frame = new MountedFrame(mount);
        this.errors = errors;
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
        wander(elapsed);
        if (outage(elapsed)) {
            return false;
        }
        frame.move(world);
        for (int axis = 0; axis < 3; axis++) {
            double white = axis < 2 ? errors.horizontalNoise() : errors.verticalNoise();
            out[axis] = frame.pose[9 + axis] + wander[axis] + white * noise.normal();
            out[3 + axis] = frame.velocity[3 + axis] + errors.velocityNoise() * noise.normal();
        }
        return true;
    }

    /** The first value is drawn from what the process has in the long run. */
    private void wander(double elapsed) {
        double decay = on ? StrictMath.exp(-elapsed / errors.correlationTime()) : 0;
        double fresh = Math.sqrt(1 - decay * decay);
        for (int axis = 0; axis < 3; axis++) {
            double deviation = axis < 2 ? errors.horizontalWander() : errors.verticalWander();
            wander[axis] = decay * wander[axis] + fresh * deviation * noise.normal();
        }
        on = true;
    }

    private boolean outage(double elapsed) {
        double change = lost ? 1 / errors.outageDuration() : errors.outageRate();
        if (noise.uniform() < 1 - StrictMath.exp(-elapsed * change)) {
            lost = !lost;
        }
        return lost;
    }

    @Override
    protected void clear() {
        wander[0] = 0;
        wander[1] = 0;
        wander[2] = 0;
        on = false;
        lost = false;
    }

    @Override
    protected int ownStateSize() {
        return 5;
    }

    @Override
    protected void saveOwn(double[] out, int offset) {
        System.arraycopy(wander, 0, out, offset, 3);
        out[offset + 3] = on ? 1 : 0;
        out[offset + 4] = lost ? 1 : 0;
    }

    @Override
    protected void restoreOwn(double[] in, int offset) {
        System.arraycopy(in, offset, wander, 0, 3);
        on = in[offset + 3] != 0;
        lost = in[offset + 4] != 0;
    }
}
