package io.sigmaprompt.headless.bench;

import io.sigmaprompt.headless.dynamics.StatesFile;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A robot to be measured.
 *
 * @param name its file's name without what follows the first dot
 * @param model with its root free or welded as asked for
 * @param states a file with its states, or null
 */
public record BenchRobot(
        String name, Path file, RobotModel model, @Nullable Path states) {
    /** Whether a robot's root is free. */
    public enum Root {
        /** As its file of states says; welded without one. */
        AUTO,
        /** Free. */
        YES,
        /** Welded to the world. */
        NO
    }

    /**
     * The robots of a folder, sorted by name; states are looked for in {@code ../rbd/NAME.json}.
     *
     * @param names those that are wanted; all if empty
     * @throws BadInputException if there is none, or none of that name
     */
    public static List<BenchRobot> in(Path folder, List<String> names, Root root) {
        List<Path> files = files(folder);
        List<String> known = files.stream().map(BenchRobot::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new BadInputException(
                        "--robot",
                        "expected one of " + String.join(", ", known) + ", found '" + name + "'"
                                + Suggestion.phrase(name, known),
                        "Name a file of " + folder + " without its ending.");
            }
        }
        return files.stream()
                .filter(file -> names.isEmpty() || names.contains(name(file)))
                .map(file -> of(file, root))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().matches(".*\\.(urdf|xacro|xml|sdf)"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new BadInputException(
                        "--robots",
                        "expected a folder with robots (.urdf, .xacro, .xml, .sdf), found none in " + folder,
                        "Name the folder that holds them.");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BenchRobot of(Path file, Root root) {
        String name = name(file);
        Path beside = file.toAbsolutePath().resolveSibling("../rbd").normalize().resolve(name + ".json");
        Path states = Files.isRegularFile(beside) ? beside : null;
        boolean said =
                states != null && Boolean.TRUE.equals(StatesFile.read(states).floatingBase());
        boolean free = root == Root.AUTO ? said : root == Root.YES;
        RobotModel model = RobotFile.read(file).model().withFloatingBase(free);
        // States of a root that is free do not fit one that is welded, nor the other way round.
        return new BenchRobot(name, file, model, free == said ? states : null);
    }

    private static String name(Path file) {
        return file.getFileName().toString().split("\\.", 2)[0];
    }
}
