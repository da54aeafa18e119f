package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import io.sigmaprompt.physics.model.mechanism.ModelWarning;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sensors that a robot's description names (MuJoCo documentation, XML reference, sensor), side by side in one
 * measurement, in the order of the file. Quaternions are (w, x, y, z) here, as MJCF has them and unlike everywhere else.
 *
 * <p>A measurement has the description's noise, of which MuJoCo itself has made none since 3.1.4, and its cutoff;
 * {@link #evaluate} leaves the noise out. Known are: jointpos, jointvel, jointactuatorfrc, tendonpos, tendonvel, gyro,
 * velocimeter, accelerometer, force, torque, touch, rangefinder, framepos, framequat, framexaxis, frameyaxis, framezaxis,
 * framelinvel, frameangvel, framelinacc, frameangacc, subtreecom, subtreelinvel and clock. Others are left out with a
 * warning.
 */
public final class MechanismSensors extends Sensor {
    private final List<Quantity> quantities;
    private final double[] cutoff;
    private final double[] deviation;
    private final int[] first;
    private final Map<String, Integer> firstByName;
    private final List<String> labels;
    private final List<String> units;
    private final List<ModelWarning> warnings;
    private final ValueNoise valueNoise = new ValueNoise();

    private MechanismSensors(
            String name,
            QuantityReader reader,
            List<Quantity> quantities,
            Layout layout,
            Sampling sampling,
            long seed) {
        super(name, layout.labels.size(), sampling, seed);
        this.quantities = quantities;
        cutoff = layout.cutoff.stream().mapToDouble(Double::doubleValue).toArray();
        deviation = layout.deviation.stream().mapToDouble(Double::doubleValue).toArray();
        first = layout.first.stream().mapToInt(Integer::intValue).toArray();
        firstByName = Collections.unmodifiableMap(layout.firstByName);
        labels = List.copyOf(layout.labels);
        units = List.copyOf(layout.units);
        warnings = List.copyOf(reader.warnings());
    }

    /** Where each sensor's numbers stand, while they are gathered. */
    private static final class Layout {
        final List<Double> cutoff = new ArrayList<>();
        final List<Double> deviation = new ArrayList<>();
        final List<Integer> first = new ArrayList<>();
        final Map<String, Integer> firstByName = new LinkedHashMap<>();
        final List<String> labels = new ArrayList<>();
        final List<String> units = new ArrayList<>();
    }

    /**
     * The sensors of one robot.
     *
     * @param name of all together
     * @param firstLink index in the whole world of the robot's link 0
     * @param firstJoint index in the whole world of the robot's joint 0
     * @param seed of their noise
     */
    public static MechanismSensors of(
            String name,
            RobotModel model,
            Mechanism mechanism,
            int firstLink,
            int firstJoint,
            Sampling sampling,
            long seed) {
        QuantityReader reader = new QuantityReader(model, mechanism, firstLink, firstJoint);
        List<Quantity> quantities = new ArrayList<>();
        Layout layout = new Layout();
        for (io.sigmaprompt.physics.model.mechanism.Sensor sensor : mechanism.sensors()) {
            Quantity quantity = reader.read(sensor);
            if (quantity == null) {
                continue;
            }
            quantities.add(quantity);
            layout.first.add(layout.labels.size());
            layout.firstByName.putIfAbsent(sensor.name(), layout.labels.size());
            layout.cutoff.add(sensor.cutoff());
            layout.deviation.add(sensor.noise());
            for (String suffix : quantity.form.suffixes()) {
                layout.labels.add(sensor.name() + suffix);
                layout.units.add(quantity.unit);
            }
        }
        return new MechanismSensors(name, reader, quantities, layout, sampling, seed);
    }

    /** What was left out, and what is not quite as the description's own simulator has it. */
    public List<ModelWarning> warnings() {
        return warnings;
    }

    /** Where a sensor's numbers begin in a measurement, or -1 for one that is not here. */
    public int first(String sensor) {
        return firstByName.getOrDefault(sensor, -1);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<String> units() {
        return units;
    }

    /**
     * What the sensors would read now, had they no noise; at any time, whatever the rate.
     *
     * @param out Modified. {@link #dimension} numbers
     */
    public void evaluate(SensedWorld world, double[] out) {
        for (int i = 0; i < first.length; i++) {
            quantities.get(i).evaluate(world, out, first[i]);
            cutOff(i, out);
        }
    }

    @Override
    protected boolean measure(SensedWorld world, double elapsed, double[] out) {
        for (int i = 0; i < first.length; i++) {
            Quantity quantity = quantities.get(i);
            quantity.evaluate(world, out, first[i]);
            if (deviation[i] > 0) {
                valueNoise.add(quantity.form, deviation[i], noise, out, first[i]);
            }
            cutOff(i, out);
        }
        return true;
    }

    private void cutOff(int sensor, double[] values) {
        double greatest = cutoff[sensor];
        if (!(greatest > 0)) {
            return;
        }
        int o = first[sensor];
        switch (quantities.get(sensor).form) {
            case POSITIVE -> values[o] = Math.min(greatest, values[o]);
            case SCALAR -> values[o] = clamp(values[o], greatest);
            case VECTOR -> {
                for (int i = o; i < o + 3; i++) {
                    values[i] = clamp(values[i], greatest);
                }
            }
            case AXIS, QUATERNION -> {
                // Of unit length whatever the cutoff.
            }
        }
    }

    private static double clamp(double value, double greatest) {
        return Math.max(-greatest, Math.min(greatest, value));
    }
}
