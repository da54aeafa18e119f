package io.sigmaprompt.physics.sensor.motion;

import io.sigmaprompt.physics.sensor.SensedWorld;

/** Tells how far a vehicle went over the ground since it was asked before, without errors. */
interface Travel {
    /** How many numbers {@link #save} writes. */
    int STATE_SIZE = 13;

    /**
     * What was travelled since the call before.
     *
     * @param out Modified. forward and left, metres, in the frame that the vehicle had then, and the turn to the left,
     *     rad; zeros at the first call
     */
    void since(SensedWorld world, double[] out);

    void clear();

    void save(double[] out, int o);

    void restore(double[] in, int o);
}
