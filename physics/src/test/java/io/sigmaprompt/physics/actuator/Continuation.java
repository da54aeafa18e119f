package io.sigmaprompt.physics.actuator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.spatial.SplitMix64;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether an element that takes over a saved state elsewhere goes on to the same bits. */
public final class Continuation {
    private static final int STEPS = 400;
    private static final double DT = 1e-3;

    private Continuation() {}

    /**
     * Runs an element on a random course, saves it at some step, and goes on with it and with a new one.
     *
     * @param create a new element, and what belongs to it
     * @param command gives the element a command from random numbers
     */
    public static <E> void check(
            Supplier<E> create, Function<E, ForceElement> element, BiConsumer<E, SplitMix64> command, int nq, int nv) {
        for (int seed = 1; seed <= 5; seed++) {
            int at = (int) ((new SplitMix64(seed).symmetric() + 1) * 0.5 * (STEPS - 50));
            E first = create.get();
            SplitMix64 random = new SplitMix64(100 + seed);
            for (int i = 0; i < at; i++) {
                step(element.apply(first), first, command, random, nq, nv);
            }
            double[] saved = new double[element.apply(first).stateSize() + 3];
            element.apply(first).save(saved, 2);
            assertEquals(0, saved[0]);
            assertEquals(0, saved[saved.length - 1]);
            E second = create.get();
            SplitMix64 other = new SplitMix64(9);
            for (int i = 0; i < seed * 7; i++) {
                step(element.apply(second), second, command, other, nq, nv);
            }
            element.apply(second).restore(saved, 2);
            SplitMix64 a = new SplitMix64(200 + seed);
            SplitMix64 b = new SplitMix64(200 + seed);
            for (int i = at; i < STEPS; i++) {
                assertArrayEquals(
                        step(element.apply(first), first, command, a, nq, nv),
                        step(element.apply(second), second, command, b, nq, nv));
            }
            double[] one = new double[element.apply(first).stateSize()];
            double[] two = new double[one.length];
            element.apply(first).save(one, 0);
            element.apply(second).save(two, 0);
            assertArrayEquals(one, two);
        }
    }

    private static <E> double[] step(
            ForceElement element, E owner, BiConsumer<E, SplitMix64> command, SplitMix64 random, int nq, int nv) {
        if (random.symmetric() > 0.8) {
            command.accept(owner, random);
        }
        double[] q = new double[nq];
        double[] v = new double[nv];
        for (int i = 0; i < nq; i++) {
            q[i] = random.symmetric();
        }
        for (int i = 0; i < nv; i++) {
            v[i] = random.symmetric();
        }
        double[] out = new double[nv];
        double[] diagonal = new double[nv];
        element.apply(q, v, DT, out, diagonal);
        double[] both = new double[2 * nv];
        System.arraycopy(out, 0, both, 0, nv);
        System.arraycopy(diagonal, 0, both, nv, nv);
        for (int i = 0; i < nv; i++) {
            assertEquals(true, diagonal[i] >= 0 && Double.isFinite(out[i]));
        }
        return both;
    }
}
