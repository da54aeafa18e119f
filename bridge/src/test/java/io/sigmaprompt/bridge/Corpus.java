package io.sigmaprompt.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The shared corpus of robots, logs and conformance cases, where there is one. */
public final class Corpus {
    private Corpus() {}

    /** A file or folder of the corpus; the test is skipped, naming it, where it is absent. */
    public static Path path(String relative) {
        Path path = Path.of(System.getProperty("sigma.corpus", "../shared")).resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), "Skipped: the shared corpus has no " + relative + " at " + path);
        return path;
    }
}
