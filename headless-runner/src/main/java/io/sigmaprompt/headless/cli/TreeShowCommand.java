package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.TreeSvg;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Draws a tree. */
@Command(
        name = "show",
        description = "Draw a tree with its ports and scripts, subtrees in their places.",
        footerHeading = "%nExamples:%n",
        footer = {"  sigma tree show patrol.xml", "  sigma tree show patrol.xml --svg patrol.svg"})
final class TreeShowCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TreeCommand parent;

    @Parameters(paramLabel = "FILE", description = "An XML file with BTCPP_format=\"4\".")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--main", paramLabel = "ID", description = "The tree to draw, if not the one the file says.")
    private @Nullable String main;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it into an SVG file as well.")
    private @Nullable Path svg;

    @Option(names = "--ascii", description = "Draw with plain letters only.")
    private boolean ascii;

    @Override
    public Integer call() {
        if (svg != null) {
            GivenPath.requireWritable("--svg", svg);
            GivenPath.requireOther("--svg", svg, Path.of(file), "the tree's file");
        }
        NodeLibrary library = TreeCommand.library(Map.of());
        TreeDesign design = parent.read(file, main, library);
        BehaviorTree tree = BehaviorTree.of(design, library, new Blackboard(null));
        Console console = parent.console();
        if (console.json()) {
            console.object(Map.of(
                    "main",
                    design.main(),
                    "nodes",
                    tree.nodes().stream().map(TreeShowCommand::object).toList()));
        } else {
            TreeText.draw(console, tree.root(), ascii).forEach(console::line);
        }
        if (svg != null) {
            write(svg, TreeSvg.draw(design.main(), tree.root()));
            console.line("drawn into " + svg);
        }
        return ExitCode.PASSED;
    }

    private static Map<String, Object> object(TreeNode node) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("uid", node.setup().uid());
        object.put("path", node.setup().path());
        object.put("id", node.setup().model().id());
        object.put("name", node.setup().name());
        object.put("attributes", node.setup().attributes());
        object.put(
                "children",
                node.children().stream().map(child -> child.setup().uid()).toList());
        return object;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BadInputException("--svg", "cannot write " + file + ": " + e.getMessage(), "Name another file");
        }
    }
}
