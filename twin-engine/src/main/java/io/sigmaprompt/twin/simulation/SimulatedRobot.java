package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.JointCommand;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A robot that does not exist: its body, servos, trajectory controller, sensors and faults, behind the frames that a
 * real one sends. Deterministic; belongs to one thread.
 */
public final class SimulatedRobot implements Restorable {

    private final VirtualRobot spec;
    private final FaultyBody body;
    private final FaultySensors sensors;
    private final DelayLine commands;
    private final DelayLine states;
    private final List<String> joints;
    private final ReferenceTrajectory reference;
    private final ActiveFaults faults;
    private final Gaussian noise;
    private final double[] effortNoise;
    private long nanos;

    public SimulatedRobot(VirtualRobot spec) {
        this.spec = spec;
        body = new FaultyBody(spec.model(), spec.truth(), spec.settings());
        RobotSimulation simulation = body.simulation();
        simulation.reset(spec.initialPosition().clone(), new double[spec.model().nv()]);
        int n = simulation.driveCount();
        List<String> names = new ArrayList<>(n);
        effortNoise = new double[n];
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            names.add(simulation.driveName(i));
            start[i] = simulation.position(i);
            JointLimits limits =
                    spec.model().joints().get(simulation.driveJoint(i)).limits();
            effortNoise[i] = Double.isInfinite(limits.effort()) ? 0 : spec.effortNoise() * limits.effort();
        }
        joints = List.copyOf(names);
        reference = new ReferenceTrajectory(start);
        faults = new ActiveFaults(body);
        noise = new Gaussian(spec.noiseSeed());
        sensors = new FaultySensors(spec.truth(), joints, spec.noiseSeed());
        commands = new DelayLine(
                3 * n,
                body.longestDelay(HiddenFault.Kind.COMMAND_DELAY, spec.truth().commandDelayNanos(), Tick.NANOS));
        states = new DelayLine(
                3 * n,
                body.longestDelay(HiddenFault.Kind.TELEMETRY_DELAY, spec.truth().telemetryDelayNanos(), Tick.NANOS));
        keepState();
    }

    /** The driven joints, in model order: the order of every array here. */
    public List<String> jointNames() {
        return joints;
    }

    /** Its own clock, since its start. */
    public long nanos() {
        return nanos;
    }

    /** Where the joints really are; live, read only, and another one once a hidden load comes or goes. */
    public RobotSimulation simulation() {
        return body.simulation();
    }

    /** Puts the robot elsewhere, at rest or in motion, its reference with it; one entry a driven joint. */
    public void place(double[] position, double[] velocity) {
        for (int i = 0; i < joints.size(); i++) {
            body.simulation().setDrive(i, position[i], velocity[i]);
            reference.position()[i] = position[i];
            reference.velocity()[i] = velocity[i];
            reference.acceleration()[i] = 0;
        }
        reference.begin(nanos, new long[0], new double[0][]);
        keepState();
    }

    /**
     * Goes from the present reference to the command's point.
     *
     * @param durationNanos time for it, positive
     */
    public void follow(JointCommand command, long durationNanos) {
        followTrajectory(
                command.names(),
                List.of(new TrajectoryPoint(
                        durationNanos, command.position(), command.velocity(), command.acceleration())));
    }

    /**
     * Replaces the running trajectory, as a JointTrajectoryController does. Joints that it does not name stay where
     * their reference is.
     *
     * @throws BadInputException if a joint is unknown, a length is wrong, a number is not finite or times do not grow
     */
    public void followTrajectory(List<String> names, List<TrajectoryPoint> points) {
        int[] drives = drivesOf(names);
        int n = joints.size();
        long[] at = new long[points.size()];
        double[][] rows = new double[points.size()][];
        for (int k = 0; k < rows.length; k++) {
            TrajectoryPoint point = points.get(k);
            require(point, names.size(), k == 0 ? 0 : points.get(k - 1).fromStartNanos());
            double[] row = new double[3 * n];
            System.arraycopy(reference.position(), 0, row, 0, n);
            for (int j = 0; j < drives.length; j++) {
                row[drives[j]] = point.position()[j];
                row[n + drives[j]] =
                        point.velocity().length > 0 ? point.velocity()[j] : meanVelocity(points, k, j, drives[j]);
                row[2 * n + drives[j]] = point.acceleration().length > 0 ? point.acceleration()[j] : 0;
            }
            at[k] = nanos + point.fromStartNanos();
            rows[k] = row;
        }
        reference.begin(nanos, at, rows);
    }

    /** The slope through the neighbours of an inner point without velocity; rest at the last. */
    private double meanVelocity(List<TrajectoryPoint> points, int k, int column, int drive) {
        if (k + 1 >= points.size()) {
            return 0;
        }
        double before = k == 0 ? reference.position()[drive] : points.get(k - 1).position()[column];
        long beforeNanos = k == 0 ? 0 : points.get(k - 1).fromStartNanos();
        TrajectoryPoint after = points.get(k + 1);
        return (after.position()[column] - before) / ((after.fromStartNanos() - beforeNanos) * 1e-9);
    }

    private int[] drivesOf(List<String> names) {
        int[] drives = new int[names.size()];
        for (int j = 0; j < drives.length; j++) {
            drives[j] = joints.indexOf(names.get(j));
            if (drives[j] < 0) {
                throw new BadInputException(
                        "joint_names[" + j + "]",
                        "the robot has no driven joint '" + names.get(j) + "'",
                        "It has " + String.join(", ", joints) + ".");
            }
        }
        return drives;
    }

    private static void require(TrajectoryPoint point, int width, long previousNanos) {
        String place = "point at " + point.fromStartNanos() * 1e-9 + " s";
        if (point.fromStartNanos() <= previousNanos) {
            throw new BadInputException(
                    place,
                    "its time is not after " + previousNanos * 1e-9 + " s",
                    "Give each point a time_from_start later than the one before, the first later than 0.");
        }
        requireColumn(place, "positions", point.position(), width, false);
        requireColumn(place, "velocities", point.velocity(), width, true);
        requireColumn(place, "accelerations", point.acceleration(), width, true);
    }

    private static void requireColumn(String place, String field, double[] values, int width, boolean optional) {
        if (values.length != width && !(optional && values.length == 0)) {
            throw new BadInputException(
                    place,
                    field + " has " + values.length + " numbers for " + width + " joints",
                    "Give one number for each joint" + (optional ? ", or none." : "."));
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new BadInputException(
                        place, field + " holds " + value, "Only finite numbers can be followed; leave the rest out.");
            }
        }
    }

    /** Whether the fault concerns the whole robot or a joint that it has. */
    public boolean knows(Fault fault) {
        return fault.kind() == Fault.Kind.TELEMETRY_GAP || joints.contains(fault.joint());
    }

    /**
     * Breaks something.
     *
     * @throws BadInputException if it does not know the fault's joint
     */
    public void inject(Fault fault) {
        faults.inject(fault, nanos);
    }

    /** Advances by one tick. */
    public void step() {
        int n = joints.size();
        double[] told = commands.next();
        System.arraycopy(reference.position(), 0, told, 0, n);
        System.arraycopy(reference.velocity(), 0, told, n, n);
        System.arraycopy(reference.acceleration(), 0, told, 2 * n, n);
        body.advance(nanos);
        RobotSimulation simulation = body.simulation();
        double[] followed = commands.ago(
                delayTicks(HiddenFault.Kind.COMMAND_DELAY, spec.truth().commandDelayNanos()));
        for (int i = 0; i < n; i++) {
            simulation.commandPosition(i, followed[i], followed[n + i], followed[2 * n + i]);
        }
        simulation.step(Tick.SECONDS);
        keepState();
        nanos += Tick.NANOS;
        faults.advance(nanos);
        reference.advance(nanos);
    }

    private int delayTicks(HiddenFault.Kind kind, long always) {
        return body.delayTicks(kind, always, nanos, Tick.NANOS);
    }

    private void keepState() {
        RobotSimulation simulation = body.simulation();
        int n = joints.size();
        double[] state = states.next();
        for (int i = 0; i < n; i++) {
            state[i] = simulation.position(i);
            state[n + i] = simulation.velocity(i);
            state[2 * n + i] = simulation.effort(i);
        }
    }

    /** Whether this is a tick at which it publishes; never during a telemetry gap. */
    public boolean telemetryDue() {
        return nanos % spec.telemetryNanos() == 0 && !faults.silent(nanos);
    }

    /** What its sensors say; each call draws new noise. */
    public JointStateFrame jointState(long receiveNanos) {
        int n = joints.size();
        double[] position = new double[n];
        double[] velocity = new double[n];
        double[] effort = new double[n];
        double[] state = states.ago(
                delayTicks(HiddenFault.Kind.TELEMETRY_DELAY, spec.truth().telemetryDelayNanos()));
        for (int i = 0; i < n; i++) {
            position[i] = state[i] + spec.positionNoise() * noise.next();
            velocity[i] = state[n + i] + spec.velocityNoise() * noise.next();
            effort[i] = state[2 * n + i] + effortNoise[i] * noise.next();
        }
        sensors.distort(nanos, position, velocity, effort);
        return new JointStateFrame(spec.name(), nanos, receiveNanos, joints, position, velocity, effort);
    }

    /** What its controller was told to do at this tick. */
    public JointReferenceFrame reference(long receiveNanos) {
        return new JointReferenceFrame(
                spec.name(),
                nanos,
                receiveNanos,
                joints,
                reference.position().clone(),
                reference.velocity().clone(),
                reference.acceleration().clone());
    }

    @Override
    public void save(CanonicalOutput out) {
        RobotSimulation simulation = body.simulation();
        double[] state = new double[simulation.stateSize()];
        simulation.save(state, 0);
        out.putLong(nanos);
        out.putDoubles(state);
        reference.save(out);
        faults.save(out);
        noise.save(out);
        sensors.save(out);
        commands.save(out);
        states.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        nanos = in.getLong();
        double[] state = in.getDoubles();
        // What began before this tick has already begun in that state.
        body.resume(nanos - Tick.NANOS);
        RobotSimulation simulation = body.simulation();
        simulation.restore(Arrays.copyOf(state, simulation.stateSize()), 0);
        reference.restore(in);
        faults.restore(in);
        noise.restore(in);
        sensors.restore(in);
        commands.restore(in);
        states.restore(in);
    }
}
