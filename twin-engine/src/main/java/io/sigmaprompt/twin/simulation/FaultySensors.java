package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.List;

/** What a virtual robot's sensors make of the truth: encoder steps, and the faults of single joints. */
final class FaultySensors implements Restorable {
    /** Share of frames with a spike. */
    private static final double SPIKE_SHARE = 0.06;

    private final double resolution;
    private final List<HiddenFault> faults;
    private final int[] joint;
    private final double[] held;
    private final Gaussian chance;

    FaultySensors(HiddenTruth truth, List<String> joints, long seed) {
        resolution = truth.positionResolution();
        faults = truth.faults();
        joint = new int[faults.size()];
        held = new double[faults.size()];
        for (int f = 0; f < joint.length; f++) {
            joint[f] = joints.indexOf(faults.get(f).place());
            held[f] = Double.NaN;
        }
        chance = new Gaussian(~seed);
    }

    /** Turns what sound sensors would tell into what these tell; the arrays have one entry a driven joint. */
    void distort(long nanos, double[] position, double[] velocity, double[] effort) {
        for (int f = 0; f < joint.length; f++) {
            HiddenFault fault = faults.get(f);
            if (joint[f] >= 0 && fault.activeAt(nanos)) {
                distort(fault, f, (nanos - fault.startNanos()) * 1e-9, position, velocity, effort);
            }
        }
        if (resolution > 0) {
            for (int i = 0; i < position.length; i++) {
                position[i] = Math.rint(position[i] / resolution) * resolution;
            }
        }
    }

    private void distort(
            HiddenFault fault, int f, double since, double[] position, double[] velocity, double[] effort) {
        int i = joint[f];
        double m = fault.magnitude();
        switch (fault.kind()) {
            case POSITION_OFFSET -> position[i] += m;
            case POSITION_DRIFT -> position[i] += m * since;
            case POSITION_SCALE -> position[i] *= 1 + m;
            case POSITION_STUCK -> position[i] = held(f, position[i]);
            case ENCODER_STUCK -> {
                position[i] = held(f, position[i]);
                velocity[i] = 0;
            }
            case POSITION_SPIKES -> {
                if (chance.uniform() < SPIKE_SHARE) {
                    position[i] += m;
                }
            }
            case VELOCITY_OFFSET -> velocity[i] += m;
            case VELOCITY_SCALE -> velocity[i] *= 1 + m;
            case EFFORT_OFFSET -> effort[i] += m;
            case EFFORT_SCALE -> effort[i] *= 1 + m;
            case TELEMETRY_DELAY, COMMAND_DELAY, FRICTION, PAYLOAD, PUSH, TORQUE_GAIN, EFFORT_LIMIT, SEIZED -> {
                // Not of the sensors.
            }
        }
    }

    private double held(int f, double now) {
        if (Double.isNaN(held[f])) {
            held[f] = now;
        }
        return held[f];
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(held);
        chance.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(held);
        chance.restore(in);
    }
}
