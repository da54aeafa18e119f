package io.sigmaprompt.twin.cognition.tree.xml;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.DesignFault;
import io.sigmaprompt.twin.cognition.tree.ElementDesign;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.SubtreePort;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a tree with all that it includes. */
public final class TreeReader {
    private static final String FORMAT = "BTCPP_format";
    private static final String MAIN = "main_tree_to_execute";

    private final NodeLibrary library;
    private final TreeFiles files;
    private final Map<String, XmlElement> trees = new LinkedHashMap<>();
    private final Map<String, List<SubtreePort>> models = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<Path> opened = new LinkedHashSet<>();

    private TreeReader(NodeLibrary library, Map<String, String> recorded) {
        this.library = library;
        files = new TreeFiles(recorded);
    }

    /**
     * The tree of a file.
     *
     * @throws BadInputException if anything in it is wrong, with its place
     */
    public static TreeDesign read(Path file, NodeLibrary library) {
        return read(file, null, library, Map.of());
    }

    /**
     * One of the trees of a file.
     *
     * @param main the tree to tick, or null for the one that the file says
     * @param recorded texts to read in the place of files, by absolute paths, as {@link TreeDesign#sources} tells them
     */
    public static TreeDesign read(Path file, @Nullable String main, NodeLibrary library, Map<String, String> recorded) {
        TreeReader reader = new TreeReader(library, recorded);
        reader.opened.add(file.toAbsolutePath().normalize());
        XmlElement root = reader.files.open(file);
        return reader.design(root, folder(file), main);
    }

    /** The tree of a text, which can include nothing. */
    public static TreeDesign parse(String text, String name, NodeLibrary library) {
        TreeReader reader = new TreeReader(library, Map.of());
        return reader.design(reader.files.open(text, name), null, null);
    }

    /** The folder that includes start from, written as the file is. */
    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? Path.of("") : folder;
    }

    private TreeDesign design(XmlElement root, @Nullable Path folder, @Nullable String wanted) {
        collect(root, folder);
        String main = main(root, wanted);
        ElementReader elements = new ElementReader(library, trees.keySet(), files);
        Map<String, ElementDesign> designs = new LinkedHashMap<>();
        trees.forEach(
                (id, tree) -> designs.put(id, elements.read(tree.children().getFirst())));
        new RecursionCheck(designs, this::fault).check();
        TreeDesign design = new TreeDesign(main, designs, models, warnings, files.sources());
        DesignFault faults = this::fault;
        BehaviorTree.of(design, library, new Blackboard(null), faults);
        return design;
    }

    private BadInputException fault(
            ElementDesign element, @Nullable String attribute, int offset, String problem, String remedy) {
        return new BadInputException(files.place(element.place(), attribute, offset), problem, remedy);
    }

    private void collect(XmlElement root, @Nullable Path folder) {
        if (!root.name().equals("root")) {
            throw root.error(
                    "a tree begins with <root BTCPP_format=\"4\">, found <" + root.name() + ">",
                    "Name a file in the format of BehaviorTree.CPP 4");
        }
        format(root);
        boolean single = root.children("BehaviorTree").size() == 1;
        int models = 0;
        for (XmlElement child : root.children()) {
            switch (child.name()) {
                case "include" -> include(child, folder);
                case "TreeNodesModel" -> {
                    if (models++ > 0) {
                        throw child.error("a second <TreeNodesModel>", "Put all models into one");
                    }
                    new ModelReader(library, this.models).read(child);
                }
                case "BehaviorTree" -> tree(child, single);
                default ->
                    throw child.error(
                            "<root> holds <BehaviorTree>, <TreeNodesModel> and <include>, found <" + child.name() + ">"
                                    + Suggestion.phrase(
                                            child.name(), List.of("BehaviorTree", "TreeNodesModel", "include")),
                            "Put nodes into a <BehaviorTree>");
            }
        }
    }

    private void format(XmlElement root) {
        String format = root.attribute(FORMAT);
        if (format == null) {
            String near = Suggestion.nearest(FORMAT, root.attributes().keySet());
            warnings.add(root.location() + ": <root> does not say BTCPP_format=\"4\""
                    + (near == null ? "" : ", only '" + near + "'"));
        } else if (!format.equals("4")) {
            throw new BadInputException(
                    files.place(root, FORMAT),
                    "expected BTCPP_format=\"4\", found \"" + format + "\"",
                    "Convert the tree to version 4 of BehaviorTree.CPP");
        }
    }

    private void tree(XmlElement tree, boolean single) {
        String id = tree.attribute("ID");
        if (id == null || id.isEmpty()) {
            if (!single || !trees.isEmpty()) {
                throw tree.error("a <BehaviorTree> among several has no ID", "Add ID=\"…\"");
            }
            id = "BehaviorTree_0";
        }
        if (library.model(id) != null) {
            throw new BadInputException(
                    files.place(tree, "ID"), "'" + id + "' is the name of a kind of node", "Call the tree otherwise");
        }
        XmlElement before = trees.put(id, tree);
        if (before != null) {
            throw new BadInputException(
                    files.place(tree, "ID"),
                    "a tree '" + id + "' stands at " + before.location() + " already",
                    "Give one of them another ID");
        }
        if (tree.children().size() != 1) {
            throw tree.error(
                    "tree '" + id + "' must have exactly one root node, found "
                            + tree.children().size(),
                    "Put its nodes into one control node such as <Sequence>");
        }
    }

    private void include(XmlElement include, @Nullable Path folder) {
        if (include.attribute("ros_pkg") != null) {
            throw new BadInputException(
                    files.place(include, "ros_pkg"),
                    "ros_pkg asks for a package of ROS, which is not looked up here",
                    "Give the path alone, relative to this file");
        }
        String path = include.requiredAttribute("path");
        if (folder == null) {
            throw include.error(
                    "there is no file that '" + path + "' could be relative to", "Read the tree from a file");
        }
        Path file = folder.resolve(path).normalize();
        if (!opened.add(file.toAbsolutePath().normalize())) {
            throw new BadInputException(
                    files.place(include, "path"),
                    "'" + path + "' is read already, and would be read twice or for ever",
                    "Include each file once");
        }
        try {
            collect(files.open(file), folder(file));
        } catch (BadInputException e) {
            if (e.place().equals(file.toString())) {
                throw new BadInputException(
                        files.place(include, "path"), "'" + path + "' cannot be included: " + e.problem(), e.remedy());
            }
            throw e;
        }
    }

    private String main(XmlElement root, @Nullable String wanted) {
        String main = wanted == null ? root.attribute(MAIN) : wanted;
        if (trees.isEmpty()) {
            throw root.error("there is no <BehaviorTree>", "Add one");
        }
        if (main == null) {
            if (trees.size() > 1) {
                throw root.error(
                        "there are " + trees.size() + " trees, and none is said to be the main one",
                        "Add main_tree_to_execute=\""
                                + trees.keySet().iterator().next() + "\" to <root>");
            }
            return trees.keySet().iterator().next();
        }
        if (!trees.containsKey(main)) {
            throw new BadInputException(
                    wanted == null ? files.place(root, MAIN) : root.location().toString(),
                    "there is no tree '" + main + "'" + Suggestion.phrase(main, trees.keySet()),
                    "Trees here are " + trees.keySet());
        }
        return main;
    }
}
