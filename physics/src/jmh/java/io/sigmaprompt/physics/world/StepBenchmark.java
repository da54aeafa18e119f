package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One millisecond of one robot under its servos, at rest and sweeping its first joints to and fro. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class StepBenchmark {
    private static final int SWEEP = 4000;

    @Param({"ur5", "go2", "gripper"})
    public String robot;

    @Param
    public Integrator integrator;

    @Param({"false", "true"})
    public boolean moving;

    private RobotSimulation simulation;
    private int driven;
    private int tick;

    /** Reads the robot. */
    @Setup
    public void prepare() {
        RobotModel model = robot.equals("gripper") ? SampleRobots.arm() : Corpus.robot(robot);
        simulation = new RobotSimulation(model, new SimulationSettings(integrator, 9.81, 30, 1, true));
        driven = Math.min(6, simulation.driveCount());
    }

    /** Steps it. */
    @Benchmark
    public double step() {
        if (moving) {
            int i = tick++ % SWEEP;
            boolean up = i < SWEEP / 2;
            for (int d = 0; d < driven; d++) {
                simulation.commandPosition(d, 5e-4 * (up ? i : SWEEP - i), up ? 0.5 : -0.5, 0);
            }
        }
        simulation.step(1e-3);
        return simulation.position(0);
    }
}
