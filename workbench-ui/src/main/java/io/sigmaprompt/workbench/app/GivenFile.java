package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a user names: a file, {@code library:NAME}, or just the name of something that comes with the workbench. */
final class GivenFile {
    static final String LIBRARY = "library:";

    private GivenFile() {}

    static Path scenario(String given) {
        return find("--scenario", given, ShippedLibrary::scenarios, ShippedLibrary::scenario);
    }

    static Path robot(String given) {
        return find("--robot", given, ShippedLibrary::robots, ShippedLibrary::robot);
    }

    private static Path find(
            String argument, String given, Supplier<List<String>> shipped, Function<String, Path> inLibrary) {
        if (given.startsWith(LIBRARY)) {
            return inLibrary.apply(given.substring(LIBRARY.length()));
        }
        Path path;
        try {
            path = Path.of(given);
        } catch (InvalidPathException e) {
            throw new BadInputException(argument, "'" + given + "' is no path", "Name a file, or library:NAME.");
        }
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (shipped.get().contains(given)) {
            return inLibrary.apply(given);
        }
        throw new BadInputException(
                argument,
                "expected a file that can be read, found none at " + path,
                "Name a file, or what comes with the workbench: " + String.join(", ", shipped.get()) + ".");
    }
}
