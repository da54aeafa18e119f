package io.sigmaprompt.twin.cognition.tree.xml;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.twin.cognition.tree.ElementDesign;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.board.Conversion;
import io.sigmaprompt.twin.cognition.tree.node.BlackboardPointer;
import io.sigmaprompt.twin.cognition.tree.node.Condition;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of a tree and checks each by itself: its kind, its ports, how many children it has. */
final class ElementReader {
    private static final Set<String> EXPLICIT = Set.of("Action", "Condition", "Control", "Decorator");
    private static final List<String> EVERYWHERE = everywhere();

    private final NodeLibrary library;
    private final Set<String> trees;
    private final TreeFiles files;

    ElementReader(NodeLibrary library, Set<String> trees, TreeFiles files) {
        this.library = library;
        this.trees = trees;
        this.files = files;
    }

    private static List<String> everywhere() {
        List<String> names = new ArrayList<>(
                Arrays.stream(Condition.values()).map(Condition::attribute).toList());
        names.add("_autoremap");
        return names;
    }

    ElementDesign read(XmlElement element) {
        if (element.name().equals("SubTree")) {
            return subtree(element);
        }
        boolean explicit = EXPLICIT.contains(element.name());
        String id = explicit ? element.requiredAttribute("ID") : element.name();
        NodeModel model = library.model(id);
        if (model == null || model.kind() == NodeModel.Kind.SUBTREE) {
            throw unknown(element, id, explicit);
        }
        if (!explicit && element.attribute("ID") != null) {
            throw new BadInputException(
                    files.place(element, "ID"),
                    "<" + id + "> already says its kind, and takes no ID",
                    "Leave the ID out; a name of its own is name=\"…\"");
        }
        children(element, model);
        Map<String, String> attributes = attributes(element, model);
        List<ElementDesign> children =
                element.children().stream().map(this::read).toList();
        return new ElementDesign(id, false, element.attribute("name"), attributes, children, element.location());
    }

    private ElementDesign subtree(XmlElement element) {
        String id = element.requiredAttribute("ID");
        if (!trees.contains(id)) {
            throw new BadInputException(
                    files.place(element, "ID"),
                    "there is no tree '" + id + "'" + Suggestion.phrase(id, trees),
                    "Trees here are " + trees + "; another file's come with <include>");
        }
        if (!element.children().isEmpty()) {
            throw element.error(
                    "<SubTree> takes no children, found " + element.children().size(),
                    "Put them into tree '" + id + "'");
        }
        return new ElementDesign(
                id, true, element.attribute("name"), attributes(element, null), List.of(), element.location());
    }

    private BadInputException unknown(XmlElement element, String id, boolean explicit) {
        String place =
                explicit ? files.place(element, "ID") : element.location().toString();
        String reason = FormerNames.reason(id);
        if (reason != null) {
            return new BadInputException(place, "<" + id + "> is not known here: " + reason, FormerNames.remedy(id));
        }
        if (trees.contains(id)) {
            return new BadInputException(
                    place, "'" + id + "' is a tree, and no kind of node", "Write <SubTree ID=\"" + id + "\"/>");
        }
        return new BadInputException(
                place,
                "there is no node '" + id + "'" + Suggestion.phrase(id, library.ids()),
                "'sigma tree nodes' lists the nodes there are");
    }

    private static void children(XmlElement element, NodeModel model) {
        int count = element.children().size();
        if (count >= model.least() && count <= model.most()) {
            return;
        }
        String wanted = model.most() == 0
                ? "no children"
                : model.most() == NodeModel.ANY_NUMBER
                        ? "at least " + model.least()
                        : model.least() == model.most()
                                ? "exactly " + model.least()
                                : model.least() + " or " + model.most();
        throw element.error(
                "<" + model.id() + "> takes " + wanted
                        + (model.most() == 0 ? "" : model.least() == 1 && model.most() == 1 ? " child" : " children")
                        + ", found " + count,
                count < model.least() ? "Add what is missing" : "Put them into one <Sequence>, or elsewhere");
    }

    private Map<String, String> attributes(XmlElement element, @Nullable NodeModel model) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach((name, value) -> {
            if (name.equals("ID") || name.equals("name")) {
                return;
            }
            if (name.startsWith("_")) {
                special(element, name);
            } else if (model != null) {
                port(element, model, name, value);
            }
            attributes.put(name, value);
        });
        if (model != null) {
            for (Port port : model.ports()) {
                if (port.required() && !attributes.containsKey(port.name())) {
                    throw element.error(
                            "<" + model.id() + "> needs its port '" + port.name() + "', " + port.description(),
                            "Add " + port.name() + "=\"…\"");
                }
            }
        }
        return attributes;
    }

    /** An attribute that begins with an underscore is anybody's, unless it looks like one of ours. */
    private void special(XmlElement element, String name) {
        if (EVERYWHERE.contains(name)) {
            return;
        }
        String near = Suggestion.nearest(name, EVERYWHERE);
        if (near != null) {
            throw new BadInputException(
                    files.place(element, name),
                    "there is no '" + name + "' (did you mean '" + near + "'?)",
                    "Scripts and conditions are " + EVERYWHERE);
        }
    }

    private void port(XmlElement element, NodeModel model, String name, String value) {
        Port port = model.port(name);
        if (port == null) {
            Set<String> known = new LinkedHashSet<>();
            model.ports().forEach(each -> known.add(each.name()));
            throw new BadInputException(
                    files.place(element, name),
                    "<" + model.id() + "> has no port '" + name + "'" + Suggestion.phrase(name, known),
                    known.isEmpty() ? "Leave it out; a name of its own is name=\"…\"" : "Its ports are " + known);
        }
        if (BlackboardPointer.key(name, value) != null) {
            return;
        }
        if (port.direction() == Port.Direction.OUTPUT) {
            throw new BadInputException(
                    files.place(element, name),
                    "port '" + name + "' writes to an entry, found \"" + value + "\"",
                    "Write {" + (value.isBlank() ? name : value.strip()) + "}");
        }
        boolean nothing = value.isEmpty() && port.required() && !port.type().list();
        if (nothing || !Conversion.fits(value, port.type())) {
            throw new BadInputException(
                    files.place(element, name),
                    "port '" + name + "' takes " + port.type().words() + ", found \"" + value + "\"",
                    "Write such a value, or an entry in braces");
        }
    }
}
