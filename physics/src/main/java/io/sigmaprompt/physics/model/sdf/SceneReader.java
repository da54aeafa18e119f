package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through a world or a model, its nested and included models, and enters all names into their scopes. */
final class SceneReader {
    private final Warnings warnings;
    private final Unsupported unsupported;
    private final Includes includes = new Includes();
    private final List<FrameNode> links = new ArrayList<>();
    private final List<FrameNode> joints = new ArrayList<>();
    private final List<FrameNode> frames = new ArrayList<>();
    private final Set<SourceFile> sources = new LinkedHashSet<>();
    private int order;

    SceneReader(Warnings warnings, Unsupported unsupported) {
        this.warnings = warnings;
        this.unsupported = unsupported;
    }

    /** All links, in the order of the source. */
    List<FrameNode> links() {
        return links;
    }

    /** All joints, in the order of the source. */
    List<FrameNode> joints() {
        return joints;
    }

    /** All models and {@code <frame>}s, in the order of the source. */
    List<FrameNode> frames() {
        return frames;
    }

    /** All files that something was read from. */
    Set<SourceFile> sources() {
        return sources;
    }

    /** What a world holds. */
    Scope world(XmlElement world, SourceFile source) {
        Scope scope = begin(world, source);
        Vocabulary.WORLD.check(world, warnings, unsupported);
        contents(world, scope);
        return scope;
    }

    /** A model that stands alone; its names are not scoped by its own. */
    Scope model(XmlElement model, SourceFile source) {
        Scope scope = begin(model, source);
        return model(model, scope, source, null);
    }

    private Scope begin(XmlElement element, SourceFile source) {
        includes.begin(source.file());
        sources.add(source);
        return new Scope(element, source);
    }

    private void contents(XmlElement element, Scope scope) {
        for (XmlElement child : element.children()) {
            switch (child.name()) {
                case "link" -> link(child, scope);
                case "joint" -> joint(child, scope);
                case "frame" -> frame(child, scope);
                case "model" -> model(child, scope, scope.source, null);
                case "include" -> include(child, scope);
                default -> {
                    // read where it is needed, or noted by the vocabulary
                }
            }
        }
    }

    private void link(XmlElement element, Scope scope) {
        if (scope.frame.kind == FrameNode.Kind.WORLD) {
            return; // the vocabulary has told
        }
        FrameNode node = node(FrameNode.Kind.LINK, element, scope, null);
        scope.addLink(node);
        links.add(node);
    }

    private void joint(XmlElement element, Scope scope) {
        String name = element.attributes().getOrDefault("name", "");
        XmlElement child = Content.required(element, "child", "joint '" + name + "'");
        if (child.text().isEmpty()) {
            String link = child.attribute("link");
            throw child.error(
                    "the <child> of joint '" + name + "' is empty",
                    "Write <child>" + (link == null ? "LINK" : link) + "</child>");
        }
        joints.add(node(FrameNode.Kind.JOINT, element, scope, child.text()));
    }

    private void frame(XmlElement element, Scope scope) {
        if (!scope.source.version().atLeast(SdfVersion.FRAMES)) {
            unsupported.note(element, "<frame>, which has a meaning from SDFormat 1.7 on");
            return;
        }
        Vocabulary.FRAME.check(element, warnings, unsupported);
        String attached = element.attribute("attached_to");
        boolean free = attached == null || attached.isBlank();
        frames.add(node(FrameNode.Kind.FRAME, element, scope, free ? null : attached));
    }

    private FrameNode node(FrameNode.Kind kind, XmlElement element, Scope scope, @Nullable String base) {
        String name = element.requiredAttribute("name");
        PoseText pose = PoseText.of(element, scope.source.version(), warnings);
        FrameNode node = new FrameNode(kind, scope.prefix + name, element, scope, pose, base, order++);
        scope.add(name, node);
        return node;
    }

    private void include(XmlElement include, Scope outer) {
        Vocabulary.INCLUDE.check(include, warnings, unsupported);
        Includes.Included included = includes.read(include, outer.source);
        XmlElement model = Includes.model(included.root(), include);
        if (model == null) {
            unsupported.note(include, "<include> of a light or an actor");
            return;
        }
        sources.add(included.source());
        includes.begin(included.source().file());
        model(model, outer, included.source(), include);
        includes.end();
    }

    /** Enters a model; {@code include}, where it is not null, overrides what the model says of itself. */
    private Scope model(XmlElement model, Scope outer, SourceFile source, @Nullable XmlElement include) {
        Vocabulary.MODEL.check(model, warnings, unsupported);
        String written = include == null ? null : Content.word(include, "name");
        String name = written == null ? model.requiredAttribute("name") : written;
        boolean merged = include != null && Content.flagAttribute(include, "merge");
        boolean alone = model.equals(outer.element);
        if (merged && outer.frame.kind == FrameNode.Kind.WORLD) {
            throw (include == null ? model : include)
                    .error("a model cannot be merged into a world", "Remove merge=\"true\"");
        }
        boolean isStatic = outer.isStatic
                || !merged
                        && Content.flag(
                                include != null && include.child("static") != null ? include : model, "static", false);
        boolean placedByInclude = include != null && include.child("pose") != null;
        PoseText pose = include != null && placedByInclude
                ? PoseText.of(include, outer.source.version(), warnings)
                : PoseText.of(model, source.version(), warnings);
        String frameName = merged ? "_merged__" + name + "__model__" : name;
        FrameNode node = new FrameNode(
                FrameNode.Kind.MODEL,
                outer.prefix + name,
                include == null ? model : include,
                outer,
                pose,
                null,
                order++);
        node.placement = placement(model, source, include, placedByInclude);
        outer.add(frameName, node);
        String prefix = merged ? outer.prefix : alone ? "" : outer.prefix + name + "::";
        Scope scope = new Scope(prefix, model, source, isStatic, node, merged);
        scope.canonical = PoseText.since(model, "canonical_link", SdfVersion.FRAMES, source.version(), warnings);
        if (!merged) {
            outer.addModel(name, scope);
        }
        frames.add(node);
        contents(model, scope);
        return scope;
    }

    private @Nullable String placement(
            XmlElement model, SourceFile source, @Nullable XmlElement include, boolean placedByInclude) {
        String asked = include == null ? null : Content.word(include, "placement_frame");
        if (include != null && asked != null && !placedByInclude) {
            throw include.error(
                    "the <include> has a <placement_frame> and no <pose> that it could place",
                    "Add <pose>0 0 0 0 0 0</pose>");
        }
        if (asked != null) {
            return asked;
        }
        return PoseText.since(model, "placement_frame", SdfVersion.PLACEMENT, source.version(), warnings);
    }
}
