package io.sigmaprompt.twin.prediction;

import io.sigmaprompt.physics.actuator.servo.ServoGains;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;

/**
 * The prediction: a healthy simulation of the robot that starts from the estimate one horizon ago and runs, to now,
 * under the commands that the robot was given meanwhile. Only the two histories are state; the simulation is run anew
 * at each call.
 */
public final class Ghost implements Restorable {
    private static final int CAPACITY = 2048;

    /** Robots' own servos are taken to run at 1 kHz. */
    private static final long SERVO_NANOS = 1_000_000;

    /** As the simulation's servos have it, rad/s or m/s. */
    private static final double COMPENSATION_WIDTH = 1e-3;

    private final RobotSimulation simulation;
    private final PredictionSettings settings;
    private final double[] start;
    private final double[] still;
    private final int n;
    private final History estimates;
    private final ReferenceHistory references;
    private final double[] rest;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] wanted;
    private final double[] startVelocity;
    private final double[] massMatrix;
    private final double[] compensation;
    private final DrivenJoints joints;

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
        joints = new DrivenJoints(model);
        references = new ReferenceHistory(joints);
        rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = start[model.qIndex(simulation.driveJoint(i))];
        }
        position = new double[n];
        velocity = new double[n];
        acceleration = new double[n];
        wanted = new double[n];
        massMatrix = new double[model.nv() * model.nv()];
        startVelocity = new double[n];
        compensation = new double[model.nv()];
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
        references.observe(frame, here());
    }

    private double[] here() {
        return estimates.size() > 0 ? estimates.row(0) : rest;
    }

    /** Whether the source ever said what the robot was commanded. */
    public boolean hasReferences() {
        return references.heard();
    }

    /** What the robot was commanded; live. */
    public ReferenceHistory references() {
        return references;
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
        if (estimates.size() == 0) {
            return false;
        }
        long now = estimates.nanos(0);
        int from = estimates.before(now - settings.horizonNanos());
        if (from < 0 || now - estimates.nanos(from) > settings.horizonNanos() * 3 / 2) {
            return false;
        }
        long begin = estimates.nanos(from);
        if (!references.covers(begin)) {
            return false;
        }
        run(estimates.row(from), begin, now);
        return true;
    }

    private void run(double[] initial, long begin, long now) {
        System.arraycopy(initial, n, startVelocity, 0, n);
        simulation.reset(start, still);
        int reference = references.before(begin);
        references.evaluate(reference, begin);
        // The horizon's remainder first: a robot's clock need not tick in whole steps.
        long whole = settings.stepNanos();
        long step = (now - begin) % whole == 0 ? whole : (now - begin) % whole;
        double lag = lag(step);
        for (int i = 0; i < n; i++) {
            simulation.setDrive(i, initial[i], initial[n + i] - lag * references.acceleration()[i]);
        }
        for (long t = begin; t < now; ) {
            reference = references.advance(reference, t);
            command(reference, t, step);
            simulation.step(step * 1e-9);
            t += step;
            lag = lag(step);
            step = whole;
        }
        references.evaluate(references.advance(reference, now), now);
        for (int i = 0; i < n; i++) {
            position[i] = simulation.position(i);
            velocity[i] = simulation.velocity(i) + lag * references.acceleration()[i];
        }
    }

    /** By how much the velocity after a long step is older than that after the servo's own last one. */
    private static double lag(long step) {
        return 0.5e-9 * Math.max(0, step - SERVO_NANOS);
    }

    /** What a servo adds against the losses of a joint that it moves so fast. */
    private double loss(int i, double speed) {
        JointDynamics losses = joints.joint(i).dynamics();
        return losses.damping() * speed
                + losses.friction() * speed / Math.sqrt(speed * speed + COMPENSATION_WIDTH * COMPENSATION_WIDTH);
    }

    /**
     * Commands a step so long that the servo took several in it. Semi-implicit Euler takes velocities between positions (it
     * is leapfrog, of second order, if read so; Hairer, Lubich, Wanner, Geometric numerical integration, 2006, section
     * I.1.4): the velocity wanted is that of the step's middle, the position that of its end, and
     * losses are compensated as the servo did in its own short steps.
     */
    private void command(int reference, long t, long step) {
        double dt = step * 1e-9;
        references.evaluate(reference, t);
        System.arraycopy(references.acceleration(), 0, acceleration, 0, n);
        long middle = t + (step + Math.min(step, SERVO_NANOS)) / 2;
        references.evaluate(references.advance(reference, middle), middle);
        System.arraycopy(references.velocity(), 0, wanted, 0, n);
        references.evaluate(references.advance(reference, t + step), t + step);
        for (int i = 0; i < n; i++) {
            double speed = wanted[i] - dt * acceleration[i];
            simulation.commandPosition(i, references.position()[i] - dt * speed, speed, acceleration[i]);
            double told = wanted[i] - Math.min(step, SERVO_NANOS) * 1e-9 * acceleration[i];
            compensation[simulation.model().vIndex(simulation.driveJoint(i))] = loss(i, told) - loss(i, speed);
        }
        simulation.setExternalForce(compensation);
    }

    /** Predicted positions after {@link #predict}; live, one entry a driven joint. */
    public double[] position() {
        return position;
    }

    /** Predicted velocities. */
    public double[] velocity() {
        return velocity;
    }

    /** How stiffly a joint's servo holds it, with the joint's own damping. */
    ServoGains hold(int i) {
        ServoGains gains = simulation.gains(i);
        return new ServoGains(
                gains.kp(), gains.kd() + joints.joint(i).dynamics().damping());
    }

    /** How many joints it predicts. */
    int count() {
        return n;
    }

    /**
     * What each joint's servo has to move where the last prediction ended, the other joints held; kg m² or kg.
     *
     * @param out Modified. one entry a driven joint
     */
    void inertia(double[] out) {
        int nv = simulation.model().nv();
        simulation.dynamics().massMatrix(simulation.q(), massMatrix);
        for (int i = 0; i < n; i++) {
            int v = simulation.model().vIndex(simulation.driveJoint(i));
            out[i] = massMatrix[v * nv + v] + joints.joint(i).dynamics().armature();
        }
    }

    /** Velocities that the last prediction started with. */
    public double[] startVelocity() {
        return startVelocity;
    }

    @Override
    public void save(CanonicalOutput out) {
        estimates.save(out);
        references.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        estimates.restore(in);
        references.restore(in);
    }
}
