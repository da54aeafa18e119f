package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.spatial.Rotation;

/** Three axes that measure a vector with the errors of {@link TriadErrors}; remembers where their bias has walked. */
public final class Triad {
    /** How many numbers {@link #save} writes. */
    public static final int STATE_SIZE = 4;

    private final TriadErrors errors;
    /** From the triad's axes to the sensor's frame, row-major. */
    private final double[] alignment = new double[9];

    private final double[] scale;
    private final double[] bias = new double[3];
    private final double[] aligned = new double[3];
    private boolean on;

    public Triad(TriadErrors errors) {
        this.errors = errors;
        double[] turn = {
            errors.misalignment().x(),
            errors.misalignment().y(),
            errors.misalignment().z()
        };
        double[] quaternion = {0, 0, 0, 1};
        Rotation.turn(quaternion, 0, turn, 0, quaternion, 0);
        Rotation.fromQuaternion(quaternion, 0, alignment, 0);
        scale = new double[] {
            1 + errors.scale().x(), 1 + errors.scale().y(), 1 + errors.scale().z()
        };
    }

    /**
     * Measures a vector.
     *
     * @param elapsed seconds since the measurement before; 0 leaves white noise out, which then would have no bound
     * @param vector Modified. 3 numbers in the sensor's frame at {@code o}; what is measured of them afterwards
     */
    public void measure(NoiseStream noise, double elapsed, double[] vector, int o) {
        if (on) {
            walk(noise, elapsed);
        } else {
            turnOn(noise);
        }
        double deviation = elapsed > 0 ? errors.noiseDensity() / Math.sqrt(elapsed) : 0;
        for (int axis = 0; axis < 3; axis++) {
            aligned[axis] = alignment[axis] * vector[o]
                    + alignment[3 + axis] * vector[o + 1]
                    + alignment[6 + axis] * vector[o + 2];
        }
        for (int axis = 0; axis < 3; axis++) {
            double read = scale[axis] * aligned[axis] + bias[axis];
            if (deviation > 0) {
                read += deviation * noise.normal();
            }
            vector[o + axis] = Quantizer.convert(read, errors.resolution(), errors.range());
        }
    }

    private void turnOn(NoiseStream noise) {
        bias[0] = errors.bias().x();
        bias[1] = errors.bias().y();
        bias[2] = errors.bias().z();
        spread(noise, errors.turnOnBias());
        on = true;
    }

    private void walk(NoiseStream noise, double elapsed) {
        spread(noise, errors.biasWalk() * Math.sqrt(elapsed));
    }

    private void spread(NoiseStream noise, double deviation) {
        if (deviation > 0) {
            for (int axis = 0; axis < 3; axis++) {
                bias[axis] += deviation * noise.normal();
            }
        }
    }

    public void clear() {
        on = false;
        bias[0] = 0;
        bias[1] = 0;
        bias[2] = 0;
    }

    public void save(double[] out, int o) {
        out[o] = on ? 1 : 0;
        System.arraycopy(bias, 0, out, o + 1, 3);
    }

    public void restore(double[] in, int o) {
        on = in[o] != 0;
        System.arraycopy(in, o + 1, bias, 0, 3);
    }
}
