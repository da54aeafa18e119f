package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The flagship demonstration. */
@Command(
        name = "demo",
        header = "Show what it is all about: a virtual arm, its twin, a fault and what follows.",
        description = "A virtual arm in a process of its own, its twin beside it, a fault, and what follows: "
                + "found, thought about, decided, sent through the gate, obeyed. Takes under a minute.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma demo                in the terminal, in real time, over the robot's own protocol",
            "  sigma demo --ui           in the workbench",
            "  sigma demo --lock-step    in this process, as fast as it can"
        })
final class DemoCommand implements Callable<Integer> {
    static final String SCENARIO = "first-light";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Option(
            names = "--lock-step",
            description = "Simulate the robot in this process, in step with the kernel, as fast as it can.")
    private boolean lockStep;

    @Option(names = "--ui", description = "Show it in the workbench (the launcher does).")
    private boolean workbench;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to record; else runs/<date>-first-light here, or under SIGMA_RUNS.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        if (workbench) {
            throw new BadInputException(
                    "--ui",
                    "the workbench is another program than this one",
                    "Start it through the launcher: ./sigma demo --ui");
        }
        return RunCommand.run(sigma, ScenarioReader.read(ShippedLibrary.scenario(SCENARIO)), lockStep, null, directory);
    }
}
