package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.node.BlackboardPointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blackboard of a subtree: remapped where its element says so, with the values that it gives. */
final class SubtreeBoard {
    private static final String AUTOREMAP = "_autoremap";

    private final TreeDesign design;
    private final ElementDesign element;
    private final DesignFault faults;

    SubtreeBoard(TreeDesign design, ElementDesign element, DesignFault faults) {
        this.design = design;
        this.element = element;
        this.faults = faults;
    }

    Blackboard below(Blackboard parent) {
        Blackboard board = new Blackboard(parent);
        boolean autoremap = autoremap();
        ports(autoremap).forEach((name, value) -> {
            String key = value.equals("{=}") ? name : BlackboardPointer.key(value);
            if (key == null) {
                board.setText(name, value);
            } else {
                board.remap(name, key);
            }
        });
        board.autoremap(autoremap);
        return board;
    }

    private boolean autoremap() {
        String text = element.attributes().get(AUTOREMAP);
        if (text == null) {
            return false;
        }
        return switch (text) {
            case "1", "true", "TRUE", "True" -> true;
            case "0", "false", "FALSE", "False" -> false;
            default ->
                throw faults.of(
                        element,
                        AUTOREMAP,
                        0,
                        "'" + text + "' is neither true nor false",
                        "Write _autoremap=\"true\" or leave it out");
        };
    }

    private Map<String, String> ports(boolean autoremap) {
        Map<String, String> ports = new LinkedHashMap<>();
        element.attributes().forEach((name, value) -> {
            if (!name.startsWith("_")) {
                ports.put(name, value);
            }
        });
        List<SubtreePort> offered = design.models().get(element.id());
        if (offered == null || autoremap) {
            return ports;
        }
        for (SubtreePort port : offered) {
            if (ports.containsKey(port.name())) {
                continue;
            }
            if (port.ifAbsent() == null || port.ifAbsent().isEmpty()) {
                throw faults.of(
                        element,
                        null,
                        0,
                        "subtree '" + element.id() + "' needs its port '" + port.name() + "', found "
                                + (ports.isEmpty() ? "none" : "only " + ports.keySet())
                                + Suggestion.phrase(port.name(), ports.keySet()),
                        "Add " + port.name() + "=\"{an_entry}\", or give the port a default in the TreeNodesModel");
            }
            ports.put(port.name(), port.ifAbsent());
        }
        return ports;
    }
}
