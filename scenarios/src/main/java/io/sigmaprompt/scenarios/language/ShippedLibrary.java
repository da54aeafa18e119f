package io.sigmaprompt.scenarios.language;

import java.nio.file.Path;
import java.util.List;

/** The robots and scenarios that come with the workbench. */
@SuppressWarnings("DoNotCallSuggester")
public final class ShippedLibrary {
    private ShippedLibrary() {}

    /** The URDF of a shipped robot, as {@code industrial-arm}. */
    public static Path robot(String name) {
        throw new UnsupportedOperationException(name);
    }

    /** The file of a shipped scenario, as {@code first-light}. */
    public static Path scenario(String name) {
        throw new UnsupportedOperationException(name);
    }

    /** Names of the shipped robots, sorted. */
    public static List<String> robots() {
        throw new UnsupportedOperationException();
    }

    /** Names of the shipped scenarios, sorted. */
    public static List<String> scenarios() {
        throw new UnsupportedOperationException();
    }
}
