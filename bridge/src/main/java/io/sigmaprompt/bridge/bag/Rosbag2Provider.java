package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.bridge.recording.RecordedRobot;
import io.sigmaprompt.bridge.recording.RecordingAddress;
import io.sigmaprompt.bridge.ros.FurtherTopics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.HardwareInterface;
import io.sigmaprompt.twin.port.HardwareInterfaceProvider;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Serves bags: {@code rosbag2:PATH}, the path of a {@code .db3}, {@code .mcap} or {@code .bag} file or a bag's folder; options
 * {@code topic} and {@code further-topics}.
 */
public final class Rosbag2Provider implements HardwareInterfaceProvider {
    private static final String SCHEME = "rosbag2";

    @Override
    public boolean accepts(String uri) {
        if (uri.startsWith(SCHEME + ":")) {
            return true;
        }
        String path =
                RecordingAddress.pathOf(uri.startsWith("file:") ? uri.replaceFirst("\\?[^?]*$", "") : uri, SCHEME);
        return path.endsWith(BagFolder.DATABASE)
                || path.endsWith(BagFolder.MCAP)
                || path.endsWith(BagFolder.ROS1)
                || isBagFolder(path);
    }

    private static boolean isBagFolder(String path) {
        try {
            return Files.isRegularFile(Path.of(path, BagFolder.METADATA));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String usage() {
        return "rosbag2:PATH   a ROS 2 bag (.db3 or .mcap file, or folder) or a ROS 1 .bag; options topic, further-topics";
    }

    /** Opens the bag at once, so that what is wrong with it is said before a session starts. */
    @Override
    public HardwareInterface create(String uri, Map<String, String> options) {
        if (options.containsKey("map")) {
            throw new BadInputException(
                    uri,
                    "a column map was given, and a bag has no columns",
                    "Leave the map away; only tables (.csv, .tsv) take one.");
        }
        var address = RecordingAddress.parse(uri, SCHEME, options, Set.of("topic", FurtherTopics.OPTION));
        return new RecordedRobot(
                uri,
                Rosbag2Recording.open(
                        address.path(),
                        address.options().get("topic"),
                        FurtherTopics.parse(uri, address.options().getOrDefault(FurtherTopics.OPTION, "none"))));
    }
}
