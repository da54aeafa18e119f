package io.sigmaprompt.twin.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * Where a robot is: written by the kernel with each frame that moves the twin, read by any thread at any time, without
 * locks and without garbage. A sequence lock (Lameter, Effective synchronization on Linux/NUMA systems, 2005): a reader
 * that meets a writer reads again. The kernel never reads it, so it decides no bit.
 */
public final class LiveState {
    private static final VarHandle VERSION;

    static {
        try {
            VERSION = MethodHandles.lookup().findVarHandle(LiveState.class, "version", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final List<String> names;
    private final double[] position;
    private final double[] velocity;
    private long simNanos;
    private long sourceNanos;

    /** Twice the number of writings, odd while one is under way. */
    @SuppressWarnings("unused")
    private long version;

    LiveState(List<String> names) {
        this.names = names;
        position = new double[names.size()];
        velocity = new double[names.size()];
    }

    /** Joints, in the order of the arrays. */
    public List<String> names() {
        return names;
    }

    /** How often it was written; 0 while nothing has been heard of the robot. */
    public long revision() {
        return (long) VERSION.getAcquire(this) / 2;
    }

    void publish(long tickNanos, long robotNanos, double[] q, double[] v) {
        long before = (long) VERSION.getOpaque(this);
        VERSION.setOpaque(this, before + 1);
        VarHandle.storeStoreFence();
        simNanos = tickNanos;
        sourceNanos = robotNanos;
        System.arraycopy(q, 0, position, 0, position.length);
        System.arraycopy(v, 0, velocity, 0, velocity.length);
        VERSION.setRelease(this, before + 2);
    }

    /**
     * Reads what was written last, whole.
     *
     * @param q Modified. positions, rad or m, one a joint
     * @param v Modified. velocities, rad/s or m/s
     * @param times Modified. session time of the tick and the robot's own time, nanoseconds
     * @return its revision; 0, with nothing of use in the arrays, while nothing has been heard of the robot
     */
    public long read(double[] q, double[] v, long[] times) {
        while (true) {
            long before = (long) VERSION.getAcquire(this);
            if (before % 2 == 0) {
                System.arraycopy(position, 0, q, 0, position.length);
                System.arraycopy(velocity, 0, v, 0, velocity.length);
                times[0] = simNanos;
                times[1] = sourceNanos;
                VarHandle.acquireFence();
                if ((long) VERSION.getOpaque(this) == before) {
                    return before / 2;
                }
            }
            Thread.onSpinWait();
        }
    }
}
