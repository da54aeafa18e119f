package io.sigmaprompt.headless.cli;

import io.sigmaprompt.scenarios.language.JointNamesFile;
import io.sigmaprompt.twin.telemetry.naming.JointNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a recorded log of joints is to be read; shared by the commands that read one. */
final class LogOptions {
    @Option(names = "--topic", paramLabel = "T", description = "The topic that carries the joint states.")
    private @Nullable String topic;

    @Option(names = "--map", paramLabel = "M", description = "Which column is what, for CSV.")
    private @Nullable String map;

    @Option(
            names = "--names",
            paramLabel = "N",
            description = "Which joint of the log is which of the robot's, where their names or units differ.")
    private @Nullable String names;

    /** The options that were given. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (topic != null) {
            given.add("--topic");
        }
        if (map != null) {
            given.add("--map");
        }
        if (names != null) {
            given.add("--names");
        }
        return given;
    }

    /** Options for opening the log itself. */
    Map<String, String> forLog() {
        Map<String, String> options = new LinkedHashMap<>();
        if (topic != null) {
            options.put("topic", topic);
        }
        if (map != null) {
            options.put("map", GivenPath.existing("--map", map).toString());
        }
        return options;
    }

    /** Options for a scenario that has the log behind a twin. */
    Map<String, String> forScenario() {
        Map<String, String> options = forLog();
        Path file = namesFile();
        if (file != null) {
            options.put(JointNamesFile.OPTION, file.toString());
        }
        return options;
    }

    /** Whose joint is whose, or null where the names are the robot's. */
    @Nullable
    JointNames jointNames() {
        Path file = namesFile();
        return file == null ? null : JointNamesFile.read(file);
    }

    private @Nullable Path namesFile() {
        return names == null ? null : GivenPath.existing("--names", names);
    }
}
