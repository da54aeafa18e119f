package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Worlds of a few lines of MJCF. */
public final class SmallWorld {
    private SmallWorld() {}

    public static RobotReading read(Path folder, String body) throws IOException {
        return RobotFile.read(Files.writeString(
                folder.resolve("small.xml"), "<mujoco><compiler angle=\"radian\"/>" + body + "</mujoco>"));
    }

    public static World of(Path folder, String body) throws IOException {
        return of(folder, body, WorldSettings.DEFAULT);
    }

    public static World of(Path folder, String body, WorldSettings settings) throws IOException {
        WorldBuilder builder = new WorldBuilder();
        builder.add(read(folder, body));
        return builder.build(settings);
    }

    public static int body(World world, String name) {
        for (int b = 0; b < world.bodyCount(); b++) {
            if (world.bodyName(b).equals(name)) {
                return b;
            }
        }
        throw new IllegalArgumentException(name);
    }

    static void run(World world, double until) {
        while (world.time() < until - 1e-9) {
            world.step();
        }
    }
}
