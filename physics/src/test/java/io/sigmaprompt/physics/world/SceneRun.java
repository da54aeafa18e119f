package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.constraint.StepResidual;
import io.sigmaprompt.physics.dynamics.Corpus;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A scene of one description in a world, and what one asks of it. Sleeping is off unless the settings turn it on. */
final class SceneRun {
    static final Path LIBRARY = Path.of("../scenarios/library/worlds");
    static final Vec3 EARTH = new Vec3(0, 0, -9.81);
    static final Vec3 NO_WEIGHT = new Vec3(0, 0, 0);

    final World world;

    private SceneRun(Path file, WorldSettings settings) {
        this(RobotFile.read(file), settings);
    }

    SceneRun(RobotReading reading, WorldSettings settings) {
        WorldBuilder builder = new WorldBuilder();
        builder.add(reading);
        world = builder.build(settings);
    }

    static WorldSettings every(double step) {
        return WorldSettings.DEFAULT.withStep(step).withSleeping(false);
    }

    /** A world that we ship, with the keyframe that it is meant to begin with; the gravity is the file's. */
    static SceneRun library(String file, WorldSettings settings) {
        SceneRun run = new SceneRun(
                LIBRARY.resolve(file), file.startsWith("tumbling") ? settings.withGravity(NO_WEIGHT) : settings);
        run.world.robots().getFirst().mechanism().keyframes().stream()
                .findFirst()
                .ifPresent(key -> run.world.reset(0, key.name()));
        return run;
    }

    /** A scene of the shared reference data, where it is present. */
    static SceneRun reference(String path, WorldSettings settings) {
        return new SceneRun(Corpus.reference(path), settings);
    }

    /** A scene written in MJCF: what stands between the outermost element's tags. */
    static SceneRun of(String mjcf, WorldSettings settings) {
        return new SceneRun(reading("<mujoco>" + mjcf + "</mujoco>"), settings);
    }

    /** A description of any format that is read from files. */
    static RobotReading reading(String text) {
        try {
            Path file = Files.createTempFile("scene", ".xml");
            try {
                Files.writeString(file, text);
                return RobotFile.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SceneRun go(double seconds) {
        return go(seconds, world -> {});
    }

    /** Steps on, and shows the world after each step. */
    SceneRun go(double seconds, Consumer<World> after) {
        long steps = Math.round(seconds / world.settings().step());
        for (long i = 0; i < steps; i++) {
            world.step();
            after.accept(world);
        }
        return this;
    }

    int body(String name) {
        for (int b = 0; b < world.bodyCount(); b++) {
            if (world.bodyName(b).equals(name)) {
                return b;
            }
        }
        throw new IllegalArgumentException("no body " + name);
    }

    /** A coordinate of a body's origin in the world. */
    double at(int body, int axis) {
        return world.poses()[12 * body + 9 + axis];
    }

    /** A linear velocity of a body's origin, world axes. */
    double speed(int body, int axis) {
        return world.velocities()[6 * body + 3 + axis];
    }

    /** An angular velocity, world axes. */
    double spin(int body, int axis) {
        return world.velocities()[6 * body + axis];
    }

    /** Starts a free body, and keeps all else: linear velocity of its origin, angular velocity; world axes. */
    SceneRun launch(int body, double[] linear, double[] angular) {
        double[] q = world.q().clone();
        double[] v = world.v().clone();
        int o = 6 * freeIndex(body);
        int r = 12 * body;
        double[] pose = world.poses();
        for (int k = 0; k < 3; k++) {
            v[o + k] = pose[r + k] * angular[0] + pose[r + 3 + k] * angular[1] + pose[r + 6 + k] * angular[2];
            v[o + 3 + k] = pose[r + k] * linear[0] + pose[r + 3 + k] * linear[1] + pose[r + 6 + k] * linear[2];
        }
        world.teleport(q, v);
        return this;
    }

    /** Which of the free bodies a body is, in a scene of nothing but free bodies on the ground. */
    private int freeIndex(int body) {
        return body - (world.bodyCount() - world.v().length / 6);
    }

    double energy() {
        return world.kineticEnergy() + world.potentialEnergy();
    }

    /** How much lower the lowest contact gap is than touch, metres. */
    double penetration() {
        double worst = 0;
        for (int i = 0; i < world.contacts().count(); i++) {
            worst = Math.max(worst, -world.contacts().geometry[7 * i + 6]);
        }
        return worst;
    }

    /** The greatest way of any body's origin from where it was. */
    double moved(double[] poses) {
        double worst = 0;
        for (int b = 0; b < world.bodyCount(); b++) {
            double sum = 0;
            for (int k = 9; k < 12; k++) {
                double d = world.poses()[12 * b + k] - poses[12 * b + k];
                sum += d * d;
            }
            worst = Math.max(worst, Math.sqrt(sum));
        }
        return worst;
    }

    /** The greatest component of any body's velocity. */
    double greatestSpeed() {
        double worst = 0;
        for (double x : world.velocities()) {
            worst = Math.max(worst, Math.abs(x));
        }
        return worst;
    }

    /** The worst residual of every step from here on. */
    StepResidual worstResidual(double seconds) {
        StepResidual[] worst = {StepResidual.NONE};
        go(seconds, w -> worst[0] = worst[0].orGreater(w.residual()));
        return worst[0];
    }
}
