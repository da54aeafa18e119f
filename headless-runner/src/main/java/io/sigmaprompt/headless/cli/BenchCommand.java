package io.sigmaprompt.headless.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures how fast or how good something is. */
@Command(
        name = "bench",
        description =
                "Measure how long the workbench's calculations take on this machine, and how good its detectors are.",
        subcommands = {
            BenchDynamicsCommand.class,
            BenchWorldCommand.class,
            BenchMirrorCommand.class,
            BenchJournalCommand.class,
            BenchPlanCommand.class,
            BenchNabCommand.class,
            BenchCmapssCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma bench dynamics --robots robots/",
            "  sigma bench dynamics --robots robots/ --robot arm --algorithm rnea,aba --quick",
            "  sigma bench dynamics --robots robots/ --json bench.json",
            "  sigma bench world --scene stack20 --quick",
            "  sigma bench mirror --robots 20 --rate 500 --joints 30",
            "  sigma bench journal",
            "  sigma bench plan",
            "  sigma bench nab NAB/ --out results/",
            "  sigma bench cmapss train_FD001.txt"
        })
final class BenchCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Console console() {
        return sigma.console();
    }

    /** Words on standard output even with {@code --json}, for a command that writes its object elsewhere. */
    Console consoleForWords() {
        return sigma.consoleForWords();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "what to measure: expected dynamics, world, mirror, journal, plan, nab or cmapss, found nothing");
    }
}
