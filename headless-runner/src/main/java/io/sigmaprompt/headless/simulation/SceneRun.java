package io.sigmaprompt.headless.simulation;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldStoppedException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Steps a scene from start to end and looks at it at a rate, first at its start, last at its end. */
public final class SceneRun {
    private static final double SLACK = 1e-6;

    private final Scene scene;
    private final double step;
    private final double rate;
    private final long steps;
    private final long samples;
    private final boolean aligned;

    /**
     * A run.
     *
     * @param duration s
     * @param rate samples a second
     * @throws BadInputException if there is no step between two samples, or none at all
     */
    public SceneRun(Scene scene, double duration, double rate) {
        this.scene = scene;
        this.rate = rate;
        step = scene.world().settings().step();
        if (!(duration > 0) || Double.isInfinite(duration) || duration / step > 1e12) {
            throw new BadInputException(
                    "--duration", "expected seconds above 0, found " + duration, "Write --duration 2");
        }
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new BadInputException("--rate", "expected Hz above 0, found " + rate, "Write --rate 100");
        }
        if (rate * step > 1 + SLACK) {
            throw new BadInputException(
                    "--rate",
                    String.format(
                            Locale.ROOT,
                            "expected at most a sample a step, which is %.6g Hz at a step of %.6g s, found %.6g Hz",
                            1 / step,
                            step,
                            rate),
                    "Take a lower rate, or a smaller --step.");
        }
        steps = Math.round(duration / step);
        if (steps == 0) {
            throw new BadInputException(
                    "--duration",
                    "expected at least one step of " + step + " s, found " + duration,
                    "Take a longer duration, or a smaller --step.");
        }
        samples = (long) Math.floor(duration * rate + SLACK);
        double between = 1 / (rate * step);
        aligned = Math.abs(between - Math.rint(between)) < SLACK * between;
    }

    /** Whether there is a step at the time of each sample; else they are taken at the nearest one, and say when. */
    public boolean isAligned() {
        return aligned;
    }

    public long steps() {
        return steps;
    }

    /**
     * What came of it.
     *
     * @param steps that were taken
     * @param nanos that they took, without what was done with samples
     * @param stopped why the world stopped before the end, or null
     */
    public record Outcome(long steps, long nanos, @Nullable WorldStoppedException stopped) {}

    /**
     * Runs.
     *
     * @param samples told each sample
     * @param progress told the simulated time after each sample
     */
    public Outcome run(MujocoLayout layout, Consumer<TrajectorySample> samples, DoubleConsumer progress) {
        World world = scene.world();
        Sampler sampler = new Sampler(scene, layout);
        samples.accept(sampler.sample(0));
        long nanos = 0;
        long done = 0;
        for (long k = 1; done < steps; k++) {
            long until = k <= this.samples ? Math.min(steps, Math.round(k / (rate * step))) : steps;
            long begun = System.nanoTime();
            try {
                for (; done < until; done++) {
                    world.step();
                }
            } catch (WorldStoppedException e) {
                nanos += System.nanoTime() - begun;
                samples.accept(sampler.sample(world.time()));
                return new Outcome(done, nanos, e);
            }
            nanos += System.nanoTime() - begun;
            samples.accept(sampler.sample(aligned && k <= this.samples ? k / rate : done * step));
            progress.accept(done * step);
        }
        return new Outcome(done, nanos, null);
    }
}
