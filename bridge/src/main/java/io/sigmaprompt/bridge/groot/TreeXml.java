package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A tree as it runs: each subtree with the place it was put ({@code _fullpath}), each node with its number
 * ({@code _uid}), and the models of all nodes there are.
 */
final class TreeXml {
    private final XMLStreamWriter out;

    private TreeXml(XMLStreamWriter out) {
        this.out = out;
    }

    static String of(BehaviorTree tree) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new TreeXml(writer).write(tree);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
        return text.toString();
    }

    private void write(BehaviorTree tree) throws XMLStreamException {
        out.writeStartElement("root");
        out.writeAttribute("BTCPP_format", "4");
        out.writeAttribute("main_tree_to_execute", tree.design().main());
        for (BehaviorTree.Subtree subtree : tree.subtrees()) {
            out.writeStartElement("BehaviorTree");
            out.writeAttribute("ID", subtree.id());
            out.writeAttribute("_fullpath", subtree.path());
            node(tree, tree.nodes().get(subtree.root() - 1));
            out.writeEndElement();
        }
        out.writeStartElement("TreeNodesModel");
        for (NodeModel model : models(tree)) {
            new ModelXml(out).write(model);
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private static List<NodeModel> models(BehaviorTree tree) {
        return tree.library().ids().stream()
                .sorted()
                .map(tree.library()::model)
                .filter(model -> model != null && model.kind() != NodeModel.Kind.SUBTREE)
                .map(Objects::requireNonNull)
                .toList();
    }

    private void node(BehaviorTree tree, TreeNode node) throws XMLStreamException {
        boolean subtree = node.setup().model().kind() == NodeModel.Kind.SUBTREE;
        out.writeStartElement(subtree ? "SubTree" : node.setup().model().id());
        if (subtree) {
            BehaviorTree.Subtree below = below(tree, node);
            out.writeAttribute("ID", below.id());
            out.writeAttribute("_fullpath", below.path());
        }
        out.writeAttribute("name", node.setup().name());
        out.writeAttribute("_uid", Integer.toString(node.setup().uid()));
        for (var attribute : node.setup().attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        if (!subtree) {
            for (TreeNode child : node.children()) {
                node(tree, child);
            }
        }
        out.writeEndElement();
    }

    private static BehaviorTree.Subtree below(BehaviorTree tree, TreeNode node) {
        int root = node.children().getFirst().setup().uid();
        return tree.subtrees().stream()
                .filter(each -> each.root() == root)
                .findFirst()
                .orElseThrow();
    }
}
