package io.sigmaprompt.physics.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A kernel is made once for all who ask for the same one. */
class KernelLibraryTest {
    private final AtomicInteger made = new AtomicInteger();

    /** Stores q[0] + 1 at out[0]. */
    private Program increment() {
        made.incrementAndGet();
        Program program = new Program("increment");
        program.put(Argument.OUT, 0, program.graph.input(Argument.Q, 0).plus(program.graph.one));
        return program;
    }

    private static double run(LoadedKernel loaded, double x) {
        double[] none = {};
        double[] out = new double[1];
        loaded.kernel().run(new double[] {x}, none, none, none, none, out, none, new double[loaded.workSize()]);
        return out[0];
    }

    private static LoadedKernel kernel(RobotModel model, Vec3 gravity, KernelKind kind) {
        return assertInstanceOf(CompiledDynamics.class, CompiledDynamics.of(model, gravity))
                .kernel(kind);
    }

    @Test
    void robotsOfEqualContentShareTheirKernels() {
        Vec3 gravity = new Vec3(0, 0, -1.62);
        for (KernelKind kind : KernelKind.values()) {
            assertSame(
                    kernel(new RandomRobot(11).tree(true), gravity, kind),
                    kernel(new RandomRobot(11).tree(true), gravity, kind));
        }
        assertNotSame(
                kernel(new RandomRobot(11).tree(true), gravity, KernelKind.BIAS_FORCES),
                kernel(new RandomRobot(11).tree(true), Vec3.ZERO, KernelKind.BIAS_FORCES));
        assertNotSame(
                kernel(new RandomRobot(11).tree(true), gravity, KernelKind.BIAS_FORCES),
                kernel(new RandomRobot(12).tree(true), gravity, KernelKind.BIAS_FORCES));
    }

    @Test
    void aKnownKernelIsNotMadeAgain() {
        LoadedKernel first = KernelLibrary.get("known", this::increment);
        assertSame(first, KernelLibrary.get("known", this::increment));
        assertEquals(1, made.get());
        assertEquals(3.0, run(first, 2));
    }

    @Test
    void theLeastRecentlyUsedKernelGoesWhereThereAreTooMany() {
        KernelLibrary.get("used", this::increment);
        LoadedKernel forgotten = KernelLibrary.get("forgotten", this::increment);
        for (int k = 0; k < KernelLibrary.MOST; k++) {
            KernelLibrary.get("another " + k, this::increment);
            KernelLibrary.get("used", this::increment);
        }
        assertEquals(2 + KernelLibrary.MOST, made.get());
        KernelLibrary.get("used", this::increment);
        assertEquals(2 + KernelLibrary.MOST, made.get());
        assertNotSame(forgotten, KernelLibrary.get("forgotten", this::increment));
        assertEquals(3 + KernelLibrary.MOST, made.get());
        assertEquals(8.0, run(forgotten, 7), "who holds it may go on");
    }

    @Test
    void manyThreadsMayAskAtOnce() throws Exception {
        int threads = 16;
        CyclicBarrier together = new CyclicBarrier(threads);
        RandomRobot random = new RandomRobot(13);
        RobotModel model = random.tree(true);
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        List<Future<List<Double>>> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int t = 0; t < threads; t++) {
                answers.add(executor.submit(() -> {
                    together.await();
                    LoadedKernel shared = KernelLibrary.get("asked at once", this::increment);
                    double[] tau = new double[model.nv()];
                    CompiledDynamics.of(model, new Vec3(1, 2, 3)).biasForces(q, v, tau);
                    List<Double> found = new ArrayList<>(List.of(run(shared, 1)));
                    for (double entry : tau) {
                        found.add(entry);
                    }
                    return found;
                }));
            }
            List<Double> first = answers.getFirst().get();
            assertEquals(2.0, first.getFirst());
            for (Future<List<Double>> answer : answers) {
                assertEquals(first, answer.get());
            }
        }
        assertEquals(1, made.get());
    }
}
