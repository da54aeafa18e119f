package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists the kinds of node. */
@Command(
        name = "nodes",
        description = "List the nodes that a tree may use, with their ports.",
        footerHeading = "%nExamples:%n",
        footer = {"  sigma tree nodes"})
final class TreeNodesCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TreeCommand parent;

    @Override
    public Integer call() {
        Console console = parent.console();
        NodeLibrary library = TreeCommand.library(Map.of());
        List<NodeModel> models = library.ids().stream()
                .map(library::model)
                .map(Objects::requireNonNull)
                .toList();
        if (console.json()) {
            console.object(Map.of(
                    "nodes", models.stream().map(TreeNodesCommand::object).toList()));
            return ExitCode.PASSED;
        }
        for (NodeModel.Kind kind : NodeModel.Kind.values()) {
            console.line(console.paint(Tone.STRONG, kind.element()));
            models.stream().filter(model -> model.kind() == kind).forEach(model -> tell(console, model));
        }
        return ExitCode.PASSED;
    }

    private static void tell(Console console, NodeModel model) {
        console.line("  " + console.paint(Tone.ACCENT, model.id()));
        for (Port port : model.ports()) {
            String needed = port.required()
                    ? ", needed"
                    : port.ifAbsent() == null ? "" : ", " + port.ifAbsent() + " if not said";
            console.line("      " + port.name() + ": " + port.type().words() + needed + "; " + port.description());
        }
    }

    private static Map<String, Object> object(NodeModel model) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", model.id());
        object.put("kind", model.kind().element());
        List<Map<String, Object>> ports = new ArrayList<>();
        for (Port port : model.ports()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", port.name());
            one.put("direction", port.direction().name());
            one.put("type", port.type().name());
            one.put("required", port.required());
            one.put("default", port.ifAbsent());
            one.put("description", port.description());
            ports.add(one);
        }
        object.put("ports", ports);
        return object;
    }
}
