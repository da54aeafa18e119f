package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code <visual>} and {@code <collision>} (SDFormat specification, elements geometry and material). */
final class ShapeReader {
    private static final List<String> KINDS = List.of("box", "cylinder", "sphere", "capsule", "mesh");

    /** Shapes that SDFormat knows and nothing here can hold. */
    private static final Set<String> LEFT_OUT = Set.of("ellipsoid", "plane", "heightmap", "cone", "image", "polyline");

    private final FrameGraph graph;
    private final Warnings warnings;
    private final Unsupported unsupported;

    ShapeReader(FrameGraph graph, Warnings warnings, Unsupported unsupported) {
        this.graph = graph;
        this.warnings = warnings;
        this.unsupported = unsupported;
    }

    /** The shapes of a link, {@code kind} being visual or collision. */
    List<Shape> read(FrameNode link, String kind) {
        boolean visual = kind.equals("visual");
        List<Shape> shapes = new ArrayList<>();
        for (XmlElement element : link.element.children(kind)) {
            (visual ? Vocabulary.VISUAL : Vocabulary.COLLISION).check(element, warnings, unsupported);
            XmlElement holder = element.child("geometry");
            if (holder == null) {
                throw element.error(
                        "the <" + kind + "> of link '" + link.name + "' has no <geometry>",
                        "Add <geometry> with one of " + KINDS);
            }
            Geometry geometry = geometry(holder, link.scope.source);
            Material material = visual ? material(element) : null;
            Pose pose = pose(link, element, kind);
            if (geometry != null) {
                shapes.add(new Shape(element.attributes().getOrDefault("name", ""), pose, geometry, material));
            }
        }
        return shapes;
    }

    private Pose pose(FrameNode link, XmlElement element, String kind) {
        PoseText text = PoseText.of(element, link.scope.source.version(), warnings);
        if (text.relativeTo() == null) {
            return text.pose();
        }
        FrameNode frame = link.scope.frame(
                text.relativeTo(),
                text.element(),
                "the pose of a <" + kind + "> of " + link.described() + " is relative to");
        return graph.between(link, frame).times(text.pose());
    }

    private @Nullable Geometry geometry(XmlElement holder, SourceFile source) {
        if (holder.children().isEmpty()) {
            throw holder.error("<geometry> is empty", "Put one of " + KINDS + " into it");
        }
        if (holder.children().size() > 1) {
            warnings.add(holder.children().get(1), "a <geometry> holds one shape; all but the first are ignored");
        }
        XmlElement shape = holder.children().getFirst();
        return switch (shape.name()) {
            case "box" -> {
                XmlElement size = Content.required(shape, "size", "<box>");
                Vec3 edges = Content.vector(size);
                yield new Geometry.Box(length(size, edges.x()), length(size, edges.y()), length(size, edges.z()));
            }
            case "cylinder" -> new Geometry.Cylinder(length(shape, "radius"), length(shape, "length"));
            case "capsule" -> new Geometry.Capsule(length(shape, "radius"), length(shape, "length"));
            case "sphere" -> new Geometry.Sphere(length(shape, "radius"));
            case "mesh" -> mesh(shape, source);
            case "empty" -> null;
            default -> {
                if (LEFT_OUT.contains(shape.name())) {
                    unsupported.note(shape);
                } else {
                    warnings.add(
                            shape,
                            "the shape <" + shape.name() + "> is unknown and is left out"
                                    + Suggestion.phrase(shape.name(), KINDS) + "; known are " + KINDS);
                }
                yield null;
            }
        };
    }

    private Geometry mesh(XmlElement mesh, SourceFile source) {
        XmlElement uri = Content.required(mesh, "uri", "<mesh>");
        if (uri.text().isEmpty()) {
            throw uri.error("the mesh has an empty <uri>", "Name a file, as model://NAME/meshes/part.stl");
        }
        XmlElement written = mesh.child("scale");
        Vec3 scale = written == null ? new Vec3(1, 1, 1) : Content.vector(written);
        if (written != null && (scale.x() == 0 || scale.y() == 0 || scale.z() == 0)) {
            throw written.error(
                    "the scale \"" + written.text() + "\" of mesh " + uri.text() + " has a zero",
                    "Give three factors, such as 0.001 0.001 0.001 for millimetres");
        }
        for (XmlElement child : mesh.children()) {
            if (!child.name().equals("uri") && !child.name().equals("scale")) {
                unsupported.note(child);
            }
        }
        return new Geometry.Mesh(uri.text(), source.meshes().file(uri, uri.text()), scale);
    }

    private double length(XmlElement shape, String key) {
        XmlElement element = Content.required(shape, key, "<" + shape.name() + ">");
        return length(element, Numbers.content(element, 1)[0]);
    }

    private double length(XmlElement element, double value) {
        if (value < 0) {
            throw element.error(
                    "<" + element.name() + "> is negative, " + element.text(), "Give a length in metres, zero or more");
        }
        if (value == 0) {
            warnings.add(element, "<" + element.name() + "> is zero: the shape has no extent");
        }
        return value;
    }

    /** The diffuse colour, else the ambient one, with the visual's transparency; null where none is given. */
    private @Nullable Material material(XmlElement visual) {
        XmlElement element = visual.child("material");
        if (element != null) {
            Vocabulary.MATERIAL.check(element, warnings, unsupported);
        }
        double opacity = 1 - Math.clamp(Content.number(visual, "transparency", 0), 0.0, 1.0);
        XmlElement color = element == null ? null : element.child("diffuse");
        color = color != null || element == null ? color : element.child("ambient");
        if (color == null) {
            Material grey = Material.DEFAULT;
            return opacity == 1 ? null : new Material(grey.name(), grey.red(), grey.green(), grey.blue(), opacity);
        }
        double[] rgba = Numbers.content(color, color.text().split("\\s+", -1).length == 3 ? 3 : 4);
        for (double component : rgba) {
            if (component < 0 || component > 1) {
                throw color.error(
                        "the colour <" + color.name() + ">" + color.text() + "</" + color.name() + "> is outside 0 … 1",
                        "Give red, green, blue and opacity between 0 and 1 (divide 0 … 255 by 255)");
            }
        }
        return new Material("", rgba[0], rgba[1], rgba[2], opacity * (rgba.length > 3 ? rgba[3] : 1));
    }
}
