package io.sigmaprompt.headless.bench.world;

import io.sigmaprompt.headless.bench.PeerException;
import io.sigmaprompt.physics.constraint.StepResidual;

/** A scene in one engine, stepped when it is told to. One thread at a time. */
public interface SteppedWorld extends AutoCloseable {
    /** Of the random controls, the same for each engine. */
    long SEED = 1;

    /**
     * The scene as the engine has it.
     *
     * @param engine its name and version
     * @param timestep s
     * @param freedoms of all bodies together
     * @param bodies without the world
     * @param height the bodies' mean at the start, m
     */
    record Start(String engine, double timestep, int freedoms, int actuators, int bodies, double height) {}

    /**
     * What the last step found.
     *
     * @param iterations of the solver; MuJoCo's the most of all islands, ours the mean
     * @param height the bodies' mean, m
     */
    record Sight(int contacts, int iterations, double height) {}

    Start start();

    /** Takes steps from where it is; at least one. */
    Sight run(int steps) throws PeerException;

    /** Remembers where it is: positions, velocities, controls, the solver's warm start, the random stream. */
    void mark() throws PeerException;

    /** Comes back to the mark. */
    void rewind() throws PeerException;

    /** Comes back to the mark and takes steps, so many times; only the steps are timed. Nanoseconds a step. */
    double time(int steps, int repeats) throws PeerException;

    /** Takes one step and holds it against the laws of contact. */
    StepResidual residual() throws PeerException;

    /** Bytes that our thread allocates a step, from the mark on; not a number where nobody counts. */
    double bytesPerStep(int steps) throws PeerException;

    @Override
    void close();
}
