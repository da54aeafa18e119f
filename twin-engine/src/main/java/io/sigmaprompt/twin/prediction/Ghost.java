package io.sigmaprompt.twin.prediction;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.skill.Quintic;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import java.util.Arrays;

/**
 * The prediction: a healthy simulation of the robot that starts from the estimate one horizon ago and runs, to now,
 * under the commands that the robot was given meanwhile. Only the two histories are state; the simulation is run anew
 * at each call.
 */
public final class Ghost implements Restorable {
    private static final double STEP_SECONDS = 0.001;
    private static final long STEP_NANOS = 1_000_000;
    private static final int CAPACITY = 2048;

    private final RobotSimulation simulation;
    private final PredictionSettings settings;
    private final double[] start;
    private final double[] still;
    private final int n;
    private final History estimates;
    private final History references;
    private final Quintic quintic = new Quintic();
    private final double[] position;
    private final double[] velocity;
    private boolean referenced;

    /**
     * A ghost without a past.
     *
     * @param start nq entries; the base of a floating robot starts there
     */
    public Ghost(RobotModel model, SimulationSettings simulated, double[] start, PredictionSettings settings) {
        this.settings = settings;
        this.start = start.clone();
        simulation = new RobotSimulation(model, simulated);
        still = new double[model.nv()];
        n = simulation.driveCount();
        simulation.reset(start, still);
        estimates = new History(CAPACITY, 2 * n);
        references = new History(CAPACITY, 3 * n);
        position = new double[n];
        velocity = new double[n];
    }

    /** Which kernel computes its dynamics: {@code "compiled"} or {@code "generic"}. */
    public String dynamicsKernel() {
        return simulation.kernel();
    }

    /** Notes where the robot is. */
    public void observe(StateEstimator estimate) {
        double[] row = estimates.add(estimate.sourceNanos());
        System.arraycopy(estimate.position(), 0, row, 0, n);
        System.arraycopy(estimate.velocity(), 0, row, n, n);
    }

    /**
     * Notes what the robot was commanded. Joints that the frame leaves out keep their last reference, or rest where they
     * are while they have none. Where no velocity is said, the reference goes straight from one position to the next.
     */
    public void observe(JointReferenceFrame frame) {
        referenced = true;
        double[] last = references.size() > 0 ? references.row(0) : here();
        double[] row = references.add(frame.sourceNanos());
        System.arraycopy(last, 0, row, 0, n);
        Arrays.fill(row, n, 3 * n, 0);
        for (int i = 0; i < frame.names().size(); i++) {
            int drive = simulation.drive(frame.names().get(i));
            if (drive >= 0) {
                row[drive] = frame.position()[i];
                row[n + drive] = frame.velocity().length > 0 ? frame.velocity()[i] : Double.NaN;
                row[2 * n + drive] = frame.acceleration().length > 0 ? frame.acceleration()[i] : 0;
            }
        }
    }

    private double[] here() {
        if (estimates.size() > 0) {
            return estimates.row(0);
        }
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = start[simulation.model().qIndex(simulation.driveJoint(i))];
        }
        return rest;
    }

    /** Whether the source ever said what the robot was commanded. */
    public boolean hasReferences() {
        return referenced;
    }

    /** What comes next has nothing to do with what came before. */
    public void forget() {
        estimates.clear();
        references.clear();
    }

    /**
     * Predicts the state at the newest estimate's time.
     *
     * @return whether there was a past to predict from: an estimate at least a horizon old with no gap longer than half
     *     a horizon before it, a reference not younger than that estimate and one since
     */
    public boolean predict() {
        if (estimates.size() == 0 || references.size() == 0) {
            return false;
        }
        long now = estimates.nanos(0);
        int from = estimates.before(now - settings.horizonNanos());
        if (from < 0 || now - estimates.nanos(from) > settings.horizonNanos() * 3 / 2) {
            return false;
        }
        long begin = estimates.nanos(from);
        int reference = references.before(begin);
        if (reference < 0 || references.nanos(0) < begin) {
            return false;
        }
        run(estimates.row(from), begin, now, reference);
        return true;
    }

    private void run(double[] initial, long begin, long now, int firstReference) {
        simulation.reset(start, still);
        for (int i = 0; i < n; i++) {
            simulation.setDrive(i, initial[i], initial[n + i]);
        }
        int reference = firstReference;
        for (long t = begin; t < now; t += STEP_NANOS) {
            while (reference > 0 && references.nanos(reference - 1) <= t) {
                reference--;
            }
            command(reference, t);
            // A robot's clock need not tick in whole milliseconds.
            simulation.step(t + STEP_NANOS <= now ? STEP_SECONDS : (now - t) * 1e-9);
        }
        for (int i = 0; i < n; i++) {
            position[i] = simulation.position(i);
            velocity[i] = simulation.velocity(i);
        }
    }

    /** Commands what the robot was commanded at t, between the reference {@code back} rows ago and the next. */
    private void command(int back, long t) {
        double[] a = references.row(back);
        double since = (t - references.nanos(back)) * 1e-9;
        if (back == 0) {
            for (int i = 0; i < n; i++) {
                double speed = Double.isNaN(a[n + i]) ? 0 : a[n + i];
                simulation.commandPosition(i, a[i] + speed * since, speed, 0);
            }
            return;
        }
        double[] b = references.row(back - 1);
        double span = (references.nanos(back - 1) - references.nanos(back)) * 1e-9;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(a[n + i]) || Double.isNaN(b[n + i])) {
                double slope = (b[i] - a[i]) / span;
                simulation.commandPosition(i, a[i] + slope * since, slope, 0);
                continue;
            }
            quintic.evaluate(since, span, a[i], a[n + i], a[2 * n + i], b[i], b[n + i], b[2 * n + i]);
            simulation.commandPosition(i, quintic.position(), quintic.velocity(), quintic.acceleration());
        }
    }

    /** Predicted positions after {@link #predict}; live, one entry a driven joint. */
    public double[] position() {
        return position;
    }

    /** Predicted velocities. */
    public double[] velocity() {
        return velocity;
    }

    @Override
    public void save(CanonicalOutput out) {
        estimates.save(out);
        references.save(out);
        out.putBoolean(referenced);
    }

    @Override
    public void restore(CanonicalInput in) {
        estimates.restore(in);
        references.restore(in);
        referenced = in.getBoolean();
    }
}
