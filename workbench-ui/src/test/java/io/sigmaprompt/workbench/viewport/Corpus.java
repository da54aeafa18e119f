package io.sigmaprompt.workbench.viewport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The shared corpus of robots, where it is there. */
public final class Corpus {
    private Corpus() {}

    /** A file of the corpus; the test is skipped, with a message, where there is none. */
    public static Path file(String relative) {
        Path file = Path.of(System.getProperty("sigma.corpus", "../shared")).resolve(relative);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " of the shared corpus is absent");
        return file;
    }
}
