package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.json.JsonMapper;

/** Answers what goes wrong with one clear message and the exit code that belongs to it. */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final Sigma sigma;
    private final PrintWriter out;
    private final PrintWriter err;

    Failures(Sigma sigma, PrintWriter out, PrintWriter err) {
        this.sigma = sigma;
        this.out = out;
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        // Picocli doubles a word of its own.
        StringBuilder message = new StringBuilder(oneLine(problem.getMessage()).replace("option option", "option"));
        String absent = absent(problem);
        if (absent != null) {
            message.setLength(0);
            message.append(absent);
        }
        String written = unknown(problem);
        if (written != null) {
            boolean commandExpected = !command.getSubcommands().isEmpty();
            message.setLength(0);
            message.append(written.startsWith("-") ? "option" : commandExpected ? "command" : "argument")
                    .append(": there is no '")
                    .append(written)
                    .append("' here");
            List<String> near = Spelling.nearest(written, command);
            if (!near.isEmpty()) {
                message.append(". Did you mean ")
                        .append(String.join(" or ", near))
                        .append('?');
            }
        }
        String help = command.getCommandSpec().qualifiedName() + " --help";
        answer(ExitCode.BAD_INPUT, message.toString(), Arrays.asList(args).contains("--json"));
        err.println("Try: " + help);
        err.flush();
        return ExitCode.BAD_INPUT;
    }

    /** Which argument is missing, with its own words on what it is; null where none is. */
    private static @Nullable String absent(ParameterException problem) {
        if (!(problem instanceof MissingParameterException missing)) {
            return null;
        }
        for (ArgSpec argument : missing.getMissing()) {
            if (argument.isPositional() && argument.description().length > 0) {
                String words = argument.description()[0];
                return argument.paramLabel() + ": expected one, found none. Name "
                        + (words.matches("(A|An|The) .*")
                                ? words.substring(0, 1).toLowerCase(Locale.ROOT)
                                : words.charAt(0))
                        + words.substring(1);
            }
        }
        return null;
    }

    /** What was written that nothing is known of, or null; where that is an option, it is why another one is missing. */
    private static @Nullable String unknown(ParameterException problem) {
        List<String> unmatched = problem instanceof UnmatchedArgumentException own
                ? own.getUnmatched()
                : problem instanceof MissingParameterException
                        ? problem.getCommandLine().getUnmatchedArguments().stream()
                                .filter(written -> written.startsWith("--"))
                                .toList()
                        : List.of();
        return unmatched.isEmpty() ? null : unmatched.getFirst();
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        if (problem instanceof ParameterException parameter) {
            return handleParseException(parameter, parsed.originalArgs().toArray(String[]::new));
        }
        int code = codeOf(problem);
        if (code == ExitCode.BUG) {
            answer(code, "this is a bug of the workbench: " + problem, sigma.json());
            if (!sigma.verbose()) {
                err.println("All that was recorded is kept. Run it again with --verbose and report what it shows.");
            }
        } else {
            String message = problem instanceof UncheckedIOException || problem instanceof IOException
                    ? ioMessage(problem)
                    : oneLine(problem.getMessage());
            answer(code, message, sigma.json());
        }
        if (sigma.verbose()) {
            problem.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    /** Answers that the Java machine ran out of heap or stack. */
    int exhausted(VirtualMachineError problem) {
        String option = problem instanceof OutOfMemoryError ? "-Xmx8g" : "-Xss16m";
        answer(
                ExitCode.BUG,
                "the Java machine ran out of space (" + problem + "); SIGMA_JAVA_OPTS=" + option + " gives it more",
                sigma.json());
        if (sigma.verbose()) {
            problem.printStackTrace(err);
        }
        err.flush();
        return ExitCode.BUG;
    }

    /** The exit code that belongs to a failure. */
    static int codeOf(Throwable problem) {
        return switch (problem) {
            case BadInputException bad -> ExitCode.BAD_INPUT;
            case InvalidPathException unspeakable -> ExitCode.BAD_INPUT;
            case OutsideFailureException outside -> ExitCode.OUTSIDE;
            case IOException io -> ExitCode.OUTSIDE;
            case UncheckedIOException io -> ExitCode.OUTSIDE;
            default -> ExitCode.BUG;
        };
    }

    private static String ioMessage(Exception problem) {
        Throwable inner = problem.getCause();
        Throwable cause = problem instanceof UncheckedIOException && inner != null ? inner : problem;
        return oneLine(cause.getClass().getSimpleName().replace("Exception", "") + ": " + cause.getMessage())
                + ". Look whether the disk is full and the folder may be written";
    }

    private void answer(int code, String message, boolean json) {
        err.println("error: " + message);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("verdict", "ERROR");
            object.put("exitCode", code);
            object.put("error", message);
            out.println(JsonMapper.shared().writeValueAsString(object));
            out.flush();
        }
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "no message" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
