package io.sigmaprompt.scenarios.language;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a robot of a scenario comes from.
 *
 * @param name the session's name for it
 * @param modelFile its description: URDF, xacro, MJCF or SDF
 * @param hardware {@link #SIMULATED}, {@link #VIRTUAL}, a URI, or the path of a log
 * @param hardwareOptions options for the hardware interface
 */
public record RobotEntry(String name, Path modelFile, String hardware, Map<String, String> hardwareOptions) {
    /** The kernel steps the robot itself, in lock-step. */
    public static final String SIMULATED = "simulated";

    /** A virtual robot in a process of its own. */
    public static final String VIRTUAL = "virtual";

    public RobotEntry {
        hardwareOptions = Collections.unmodifiableMap(new LinkedHashMap<>(hardwareOptions));
    }
}
