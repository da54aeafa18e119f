package io.sigmaprompt.bridge.flight;

import io.sigmaprompt.bridge.recording.RecordedRobot;
import io.sigmaprompt.bridge.recording.RecordingAddress;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaceProvider;
import java.util.Map;
import java.util.Set;

/** Serves flights: {@code ulog:PATH} or the path of a {@code .ulg} file. */
public final class UlogProvider implements HardwareInterfaceProvider {
    private static final String SCHEME = "ulog";

    @Override
    public boolean accepts(String uri) {
        if (uri.startsWith(SCHEME + ":")) {
            return true;
        }
        String path =
                RecordingAddress.pathOf(uri.startsWith("file:") ? uri.replaceFirst("\\?[^?]*$", "") : uri, SCHEME);
        return path.endsWith(".ulg");
    }

    @Override
    public String usage() {
        return "ulog:PATH   a flight that PX4 logged (.ulg)";
    }

    /** Opens the log at once, so that what is wrong with it is said before a session starts. */
    @Override
    public HardwareInterface create(String uri, Map<String, String> options) {
        for (String option : new String[] {"map", "topic"}) {
            if (options.containsKey(option)) {
                throw new BadInputException(
                        uri,
                        "the option '" + option + "' was given, and a flight log has its topics by PX4's own names",
                        "Leave it away; it is for tables and ROS 2 bags.");
            }
        }
        var address = RecordingAddress.parse(uri, SCHEME, options, Set.of());
        return new RecordedRobot(uri, UlogRecording.open(address.path()));
    }
}
