package io.sigmaprompt.bridge.bag;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A rosbag2 folder: which storage files its {@code metadata.yaml} names. */
final class BagFolder {
    static final String METADATA = "metadata.yaml";
    static final String DATABASE = ".db3";
    static final String MCAP = ".mcap";
    static final String ROS1 = ".bag";

    private static final List<String> STORAGES = List.of("sqlite3", "mcap");

    private BagFolder() {}

    /**
     * The files of a bag in recorded order.
     *
     * @throws BadInputException if there are none, or they are compressed or of another storage
     */
    static List<Path> storageFiles(Path folder) {
        Path metadata = folder.resolve(METADATA);
        if (!Files.isRegularFile(metadata)) {
            throw new BadInputException(
                    folder.toString(),
                    "a rosbag2 folder must hold a " + METADATA + " and this one does not",
                    "Name the .db3 file itself, or run 'ros2 bag reindex' on the folder.");
        }
        JsonNode bag = read(metadata).path("rosbag2_bagfile_information");
        String storage = bag.path("storage_identifier").asString("sqlite3");
        if (!STORAGES.contains(storage)) {
            throw new BadInputException(
                    metadata.toString(),
                    "storage_identifier must be sqlite3 or mcap and is '" + storage + "'",
                    "Convert the bag with 'ros2 bag convert' to storage_id sqlite3.");
        }
        String compression = bag.path("compression_mode").asString("");
        if (!compression.isEmpty() && !compression.equalsIgnoreCase("none")) {
            throw new BadInputException(
                    metadata.toString(),
                    "compression_mode '" + compression + "' ("
                            + bag.path("compression_format").asString("") + ") is not supported",
                    "Convert the bag with 'ros2 bag convert' and an empty compression_mode.");
        }
        List<Path> named = new ArrayList<>();
        for (JsonNode path : bag.path("relative_file_paths")) {
            named.add(folder.resolve(path.asString()));
        }
        if (named.isEmpty() || (named.size() == 1 && !Files.exists(named.getFirst()))) {
            // A file that was renamed after recording is still the bag's only file.
            List<Path> beside = storagesIn(folder);
            if (beside.size() == 1) {
                return beside;
            }
        }
        if (named.isEmpty()) {
            throw new BadInputException(
                    metadata.toString(),
                    "relative_file_paths names no file",
                    "Run 'ros2 bag reindex' on the folder, or name the .db3 or .mcap file itself.");
        }
        return named;
    }

    private static JsonNode read(Path metadata) {
        try {
            return new YAMLMapper().readTree(Files.readString(metadata));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadInputException(
                    metadata + ":" + at.getLineNr() + ":" + at.getColumnNr(),
                    "this is not YAML: " + e.getOriginalMessage(),
                    "Run 'ros2 bag reindex' on the folder, or name the .db3 or .mcap file itself.");
        } catch (IOException e) {
            throw new BadInputException(
                    metadata.toString(), "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        }
    }

    private static List<Path> storagesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(DATABASE)
                            || file.toString().endsWith(MCAP))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInputException(
                    folder.toString(), "the folder cannot be read (" + e.getMessage() + ")", "Check its permissions.");
        }
    }
}
