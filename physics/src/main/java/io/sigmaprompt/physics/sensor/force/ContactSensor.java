package io.sigmaprompt.physics.sensor.force;

import io.sigmaprompt.physics.sensor.ParameterCheck;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import java.util.List;

/**
 * A switch or a pad that feels normal force. A measurement is whether it is touched (0 or 1), and the greatest normal
 * force since the measurement before, N: an impact shorter than the period is not missed. A touch lasts until the force
 * has fallen to the release threshold.
 */
public final class ContactSensor extends Sensor {
    private static final List<String> LABELS = List.of("touch", "force");
    private static final List<String> UNITS = List.of("1", "N");

    private final int target;
    private final boolean wholeLink;
    private final ContactThreshold threshold;
    private double peak;
    private boolean touched;

    private ContactSensor(
            String name, int target, boolean wholeLink, ContactThreshold threshold, Sampling sampling, long seed) {
        super(name, 2, sampling, seed);
        ParameterCheck.index("contact sensor '" + name + "', what it feels", target, 0);
        this.target = target;
        this.wholeLink = wholeLink;
        this.threshold = threshold;
    }

    /** Feels all contacts of a link, by its index in the whole world. */
    public static ContactSensor ofLink(
            String name, int link, ContactThreshold threshold, Sampling sampling, long seed) {
        return new ContactSensor(name, link, true, threshold, sampling, seed);
    }

    /** Feels the contacts of a collider, by its index in the whole world. */
    public static ContactSensor ofCollider(
            String name, int collider, ContactThreshold threshold, Sampling sampling, long seed) {
        return new ContactSensor(name, collider, false, threshold, sampling, seed);
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
    protected void watch(SensedWorld world) {
        peak = Math.max(peak, wholeLink ? world.linkNormalForce(target) : world.colliderNormalForce(target));
    }

    @Override
    protected boolean measure(SensedWorld world, double elapsed, double[] out) {
        double force = peak;
        peak = 0;
        if (threshold.noise() > 0) {
            force += threshold.noise() * noise.normal();
        }
        force = Math.max(0, Math.min(threshold.range(), force));
        touched = force > (touched ? threshold.release() : threshold.press());
        out[0] = touched ? 1 : 0;
        out[1] = force;
        return true;
    }

    @Override
    protected void clear() {
        peak = 0;
        touched = false;
    }

    @Override
    protected int ownStateSize() {
        return 2;
    }

    @Override
    protected void saveOwn(double[] out, int offset) {
        out[offset] = peak;
        out[offset + 1] = touched ? 1 : 0;
    }

    @Override
    protected void restoreOwn(double[] in, int offset) {
        peak = in[offset];
        touched = in[offset + 1] != 0;
    }
}
