package io.sigmaprompt.workbench.app;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
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
        Thread.setDefaultUncaughtExceptionHandler(Logging::broken);
    }

    /** A thread broke. While the machine ends, JavaFX still wants to draw, and cannot; that is nothing to tell. */
    private static void broken(Thread thread, Throwable problem) {
        if (!(problem instanceof RejectedExecutionException && ending())) {
            ROOT.log(Level.SEVERE, problem, () -> "the thread '" + thread.getName() + "' broke");
        }
    }

    private static boolean ending() {
        Thread hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
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
