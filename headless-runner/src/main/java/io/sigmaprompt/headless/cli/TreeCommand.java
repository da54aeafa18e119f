package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.cognition.tree.script.Enumerations;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Behaviour trees by themselves, without a robot. */
@Command(
        name = "tree",
        description = "Check, draw and run behaviour trees in the XML of BehaviorTree.CPP 4.",
        subcommands = {TreeCheckCommand.class, TreeShowCommand.class, TreeRunCommand.class, TreeNodesCommand.class},
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma tree check patrol.xml",
            "  sigma tree show patrol.xml --svg patrol.svg",
            "  sigma tree run patrol.xml --blackboard patience=900 --trace",
            "  sigma tree nodes"
        })
final class TreeCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Console console() {
        return sigma.console();
    }

    /** All nodes there are, with names for numbers that somebody gives. */
    static NodeLibrary library(Map<String, Integer> enumerations) {
        return RobotNodes.library(RobotContext.UNKNOWN).with(new Enumerations(enumerations));
    }

    /** The tree of a file, after telling what is odd in it. */
    TreeDesign read(String file, @Nullable String main, NodeLibrary library) {
        Path path = GivenPath.existing("FILE", file);
        TreeDesign design = TreeReader.read(path, main, library, Map.of());
        console().warnings(design.warnings());
        return design;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "what to do with a tree: expected check, show, run or nodes, found nothing");
    }
}
