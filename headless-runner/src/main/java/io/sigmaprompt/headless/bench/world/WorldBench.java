package io.sigmaprompt.headless.bench.world;

import io.sigmaprompt.headless.bench.PeerException;
import io.sigmaprompt.headless.bench.Timing;
import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.model.BadInputException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures scenes one by one. Both engines settle, then take the same stretch of time again and again from there, turn by
 * turn, so that a ratio of the two survives a machine that runs now faster, now slower, and no scene drifts into another
 * state while it is measured. One thread.
 */
public final class WorldBench {
    private static final int RESIDUALS = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MOST_REPEATS = 10_000;

    private final WorldBenchPlan plan;
    private final Consumer<String> progress;
    private final Loader ours;
    private final WorldFigures figures = WorldFigures.shipped();

    /**
     * A bench.
     *
     * @param progress told what is being measured
     */
    public WorldBench(WorldBenchPlan plan, Consumer<String> progress) {
        this(plan, progress, OwnWorld::load);
    }

    /** Puts a scene into our engine. */
    interface Loader {
        /** A scene with random controls of an amplitude, or with its own where that is 0. */
        SteppedWorld load(BenchScene scene, WorldBenchPlan plan, double amplitude) throws PeerException;
    }

    WorldBench(WorldBenchPlan plan, Consumer<String> progress, Loader ours) {
        this.plan = plan;
        this.progress = progress;
        this.ours = ours;
    }

    /** Measures a scene; takes as long as the plan says. */
    public SceneTimings measure(BenchScene scene) {
        Double chosen = plan.amplitude();
        double amplitude = chosen == null ? figures.amplitude(scene.name()) : chosen;
        Turns own = new Turns(scene.name());
        Turns peer = new Turns(scene.name() + ", MuJoCo");
        try {
            own.begin(() -> ours.load(scene, plan, amplitude));
            if (plan.peer()) {
                peer.begin(() -> MujocoWorld.load(scene.file(), plan.keyframe(), amplitude));
            }
            double[] ratios = new double[plan.rounds()];
            for (int round = 0; round < plan.rounds() && (own.runs() || peer.runs()); round++) {
                progress.accept(scene.name() + ": round " + (round + 1) + " of " + plan.rounds());
                double before = own.turn(round);
                ratios[round] = peer.turn(round) / before;
            }
            SceneTimings.Engine mine = own.end();
            SceneTimings.Engine theirs = peer.end();
            return new SceneTimings(
                    scene,
                    amplitude,
                    mine,
                    theirs,
                    mine == null || theirs == null ? null : new Timing(ratios),
                    note(own, peer));
        } finally {
            own.close();
            peer.close();
        }
    }

    private String note(Turns own, Turns peer) {
        String note = own.missing.isEmpty() ? "" : "ours not measured: " + own.missing;
        String other = !plan.peer() ? "not asked for" : peer.missing;
        return other.isEmpty() ? note : (note.isEmpty() ? "" : note + "; ") + "MuJoCo not measured: " + other;
    }

    private interface Start {
        SteppedWorld load() throws PeerException;
    }

    /** One engine's part in the measurement of a scene; it ends where the engine does. */
    private final class Turns {
        private final String name;
        private final double[] nanos = new double[plan.rounds()];
        private @Nullable SteppedWorld world;
        private SteppedWorld.@Nullable Sight settled;
        private String missing = "";
        private int window;
        private int repeats;
        private double bytes = Double.NaN;

        Turns(String name) {
            this.name = name;
        }

        boolean runs() {
            return world != null;
        }

        /** Loads, settles and warms up. */
        void begin(Start start) {
            attempt(() -> {
                progress.accept(name + ": settling");
                SteppedWorld loaded = start.load();
                world = loaded;
                double step = loaded.start().timestep();
                window = (int) Math.max(1, Math.rint(plan.window() / step));
                settled = loaded.run((int) Math.max(1, Math.rint(plan.settle() / step)));
                loaded.mark();
                double each = 0;
                for (double spent = 0; spent < plan.warmupMillis() * NANOS_PER_MILLI; spent += each) {
                    each = loaded.time(window, 1) * window;
                }
                repeats = (int) Math.clamp(Math.ceil(plan.turnMillis() * NANOS_PER_MILLI / each), 1, MOST_REPEATS);
            });
        }

        double turn(int round) {
            nanos[round] = Double.NaN;
            SteppedWorld here = world;
            if (here != null) {
                attempt(() -> nanos[round] = here.time(window, repeats));
            }
            return nanos[round];
        }

        SceneTimings.@Nullable Engine end() {
            SteppedWorld here = world;
            SteppedWorld.Sight sight = settled;
            StepResidual[] worst = {StepResidual.NONE};
            if (here != null) {
                attempt(() -> {
                    here.rewind();
                    for (int i = 0; i < RESIDUALS; i++) {
                        here.run(Math.max(1, window / RESIDUALS - 1));
                        worst[0] = worst[0].orGreater(here.residual());
                    }
                    bytes = here.bytesPerStep(window);
                });
            }
            return here == null || sight == null || !runs()
                    ? null
                    : new SceneTimings.Engine(here.start(), sight, new Timing(nanos), worst[0], bytes);
        }

        private void attempt(Attempt what) {
            try {
                what.run();
            } catch (PeerException e) {
                missing = e.reason();
                close();
            } catch (BadInputException e) {
                missing = e.problem();
                close();
            }
        }

        void close() {
            if (world != null) {
                world.close();
                world = null;
            }
        }
    }

    private interface Attempt {
        void run() throws PeerException;
    }
}
