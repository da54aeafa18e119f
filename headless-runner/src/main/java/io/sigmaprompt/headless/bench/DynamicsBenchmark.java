package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.dynamics.Kernel;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH measures, in a Java machine of its own each: one call of one algorithm of one kernel for one robot. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class DynamicsBenchmark {
    /** The robot's file. */
    @Param("")
    public String robot;

    /** The kernel's name. */
    @Param("")
    public String kernel;

    /** Whether the root is free. */
    @Param("false")
    public boolean floating;

    /** The file with the robot's states, or nothing. */
    @Param("")
    public String states;

    private BenchCalls calls;

    /** Reads the robot and makes its kernel. */
    @Setup
    public void prepare() {
        RobotModel model = RobotFile.read(Path.of(robot)).model().withFloatingBase(floating);
        calls = new BenchCalls(
                Kernel.valueOf(kernel.toUpperCase(Locale.ROOT)),
                model,
                BenchStates.of(model, states.isEmpty() ? null : Path.of(states)));
    }

    @Benchmark
    public double[] rnea() {
        return calls.rnea();
    }

    @Benchmark
    public double[] aba() {
        return calls.aba();
    }

    @Benchmark
    public double[] crba() {
        return calls.crba();
    }

    @Benchmark
    public double[] crbaFactor() {
        return calls.crbaFactor();
    }

    @Benchmark
    public double[] kinematicsJacobian() {
        return calls.kinematicsJacobian();
    }

    @Benchmark
    public double[] bias() {
        return calls.bias();
    }

    @Benchmark
    public double[] centroidal() {
        return calls.centroidal();
    }

    @Benchmark
    public double[] rneaDerivatives() {
        return calls.rneaDerivatives();
    }

    @Benchmark
    public double[] abaDerivatives() {
        return calls.abaDerivatives();
    }

    @Benchmark
    public double[] regressor() {
        return calls.regressor();
    }
}
