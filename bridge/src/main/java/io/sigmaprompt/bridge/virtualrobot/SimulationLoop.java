package io.sigmaprompt.bridge.virtualrobot;

import io.sigmaprompt.bridge.core.BoundedQueue;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps a simulated robot in real time on a thread of its own; everyone else asks that thread to act. */
final class SimulationLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulationLoop.class);
    private static final int WAITING_REQUESTS = 256;

    /** Takes what the robot publishes; called by the loop's thread, must not wait. */
    interface Publisher {
        void publish(JointStateFrame measured, JointReferenceFrame told);
    }

    private static final int WARM_UP_TICKS = 2_000;
    private static final double WARM_UP_RADIANS = 0.1;

    private final VirtualRobot spec;
    private final SimulatedRobot robot;
    private final List<String> joints;
    private final Publisher publisher;
    private final BoundedQueue<Consumer<SimulatedRobot>> requests = new BoundedQueue<>(WAITING_REQUESTS);
    private final Thread thread;
    private final Consumer<Throwable> failures;
    private volatile boolean closed;

    /**
     * A loop that does not yet run.
     *
     * @param failures told why the robot cannot go on, by the loop's thread as its last act
     */
    SimulationLoop(VirtualRobot spec, Publisher publisher, Consumer<Throwable> failures) {
        this.spec = spec;
        this.failures = failures;
        this.robot = new SimulatedRobot(spec);
        this.joints = robot.jointNames();
        this.publisher = publisher;
        this.thread = Thread.ofPlatform()
                .name("virtual-robot-" + spec.name())
                .daemon()
                .unstarted(this::run);
    }

    /** The driven joints, in model order. */
    List<String> joints() {
        return joints;
    }

    /** The limits of a driven joint, none for another. */
    JointLimits limits(String joint) {
        int drive = joints.indexOf(joint);
        return drive < 0
                ? JointLimits.NONE
                : spec.model()
                        .joints()
                        .get(robot.simulation().driveJoint(drive))
                        .limits();
    }

    /**
     * Steps a spare robot through a small motion and throws it away, so that the code is loaded and compiled before the
     * first frames are due: those of a cold machine come late.
     *
     * @param published takes the spare robot's frames
     */
    void warmUp(Publisher published) {
        SimulatedRobot spare = new SimulatedRobot(spec);
        double[] there = new double[joints.size()];
        for (int i = 0; i < there.length; i++) {
            there[i] = spare.simulation().position(i) + WARM_UP_RADIANS;
        }
        spare.followTrajectory(
                joints,
                List.of(new TrajectoryPoint(
                        WARM_UP_TICKS * Tick.NANOS / 2, there, new double[there.length], new double[there.length])));
        for (int tick = 0; tick < WARM_UP_TICKS; tick++) {
            advance(spare, published);
        }
    }

    void start() {
        thread.start();
    }

    /** Has something done to the robot before its next tick. */
    void ask(Consumer<SimulatedRobot> request) {
        if (requests.offer(request) > 0) {
            LOG.warn("More than {} requests wait for the robot; the oldest is lost", WAITING_REQUESTS);
        }
    }

    private void run() {
        try {
            keepPace();
        } catch (RuntimeException | Error e) {
            failures.accept(e);
        }
    }

    private void keepPace() {
        TickSchedule schedule = new TickSchedule(System.nanoTime());
        long toldSkipped = 0;
        while (!closed) {
            for (int due = schedule.due(System.nanoTime()); due > 0 && !closed; due--) {
                tick();
            }
            if (schedule.skipped() > toldSkipped + 1000) {
                toldSkipped = schedule.skipped();
                LOG.warn("The machine is too slow for real time: {} ms were left out so far", toldSkipped);
            }
            LockSupport.parkNanos(schedule.nextNanos() - System.nanoTime());
        }
    }

    private void tick() {
        for (Consumer<SimulatedRobot> request : requests.drain().entries()) {
            try {
                request.accept(robot);
            } catch (RuntimeException bug) {
                LOG.error("A request to the robot failed", bug);
            }
        }
        advance(robot, publisher);
    }

    private static void advance(SimulatedRobot robot, Publisher publisher) {
        robot.step();
        if (robot.telemetryDue()) {
            publisher.publish(
                    robot.jointState(TelemetryMessage.UNAVAILABLE), robot.reference(TelemetryMessage.UNAVAILABLE));
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
