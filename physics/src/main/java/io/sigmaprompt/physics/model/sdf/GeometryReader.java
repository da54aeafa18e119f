package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.Warnings;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code <geometry>} (SDFormat specification, element geometry). */
final class GeometryReader {
    static final List<String> KINDS =
            List.of("box", "cylinder", "sphere", "capsule", "ellipsoid", "plane", "mesh", "heightmap");

    /** Shapes that SDFormat knows and nothing here can hold. */
    private static final Set<String> LEFT_OUT = Set.of("cone", "image", "polyline");

    private final Warnings warnings;
    private final Unsupported unsupported;

    /**
     * A geometry and where it is in the frame of what has it.
     *
     * @param origin from the geometry's frame to its holder's
     */
    record Placed(Geometry geometry, Pose origin) {}

    GeometryReader(Warnings warnings, Unsupported unsupported) {
        this.warnings = warnings;
        this.unsupported = unsupported;
    }

    /** What a {@code <geometry>} holds, or null for nothing that can be kept. */
    @Nullable
    Placed read(XmlElement holder, SourceFile source) {
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
                yield centred(
                        new Geometry.Box(length(size, edges.x()), length(size, edges.y()), length(size, edges.z())));
            }
            case "cylinder" -> centred(new Geometry.Cylinder(length(shape, "radius"), length(shape, "length")));
            case "capsule" -> centred(new Geometry.Capsule(length(shape, "radius"), length(shape, "length")));
            case "sphere" -> centred(new Geometry.Sphere(length(shape, "radius")));
            case "ellipsoid" -> {
                XmlElement radii = Content.required(shape, "radii", "<ellipsoid>");
                Vec3 half = Content.vector(radii);
                yield centred(new Geometry.Ellipsoid(
                        length(radii, half.x()), length(radii, half.y()), length(radii, half.z())));
            }
            case "plane" -> plane(shape);
            case "mesh" -> centred(mesh(shape, source));
            case "heightmap" -> heightField(shape, source);
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

    private static Placed centred(Geometry geometry) {
        return new Placed(geometry, Pose.IDENTITY);
    }

    /** A plane whose normal is not z is turned, so that it is. */
    private Placed plane(XmlElement plane) {
        XmlElement written = plane.child("normal");
        Vec3 normal = written == null ? new Vec3(0, 0, 1) : Content.vector(written);
        if (written != null && normal.norm() == 0) {
            throw written.error(
                    "the normal of the plane is zero, which is no direction", "Write 0 0 1 for level ground");
        }
        XmlElement size = plane.child("size");
        double[] sides = size == null ? new double[] {1, 1} : Numbers.content(size, 2);
        if (size != null) {
            length(size, sides[0]);
            length(size, sides[1]);
        }
        return new Placed(new Geometry.Plane(0.5 * sides[0], 0.5 * sides[1]), Direction.fromZ(normal));
    }

    private Geometry mesh(XmlElement mesh, SourceFile source) {
        XmlElement uri = uri(mesh, "model://NAME/meshes/part.stl");
        XmlElement written = mesh.child("scale");
        Vec3 scale = written == null ? new Vec3(1, 1, 1) : Content.vector(written);
        if (written != null && (scale.x() == 0 || scale.y() == 0 || scale.z() == 0)) {
            throw written.error(
                    "the scale \"" + written.text() + "\" of mesh " + uri.text() + " has a zero",
                    "Give three factors, such as 0.001 0.001 0.001 for millimetres");
        }
        noteOthers(mesh, Set.of("uri", "scale"));
        return new Geometry.Mesh(uri.text(), source.meshes().file(uri, uri.text()), scale);
    }

    private Placed heightField(XmlElement field, SourceFile source) {
        XmlElement uri = uri(field, "model://NAME/materials/textures/terrain.png");
        XmlElement written = field.child("size");
        Vec3 size = written == null ? new Vec3(1, 1, 1) : Content.vector(written);
        if (written != null) {
            length(written, Math.min(size.x(), Math.min(size.y(), size.z())));
        }
        XmlElement pos = field.child("pos");
        noteOthers(field, Set.of("uri", "size", "pos"));
        Geometry.HeightField terrain = new Geometry.HeightField(
                uri.text(),
                source.packages().resolve(uri.text()),
                0.5 * size.x(),
                0.5 * size.y(),
                size.z(),
                0,
                0,
                0,
                List.of());
        return new Placed(terrain, pos == null ? Pose.IDENTITY : Pose.at(Content.vector(pos)));
    }

    private static XmlElement uri(XmlElement shape, String example) {
        XmlElement uri = Content.required(shape, "uri", "<" + shape.name() + ">");
        if (uri.text().isEmpty()) {
            throw uri.error("the " + shape.name() + " has an empty <uri>", "Name a file, as " + example);
        }
        return uri;
    }

    private void noteOthers(XmlElement shape, Set<String> known) {
        for (XmlElement child : shape.children()) {
            if (!known.contains(child.name())) {
                unsupported.note(child);
            }
        }
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
}
