package io.sigmaprompt.physics.model.urdf;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.resource.MeshSearch;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code <visual>} and {@code <collision>}. */
final class ShapeReader {
    private static final List<String> KINDS = List.of("box", "cylinder", "sphere", "capsule", "mesh");

    private final MaterialTable materials;
    private final MeshSearch meshes;
    private final Warnings warnings;

    ShapeReader(MaterialTable materials, MeshSearch meshes, Warnings warnings) {
        this.materials = materials;
        this.meshes = meshes;
        this.warnings = warnings;
    }

    /** The shapes of a link, {@code kind} being visual or collision. */
    List<Shape> read(XmlElement link, String kind) {
        List<Shape> shapes = new ArrayList<>();
        for (XmlElement element : link.children(kind)) {
            warnings.checkChildren(
                    element,
                    Set.of(),
                    Set.of("origin", "geometry", "material"),
                    Set.of("verbose", "contact_coefficients"));
            XmlElement holder = element.child("geometry");
            if (holder == null) {
                throw element.error(
                        "the <" + kind + "> of link '" + link.attribute("name") + "' has no <geometry>",
                        "Add <geometry> with one of " + KINDS);
            }
            Geometry geometry = geometry(holder);
            XmlElement material = kind.equals("visual") ? element.child("material") : null;
            Material surface = material == null ? null : materials.of(material);
            if (geometry != null) {
                shapes.add(new Shape(
                        element.attributes().getOrDefault("name", ""), Origin.of(element), geometry, surface));
            }
        }
        return shapes;
    }

    private @Nullable Geometry geometry(XmlElement holder) {
        if (holder.children().isEmpty()) {
            throw holder.error("<geometry> is empty", "Put one of " + KINDS + " into it");
        }
        if (holder.children().size() > 1) {
            warnings.add(holder.children().get(1), "a <geometry> holds one shape; all but the first are ignored");
        }
        XmlElement shape = holder.children().getFirst();
        return switch (shape.name()) {
            case "box" -> {
                shape.requiredAttribute("size");
                Vec3 size = Numbers.vector(shape, "size", Vec3.ZERO);
                yield new Geometry.Box(
                        length(shape, "size", size.x()),
                        length(shape, "size", size.y()),
                        length(shape, "size", size.z()));
            }
            case "cylinder" -> new Geometry.Cylinder(length(shape, "radius"), length(shape, "length"));
            case "capsule" -> new Geometry.Capsule(length(shape, "radius"), length(shape, "length"));
            case "sphere" -> new Geometry.Sphere(length(shape, "radius"));
            case "mesh" -> mesh(shape);
            default -> {
                warnings.add(
                        shape,
                        "the shape <" + shape.name() + "> is unknown and is left out"
                                + Suggestion.phrase(shape.name(), KINDS) + "; known are " + KINDS);
                yield null;
            }
        };
    }

    private Geometry mesh(XmlElement mesh) {
        String uri = mesh.requiredAttribute("filename").strip();
        if (uri.isEmpty()) {
            throw mesh.error("the mesh has an empty filename", "Name a file, as package://NAME/meshes/part.stl");
        }
        Vec3 scale = Numbers.vector(mesh, "scale", new Vec3(1, 1, 1));
        if (scale.x() == 0 || scale.y() == 0 || scale.z() == 0) {
            throw mesh.error(
                    "the scale \"" + mesh.attribute("scale") + "\" of mesh " + uri + " has a zero",
                    "Give three factors, such as 0.001 0.001 0.001 for millimetres");
        }
        return new Geometry.Mesh(uri, meshes.file(mesh, uri), scale);
    }

    private double length(XmlElement shape, String key) {
        return length(shape, key, Numbers.required(shape, key));
    }

    private double length(XmlElement shape, String key, double value) {
        if (value < 0) {
            throw shape.error(
                    "the " + key + " of <" + shape.name() + "> is negative, " + shape.attribute(key),
                    "Give a length in metres, zero or more");
        }
        if (value == 0) {
            warnings.add(shape, "the " + key + " of <" + shape.name() + "> is zero: it has no extent");
        }
        return value;
    }
}
