package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The desktop's main class. It is no JavaFX application, so that it can choose JavaFX's platform first. */
public final class Workbench {
    private static final int BAD_INPUT = 2;
    private static final int OUTSIDE = 3;
    private static final int OUR_BUG = 4;

    private Workbench() {}

    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs the desktop until its window is closed or its picture taken, and answers the exit code. */
    static int run(String[] arguments, PrintWriter words, PrintWriter complaints) {
        WorkbenchCommand command = new WorkbenchCommand();
        CommandLine line = new CommandLine(command);
        line.setOut(words);
        line.setErr(complaints);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, given) -> {
            complaints.println("error: " + usage(problem));
            complaints.println("Try: sigma workbench --help");
            return BAD_INPUT;
        });
        line.setExecutionExceptionHandler((failure, called, parsed) -> {
            int code = exitCode(failure, command.verbose(), complaints);
            if (command.verbose()) {
                failure.printStackTrace(complaints);
            }
            return code;
        });
        return line.execute(arguments);
    }

    private static String usage(CommandLine.ParameterException problem) {
        if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return oneLine(problem);
        }
        String written = unmatched.getUnmatched().getFirst();
        String what = written.startsWith("-") ? "option" : "argument";
        List<String> near = written.startsWith("-")
                ? unmatched.getSuggestions().stream().limit(2).toList()
                : List.of();
        return what + ": there is no '" + written + "' here"
                + (near.isEmpty() ? "" : ". Did you mean " + String.join(" or ", near) + "?");
    }

    private static int exitCode(Throwable failure, boolean verbose, PrintWriter complaints) {
        BadInputException badInput = cause(failure, BadInputException.class);
        if (badInput != null) {
            complaints.println("error: " + oneLine(badInput));
            return BAD_INPUT;
        }
        OutsideFailureException outside = cause(failure, OutsideFailureException.class);
        if (outside != null) {
            complaints.println("error: " + oneLine(outside));
            return OUTSIDE;
        }
        complaints.println("error: this is a bug of the workbench: " + failure);
        if (!verbose) {
            complaints.println("All that was recorded is kept. Run it again with --verbose and report what it shows.");
        }
        return OUR_BUG;
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
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
