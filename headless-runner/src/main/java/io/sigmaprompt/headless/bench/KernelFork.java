package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.dynamics.Kernel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures one algorithm of one kernel by JMH in a Java machine of its own. */
final class KernelFork {
    /** One collector's thread less to share two cores with, and the same heap for everybody. */
    static final List<String> FLAGS = List.of(
            "-Xms256m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final BenchPlan plan;
    private final BenchRobot robot;

    KernelFork(BenchPlan plan, BenchRobot robot) {
        this.plan = plan;
        this.robot = robot;
        // Several benchmarks at a time disturb each other, but none is to be refused for it: ratios are taken side by
        // side.
        System.setProperty("jmh.ignoreLock", "true");
    }

    /**
     * What one fork gave.
     *
     * @param nanos a call, by iteration
     * @param bytes allocated a call, JMH's own included
     * @param calls in an iteration
     */
    record Sample(double[] nanos, double bytes, double calls) {
        double median() {
            return new Timing(nanos).median();
        }
    }

    Sample measure(Kernel kernel, Algorithm algorithm) {
        Path states = robot.states();
        Options options = new OptionsBuilder()
                .include("^" + Pattern.quote(DynamicsBenchmark.class.getName() + "." + algorithm.method()) + "$")
                .param("robot", robot.file().toAbsolutePath().toString())
                .param("kernel", kernel.toString())
                .param("floating", Boolean.toString(robot.model().floatingBase()))
                .param("states", states == null ? "" : states.toAbsolutePath().toString())
                .forks(1)
                .threads(1)
                .warmupIterations(plan.warmups())
                .warmupTime(TimeValue.milliseconds(plan.warmupMillis()))
                .measurementIterations(plan.iterations())
                .measurementTime(TimeValue.milliseconds(plan.iterationMillis()))
                .jvmArgs(FLAGS.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            RunResult result = results.iterator().next();
            double[] nanos = result.getBenchmarkResults().stream()
                    .flatMap(each -> each.getIterationResults().stream())
                    .mapToDouble(each -> each.getPrimaryResult().getScore())
                    .toArray();
            long calls = result.getBenchmarkResults().stream()
                    .mapToLong(each -> each.getMetadata().getMeasurementOps())
                    .sum();
            return new Sample(nanos, allocation(result.getSecondaryResults()), (double) calls / plan.iterations());
        } catch (RunnerException e) {
            throw new IllegalStateException(
                    "JMH could not measure " + algorithm + " of " + robot.name() + " with the " + kernel + " kernel",
                    e);
        }
    }

    // JMH has it raw.
    @SuppressWarnings("rawtypes")
    private static double allocation(Map<String, Result> secondary) {
        return secondary.entrySet().stream()
                .filter(each -> each.getKey().endsWith(ALLOCATION))
                .mapToDouble(each -> each.getValue().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH's gc profiler gave no " + ALLOCATION));
    }

    /** The Java machine's name, for the record. */
    static String machine() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }
}
