package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What a TreeNodesModel says of a kind of node: its ports with the names that types have in C++. */
final class ModelXml {
    private final XMLStreamWriter out;

    ModelXml(XMLStreamWriter out) {
        this.out = out;
    }

    void write(NodeModel model) throws XMLStreamException {
        out.writeStartElement(model.kind().element());
        out.writeAttribute("ID", model.id());
        for (Port port : model.ports()) {
            out.writeStartElement(
                    switch (port.direction()) {
                        case INPUT -> "input_port";
                        case OUTPUT -> "output_port";
                        case INOUT -> "inout_port";
                    });
            out.writeAttribute("name", port.name());
            if (port.type().strong()) {
                out.writeAttribute("type", type(port.type()));
            }
            if (port.ifAbsent() != null) {
                out.writeAttribute("default", port.ifAbsent());
            }
            out.writeCharacters(port.description());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static String type(PortType type) {
        return switch (type) {
            case ANY, VALUE -> "BT::AnyTypeAllowed";
            case BOOL -> "bool";
            case INT -> "int";
            case LONG -> "long";
            case UNSIGNED -> "unsigned int";
            case DOUBLE -> "double";
            case STRING -> "std::string";
            case STATUS -> "BT::NodeStatus";
            case INTS, BOOLS, DOUBLES, STRINGS -> "std::shared_ptr<std::deque<" + type(type.element()) + ">>";
        };
    }
}
