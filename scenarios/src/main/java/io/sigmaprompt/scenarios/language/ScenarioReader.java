package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.BadInputException;
import java.nio.file.Path;
import java.util.Map;

/** Reads scenario files. */
@SuppressWarnings("DoNotCallSuggester")
public final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads and checks a scenario and the robots it names.
     *
     * @throws BadInputException if the file or a robot's model is wrong; the place is file:line:column
     */
    public static Scenario read(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    /**
     * A scenario that mirrors a recorded log with a robot's twin until the log ends.
     *
     * @param log the recording
     * @param robot the robot's URDF, or {@code library:NAME}
     * @param options options for the log's reader
     */
    public static Scenario forReplay(Path log, Path robot, Map<String, String> options) {
        throw new UnsupportedOperationException(log + " " + robot + options);
    }
}
