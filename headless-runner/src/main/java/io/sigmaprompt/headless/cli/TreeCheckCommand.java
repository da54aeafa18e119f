package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says whether a tree can run. */
@Command(
        name = "check",
        description = "Say whether a tree and all that it includes can run, or what is wrong and where.",
        footerHeading = "%nExamples:%n",
        footer = {"  sigma tree check patrol.xml"})
final class TreeCheckCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TreeCommand parent;

    @Parameters(paramLabel = "FILE", description = "An XML file with BTCPP_format=\"4\".")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--main", paramLabel = "ID", description = "The tree to tick, if not the one the file says.")
    private @Nullable String main;

    @Option(names = "--enum", paramLabel = "NAME=N", description = "A name for a number in scripts; may be repeated.")
    private Map<String, Integer> enumerations = new LinkedHashMap<>();

    @Override
    public Integer call() {
        NodeLibrary library = TreeCommand.library(enumerations);
        TreeDesign design = parent.read(file, main, library);
        int nodes =
                BehaviorTree.of(design, library, new Blackboard(null)).nodes().size();
        Console console = parent.console();
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("file", file);
            object.put("main", design.main());
            object.put("trees", design.trees().keySet());
            object.put("nodes", nodes);
            object.put("warnings", design.warnings());
            console.object(object);
        } else {
            int trees = design.trees().size();
            console.line(console.paint(Tone.OK, "good: ") + "tree '" + design.main() + "' of " + nodes
                    + (nodes == 1 ? " node" : " nodes")
                    + (trees == 1
                            ? ""
                            : ", " + trees + " trees in all: "
                                    + String.join(", ", design.trees().keySet())));
        }
        return ExitCode.PASSED;
    }
}
