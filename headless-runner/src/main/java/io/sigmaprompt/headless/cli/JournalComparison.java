package io.sigmaprompt.headless.cli;

import java.nio.file.Path;

/** placeholder until the kernel is here */
final class JournalComparison {
    private JournalComparison() {}

    static int run(Path directory, Console console) {
        throw new UnsupportedOperationException(directory + console.toString());
    }
}
