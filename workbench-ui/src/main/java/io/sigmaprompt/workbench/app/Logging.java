package io.sigmaprompt.workbench.app;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How much the libraries below the desktop may say on the error stream: what is wrong, and not what they are. */
final class Logging {
    /** Warnings about what is as it is meant: JavaFX on the class path, and no sound. */
    private static final List<String> HARMLESS = List.of("Unsupported JavaFX configuration", "OGGLoader");

    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    /** To be called before a library is first used. */
    static void set(boolean verbose) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "warn");
        ROOT.setLevel(verbose ? Level.INFO : Level.WARNING);
        for (Handler handler : ROOT.getHandlers()) {
            handler.setFilter(verbose ? null : Logging::tells);
        }
    }

    /** Whether a record tells the user something. */
    static boolean tells(LogRecord record) {
        String text = String.valueOf(record.getMessage());
        if (record.getParameters() != null) {
            text += Arrays.asList(record.getParameters());
        }
        return HARMLESS.stream().noneMatch(text::contains);
    }
}
