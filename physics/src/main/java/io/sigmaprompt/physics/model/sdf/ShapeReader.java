package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code <visual>} and {@code <collision>} (SDFormat specification, elements geometry and material). */
final class ShapeReader {
    private final FrameGraph graph;
    private final Warnings warnings;
    private final Unsupported unsupported;
    private final GeometryReader geometries;
    private final SurfaceReader surfaces;

    ShapeReader(FrameGraph graph, Warnings warnings, Unsupported unsupported) {
        this.graph = graph;
        this.warnings = warnings;
        this.unsupported = unsupported;
        geometries = new GeometryReader(warnings, unsupported);
        surfaces = new SurfaceReader(warnings, unsupported);
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
                        "Add <geometry> with one of " + GeometryReader.KINDS);
            }
            GeometryReader.Placed placed = geometries.read(holder, link.scope.source);
            Material material = visual ? material(element) : null;
            PoseText text = PoseText.of(element, link.scope.source.version(), warnings);
            Pose pose = graph.inLink(link, text, "the pose of a <" + kind + "> of " + link.described());
            ContactSurface surface = surfaces.read(visual ? null : element.child("surface"));
            if (placed != null) {
                Pose origin = placed.origin().equals(Pose.IDENTITY) ? pose : pose.times(placed.origin());
                String name = element.attributes().getOrDefault("name", "");
                shapes.add(new Shape(name, origin, placed.geometry(), material, surface));
            }
        }
        return shapes;
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
