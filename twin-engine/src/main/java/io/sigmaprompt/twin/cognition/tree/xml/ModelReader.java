package io.sigmaprompt.twin.cognition.tree.xml;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.SubtreePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a TreeNodesModel: the ports of subtrees count, those of nodes are an editor's copy of what the library says. */
final class ModelReader {
    private static final List<String> KINDS = List.of("Action", "Condition", "Control", "Decorator", "SubTree");
    private static final List<String> PORTS = List.of("input_port", "output_port", "inout_port");

    private final NodeLibrary library;
    private final Map<String, List<SubtreePort>> models;

    ModelReader(NodeLibrary library, Map<String, List<SubtreePort>> models) {
        this.library = library;
        this.models = models;
    }

    void read(XmlElement model) {
        for (XmlElement element : model.children()) {
            if (!KINDS.contains(element.name())) {
                throw element.error(
                        "<TreeNodesModel> holds " + KINDS + ", found <" + element.name() + ">"
                                + Suggestion.phrase(element.name(), KINDS),
                        "Describe a node or a subtree there");
            }
            String id = element.requiredAttribute("ID");
            List<SubtreePort> ports = ports(element);
            if (element.name().equals("SubTree")) {
                if (library.model(id) != null) {
                    throw element.error("'" + id + "' is the name of a kind of node", "Name a tree");
                }
                models.put(id, ports);
            }
        }
    }

    private static List<SubtreePort> ports(XmlElement element) {
        List<SubtreePort> ports = new ArrayList<>();
        for (XmlElement port : element.children()) {
            if (PORTS.contains(port.name())) {
                ports.add(new SubtreePort(port.requiredAttribute("name"), port.attribute("default")));
            } else if (!port.name().equals("description") && !port.name().equals("MetadataFields")) {
                throw port.error(
                        "a model holds " + PORTS + ", found <" + port.name() + ">"
                                + Suggestion.phrase(port.name(), PORTS),
                        "Describe a port there");
            }
        }
        return ports;
    }
}
