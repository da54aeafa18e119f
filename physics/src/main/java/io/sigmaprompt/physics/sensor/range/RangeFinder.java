package io.sigmaprompt.physics.sensor.range;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import java.util.List;

/**
 * An ultrasonic or infrared range finder: the nearest of what several beams meet. A measurement is one range, metres,
 * with infinities and NaN as {@link RangeErrors} tells. The link that carries it is not seen.
 */
public final class RangeFinder extends Sensor {
    private static final List<String> LABELS = List.of("range");
    private static final List<String> UNITS = List.of("m");

    private final BeamTable cone;
    private final BeamCaster caster;
    private final RangeErrors errors;

    /**
     * A range finder.
     *
     * @param cone its beams, as {@link BeamTable#cone} makes them
     * @param seed of its noise
     */
    public RangeFinder(String name, Mount mount, BeamTable cone, RangeErrors errors, Sampling sampling, long seed) {
        super(name, 1, sampling, seed);
        this.cone = cone;
        this.errors = errors;
        caster = new BeamCaster(cone, mount, errors.greatest());
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
        caster.locate(world);
        double nearest = Double.POSITIVE_INFINITY;
        for (int beam = 0; beam < cone.count(); beam++) {
            nearest = Math.min(nearest, caster.cast(world, beam));
        }
        out[0] = errors.read(nearest, noise);
        return true;
    }
}
