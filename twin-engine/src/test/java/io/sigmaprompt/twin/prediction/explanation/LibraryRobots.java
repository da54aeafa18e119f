package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import java.nio.file.Path;
import java.util.List;

/** The two arms of the shipped library. */
final class LibraryRobots {
    static final List<String> ARMS = List.of("industrial-arm", "collaborative-arm");

    private LibraryRobots() {}

    static RobotModel arm(int index) {
        String name = ARMS.get(index);
        return UrdfReader.read(Path.of("..", "scenarios", "library", "robots", name, name + ".urdf"))
                .model();
    }
}
