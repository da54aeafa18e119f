package io.sigmaprompt.headless.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code sigma} command line. */
@Command(
        name = "sigma",
        header = "SigmaPrompt Twin Workbench: a physics twin beside every robot.",
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            SuiteCommand.class,
            ModelCommand.class,
            DynamicsCommand.class,
            KernelCommand.class,
            SimulateCommand.class,
            BenchCommand.class,
            IkCommand.class,
            PlanCommand.class,
            TreeCommand.class,
            InfoCommand.class,
            ConvertCommand.class,
            ReplayCommand.class,
            ForkCommand.class,
            CompareCommand.class,
            AnalyzeCommand.class,
            MaintainCommand.class,
            CalibrateCommand.class,
            VirtualRobotCommand.class,
            VersionCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma demo                    a virtual arm, its twin, a fault and what follows",
            "  sigma demo --ui               the same in the workbench",
            "  sigma run cell.yaml           run a scenario and judge it",
            "  sigma suite scenarios/        run every scenario of a folder",
            "  sigma replay log.db3 --robot arm.urdf",
            "",
            "The launcher also knows workbench (the desktop), test (all that CI runs) and format.",
            "Exit codes: 0 passed, 1 failed, 2 bad usage or input, 3 something outside failed,",
            "4 our own bug, 130 interrupted."
        })
public final class Sigma implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON object on standard output; words go to standard error.")
    private boolean json;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Tell more, and show stack traces.")
    private boolean verbose;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours. NO_COLOR in the environment does the same.")
    private boolean noColour;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Surroundings surroundings;

    Sigma(PrintWriter out, PrintWriter err, Surroundings surroundings) {
        this.out = out;
        this.err = err;
        this.surroundings = surroundings;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = execute(args, writer(System.out), writer(System.err), Surroundings.ofProcess());
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    /**
     * Runs a command in this process, without a terminal.
     *
     * @return the exit code
     */
    public static int execute(String[] args, PrintWriter out, PrintWriter err) {
        return execute(args, out, err, Surroundings.none());
    }

    static int execute(String[] args, PrintWriter out, PrintWriter err, Surroundings surroundings) {
        Sigma sigma = new Sigma(out, err, surroundings);
        Failures failures = new Failures(sigma, out, err);
        boolean plain = !surroundings.outIsTerminal() || surroundings.colourRefused();
        CommandLine line = new CommandLine(sigma)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        plain ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.ON))
                .setUsageHelpWidth(Math.clamp(surroundings.columns(), 80, 110))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return failures.exhausted(e);
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        Charset charset = stream.charset();
        // Where the locale is not set, as in many containers, Java would print question marks.
        boolean ascii = charset.equals(StandardCharsets.US_ASCII);
        return new PrintWriter(stream, true, ascii ? StandardCharsets.UTF_8 : charset);
    }

    /** Where the command that was called speaks. */
    Console console() {
        return new Console(out, err, surroundings, json, verbose, !noColour);
    }

    /** The same with words on standard output in any case, for a command whose one object goes to a file. */
    Console consoleForWords() {
        return new Console(out, err, surroundings, false, verbose, !noColour);
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "command: expected one, found none");
    }
}
