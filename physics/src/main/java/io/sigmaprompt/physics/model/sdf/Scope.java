package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A world or a model as a space of names: its links, joints, frames and nested models. A model that is merged into
 * another shares its names, and differs in the frame that {@code __model__} means.
 */
final class Scope {
    static final String WORLD = "world";
    private static final String MODEL = "__model__";

    /** What scoped names begin with: empty, or as {@code outer::inner::}. */
    final String prefix;

    final XmlElement element;
    final SourceFile source;

    /** Whether nothing in it can move. */
    final boolean isStatic;

    /** The frame that {@code __model__} or {@code world} means here. */
    final FrameNode frame;

    /** The name of the link that the model's frame moves with, or null where the file does not say. */
    @Nullable
    String canonical;

    /** What this is merged into, or null. */
    private final @Nullable Scope host;

    private final FrameNode world;
    private final Map<String, FrameNode> names;
    private final Map<String, Scope> models;
    private final List<FrameNode> links = new ArrayList<>();
    private final List<Scope> nested = new ArrayList<>();

    /** The outermost scope, that of the world. */
    Scope(XmlElement element, SourceFile source) {
        prefix = "";
        host = null;
        this.element = element;
        this.source = source;
        isStatic = false;
        names = new LinkedHashMap<>();
        models = new LinkedHashMap<>();
        frame = new FrameNode(
                FrameNode.Kind.WORLD, WORLD, element, this, new PoseText(element, Pose.IDENTITY, null), null, -1);
        world = frame;
    }

    /** The scope of a model, merged into the scope that its frame stands in, or nested there. */
    Scope(String prefix, XmlElement element, SourceFile source, boolean isStatic, FrameNode frame, boolean merged) {
        this.prefix = prefix;
        this.element = element;
        this.source = source;
        this.isStatic = isStatic;
        this.frame = frame;
        Scope outer = frame.scope;
        host = merged ? outer : null;
        world = outer.world;
        names = merged ? outer.names : new LinkedHashMap<>();
        models = merged ? outer.models : new LinkedHashMap<>();
        frame.inside = this;
        outer.nested.add(this);
    }

    /** Enters a name; refuses one that is taken or reserved. */
    void add(String name, FrameNode node) {
        if (name.isBlank()) {
            throw node.element.error("the name is empty", "Give it a name of its own");
        }
        boolean reserved = name.length() > 4 && name.startsWith("__") && name.endsWith("__");
        if (name.equals(WORLD) || reserved && source.version().atLeast(SdfVersion.FRAMES)) {
            throw node.element.error(
                    "the name '" + name + "' is reserved", "Choose another; 'world' and '__…__' have meanings");
        }
        FrameNode before = names.get(name);
        if (before != null) {
            boolean kindsApart = !source.version().atLeast(SdfVersion.FRAMES) && before.kind != node.kind;
            if (!kindsApart) {
                throw node.element.error(
                        node.described() + " has the name of " + before.described() + ", first at "
                                + before.element.location(),
                        "Rename or remove one of them");
            }
            if (node.kind == FrameNode.Kind.JOINT) {
                return; // in old files joints have names of their own, and nothing can refer to their frames
            }
        }
        names.put(name, node);
    }

    void addLink(FrameNode link) {
        links.add(link);
        if (host != null) {
            host.addLink(link);
        }
    }

    void addModel(String name, Scope scope) {
        models.put(name, scope);
    }

    /**
     * The frame of that name.
     *
     * @param role what the name is used for, in words, as "joint 'j' names the parent"
     * @throws io.sigmaprompt.physics.model.BadInputException at {@code place} if there is none
     */
    FrameNode frame(String name, XmlElement place, String role) {
        FrameNode found = find(name);
        if (found == null) {
            List<String> known = new ArrayList<>();
            collect("", known);
            throw place.error(
                    role + " '" + name + "', but there is no such link or frame in '" + described() + "'"
                            + Suggestion.phrase(name, known),
                    "Correct the name; what is inside a nested model is reached as model::name");
        }
        return found;
    }

    private String described() {
        return prefix.isEmpty()
                ? element.attributes().getOrDefault("name", element.name())
                : prefix.substring(0, prefix.length() - 2);
    }

    private @Nullable FrameNode find(String name) {
        return name.equals(WORLD) ? world : findInside(name);
    }

    private @Nullable FrameNode findInside(String name) {
        if (name.equals(MODEL)) {
            return frame;
        }
        FrameNode found = names.get(name);
        for (int at = name.indexOf("::"); found == null && at >= 0; at = name.indexOf("::", at + 2)) {
            Scope inner = models.get(name.substring(0, at));
            found = inner == null || inner == this ? null : inner.findInside(name.substring(at + 2));
        }
        return found;
    }

    private void collect(String path, List<String> known) {
        names.keySet().forEach(name -> known.add(path + name));
        models.forEach((name, scope) -> scope.collect(path + name + "::", known));
    }

    /**
     * The link that the model's frame moves with: the one that it names, else its first, else the first of its nested
     * models.
     */
    @Nullable
    FrameNode canonicalLink() {
        if (canonical != null) {
            FrameNode named = frame(canonical, element, "model '" + described() + "' names the canonical link");
            if (named.kind != FrameNode.Kind.LINK) {
                throw element.error(
                        "the canonical link of model '" + described() + "' is " + named.described()
                                + ", which is no link",
                        "Name one of its links");
            }
            return named;
        }
        if (!links.isEmpty()) {
            return links.getFirst();
        }
        for (Scope inner : nested) {
            FrameNode link = inner.canonicalLink();
            if (link != null) {
                return link;
            }
        }
        return null;
    }
}
