package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The desktop's main class. It is no JavaFX application, so that it can choose JavaFX's platform first. */
public final class Workbench {
    private static final int BAD_INPUT = 2;
    private static final int OUTSIDE = 3;
    private static final int OUR_BUG = 4;

    private Workbench() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs the desktop until its window is closed or its picture taken, and answers the exit code. */
    static int run(String[] arguments, PrintWriter complaints) {
        CommandLine line = new CommandLine(new WorkbenchCommand());
        line.setErr(complaints);
        line.setExecutionExceptionHandler((failure, command, parsed) -> exitCode(failure, complaints));
        return line.execute(arguments);
    }

    private static int exitCode(Throwable failure, PrintWriter complaints) {
        BadInputException badInput = cause(failure, BadInputException.class);
        if (badInput != null) {
            complaints.println(badInput.getMessage());
            return BAD_INPUT;
        }
        OutsideFailure outside = cause(failure, OutsideFailure.class);
        if (outside != null) {
            complaints.println(outside.getMessage());
            return OUTSIDE;
        }
        failure.printStackTrace(complaints);
        return OUR_BUG;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
