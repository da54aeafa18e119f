package io.sigmaprompt.headless.bench.world;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.headless.bench.PeerException;
import io.sigmaprompt.headless.simulation.MujocoLayout;
import io.sigmaprompt.headless.simulation.Scene;
import io.sigmaprompt.headless.simulation.SceneOptions;
import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.spatial.SplitMix64;
import io.sigmaprompt.physics.world.World;
import io.sigmaprompt.physics.world.WorldSnapshot;
import io.sigmaprompt.physics.world.WorldStoppedException;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scene in our engine. */
final class OwnWorld implements SteppedWorld {
    private static final int POSE = 12;

    private final Scene scene;
    private final World world;
    private final int[] bodies;
    private final double amplitude;
    private final Start start;
    private @Nullable WorldSnapshot mark;
    /** Controls of the steps to come, drawn before the clock runs. */
    private double[] drawn = new double[0];

    private SplitMix64 random = new SplitMix64(SEED);
    private long draws;
    private long drawsAtMark;

    private OwnWorld(Scene scene, double amplitude) {
        this.scene = scene;
        world = scene.world();
        MujocoLayout layout = new MujocoLayout(scene.robot().model());
        bodies = layout.bodies().stream()
                .mapToInt(name ->
                        scene.robot().bodyOffset() + scene.robot().model().linkIndex(name))
                .toArray();
        this.amplitude = scene.actuators().names().isEmpty() ? 0 : amplitude;
        start = new Start(
                "SigmaPrompt",
                world.settings().step(),
                layout.nv(),
                scene.actuators().names().size(),
                bodies.length,
                height());
    }

    /** Puts a scene where it starts. */
    static SteppedWorld load(BenchScene scene, WorldBenchPlan plan, double amplitude) {
        return new OwnWorld(Scene.load(scene.file(), SceneOptions.plain(plan.keyframe(), plan.sleep())), amplitude);
    }

    private double height() {
        double sum = 0;
        for (int body : bodies) {
            sum += world.poses()[POSE * body + 11];
        }
        return sum / bodies.length;
    }

    @Override
    public Start start() {
        return start;
    }

    @Override
    public Sight run(int steps) throws PeerException {
        draw(steps);
        advance(steps);
        return new Sight(contacts(), scene.iterations(), height());
    }

    private int contacts() {
        int count = 0;
        for (int c = 0; c < world.contacts().count(); c++) {
            count += scene.touches(c) ? 1 : 0;
        }
        return count;
    }

    private void draw(int steps) {
        if (amplitude == 0) {
            return;
        }
        int wanted = steps * start.actuators();
        if (drawn.length < wanted) {
            drawn = new double[wanted];
        }
        for (int i = 0; i < wanted; i++) {
            drawn[i] = amplitude * random.symmetric();
        }
        draws += wanted;
    }

    private void advance(int steps) throws PeerException {
        try {
            int next = 0;
            for (int step = 0; step < steps; step++) {
                if (amplitude > 0) {
                    for (int i = 0; i < start.actuators(); i++) {
                        scene.actuators().setControl(i, drawn[next++]);
                    }
                }
                world.step();
            }
        } catch (WorldStoppedException e) {
            throw new PeerException("the world stopped: " + e.getMessage());
        }
    }

    @Override
    public void mark() {
        mark = world.save(null);
        drawsAtMark = draws;
    }

    @Override
    public void rewind() {
        world.restore(Objects.requireNonNull(mark, "there is no mark"));
        if (amplitude == 0) {
            return;
        }
        random = new SplitMix64(SEED);
        for (draws = 0; draws < drawsAtMark; draws++) {
            random.symmetric();
        }
    }

    @Override
    public double time(int steps, int repeats) throws PeerException {
        long nanos = 0;
        for (int i = 0; i < repeats; i++) {
            rewind();
            draw(steps);
            long begun = System.nanoTime();
            advance(steps);
            nanos += System.nanoTime() - begun;
        }
        return (double) nanos / steps / repeats;
    }

    @Override
    public StepResidual residual() throws PeerException {
        draw(1);
        advance(1);
        return world.residual();
    }

    @Override
    public double bytesPerStep(int steps) throws PeerException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int count = 0; count < 3; count++) {
            rewind();
            draw(steps);
            long before = threads.getCurrentThreadAllocatedBytes();
            advance(steps);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return (double) least / steps;
    }

    @Override
    public void close() {
        // Nothing outside this process is held.
    }
}
