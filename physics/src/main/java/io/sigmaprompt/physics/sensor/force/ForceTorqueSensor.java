package io.sigmaprompt.physics.sensor.force;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.ParameterCheck;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import io.sigmaprompt.physics.sensor.Triad;
import io.sigmaprompt.physics.sensor.TriadErrors;
import java.util.List;

/**
 * Feels what is passed through the joint between a link and its parent, or through a link's contacts. A measurement is
 * the force, N, and the moment about the sensor's origin, N m, both along the sensor's axes: a force F and a moment M
 * about the link's origin are F and {@code M - r × F} about a point at r (Featherstone, Rigid Body Dynamics Algorithms,
 * 2008, section 2.8).
 */
public final class ForceTorqueSensor extends Sensor {
    private static final List<String> LABELS =
            List.of("force.x", "force.y", "force.z", "torque.x", "torque.y", "torque.z");
    private static final List<String> UNITS = List.of("N", "N", "N", "N m", "N m", "N m");

    private final MountedFrame frame;
    private final WrenchSense sense;
    private final Triad force;
    private final Triad torque;
    private final double[] wrench = new double[6];

    /**
     * A force-torque sensor.
     *
     * @param mount on the link whose joint it sits in, or whose contacts it feels
     * @param force errors in N
     * @param torque errors in N m
     * @param seed of its noise
     * @throws BadInputException if it is mounted on the world, which nothing holds
     */
    public ForceTorqueSensor(
            String name,
            Mount mount,
            WrenchSense sense,
            TriadErrors force,
            TriadErrors torque,
            Sampling sampling,
            long seed) {
        super(name, 6, sampling, seed);
        ParameterCheck.index("force-torque sensor '" + name + "', link", mount.link(), 0);
        frame = new MountedFrame(mount);
        this.sense = sense;
        this.force = new Triad(force);
        this.torque = new Triad(torque);
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
        if (sense == WrenchSense.CONTACTS_TO_LINK) {
            frame.contactWrench(world, wrench);
        } else {
            frame.wrench(world, wrench);
        }
        double sign = sense.sign();
        for (int i = 0; i < 3; i++) {
            out[i] = sign * wrench[3 + i];
            out[3 + i] = sign * wrench[i];
        }
        force.measure(noise, elapsed, out, 0);
        torque.measure(noise, elapsed, out, 3);
        return true;
    }

    @Override
    protected void clear() {
        force.clear();
        torque.clear();
    }

    @Override
    protected int ownStateSize() {
        return 2 * Triad.STATE_SIZE;
    }

    @Override
    protected void saveOwn(double[] out, int offset) {
        force.save(out, offset);
        torque.save(out, offset + Triad.STATE_SIZE);
    }

    @Override
    protected void restoreOwn(double[] in, int offset) {
        force.restore(in, offset);
        torque.restore(in, offset + Triad.STATE_SIZE);
    }
}
