package io.sigmaprompt.headless.bench.world;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scene to be measured.
 *
 * @param name its file's name without the ending
 */
public record BenchScene(String name, Path file) {
    private static final int DEEPEST = 2;

    /**
     * The MJCF scenes of a folder and of the folders in it, sorted by name.
     *
     * @param names those that are wanted; all if empty
     * @throws BadInputException if there is none, or none of that name
     */
    public static List<BenchScene> in(Path folder, List<String> names) {
        List<BenchScene> scenes = all(folder);
        List<String> known = scenes.stream().map(BenchScene::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new BadInputException(
                        "--scene",
                        "expected one of " + String.join(", ", known) + ", found '" + name + "'"
                                + Suggestion.phrase(name, known),
                        "Name a file of " + folder + " without its ending.");
            }
        }
        return scenes.stream()
                .filter(scene -> names.isEmpty() || names.contains(scene.name()))
                .toList();
    }

    private static List<BenchScene> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            List<BenchScene> scenes = files.filter(BenchScene::isScene)
                    .map(file -> new BenchScene(file.getFileName().toString().replaceFirst("\\.xml$", ""), file))
                    .sorted(Comparator.comparing(BenchScene::name).thenComparing(BenchScene::file))
                    .toList();
            if (scenes.isEmpty()) {
                throw new BadInputException(
                        "--scenes",
                        "expected a folder with MJCF scenes (.xml), found none in " + folder,
                        "Name the folder that holds them.");
            }
            return scenes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is an MJCF document, and not some other XML that lies beside the scenes. */
    private static boolean isScene(Path file) {
        try {
            return file.toString().endsWith(".xml")
                    && Files.isRegularFile(file)
                    && Files.readString(file).contains("<mujoco");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
