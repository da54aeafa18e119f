package io.sigmaprompt.physics.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files of the shared corpus; a test that needs an absent one aborts and says which. */
public final class CorpusFiles {
    private CorpusFiles() {}

    public static Path get(String name) {
        String root = System.getProperty("sigma.corpus", "../shared");
        Path file = Path.of(root).resolve(name).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.exists(file), "skipped: the corpus file " + name + " is absent in " + root);
        return file;
    }
}
