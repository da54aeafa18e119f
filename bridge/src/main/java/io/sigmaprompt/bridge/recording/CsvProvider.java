package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaceProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Serves tables of telemetry: {@code csv:PATH} or the path of a {@code .csv} or {@code .tsv} file. Option {@code map} names
 * a column map, or the keys of {@link CsvMap} stand as options themselves.
 */
public final class CsvProvider implements HardwareInterfaceProvider {
    private static final String SCHEME = "csv";
    private static final String MAP = "map";
    private static final Set<String> OPTIONS = Set.of(
            MAP,
            "delimiter",
            "decimal",
            "time",
            "timeUnit",
            "position",
            "velocity",
            "effort",
            "current",
            "temperature",
            "temperatureUnit");

    @Override
    public boolean accepts(String uri) {
        if (uri.startsWith(SCHEME + ":")) {
            return true;
        }
        String path =
                RecordingAddress.pathOf(uri.startsWith("file:") ? uri.replaceFirst("\\?[^?]*$", "") : uri, SCHEME);
        return path.endsWith(".csv") || path.endsWith(".tsv");
    }

    @Override
    public String usage() {
        return "csv:PATH   a table of joint states; option map=FILE, or time, position, velocity, effort, current, temperature, …";
    }

    /** Opens the table at once, so that what is wrong with it is said before a session starts. */
    @Override
    public HardwareInterface create(String uri, Map<String, String> options) {
        var address = RecordingAddress.parse(uri, SCHEME, options, OPTIONS);
        return new RecordedRobot(uri, CsvRecording.open(address.path(), map(uri, address.options())));
    }

    private static CsvMap map(String uri, Map<String, String> options) {
        String file = options.get(MAP);
        if (file == null) {
            return CsvMap.of(uri, options, Map.of());
        }
        if (options.size() > 1) {
            throw new BadInputException(
                    uri, "a column map and further options are given", "Write all of it into " + file + ".");
        }
        return CsvMap.read(Path.of(file));
    }
}
