package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mesh.ConvexHull;
import io.sigmaprompt.physics.model.mesh.MeshInertia;
import io.sigmaprompt.physics.model.mesh.MeshReader;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A {@code <mesh>} of {@code <asset>}; a file is opened only where its volume counts. */
final class MeshAsset {
    private final XmlElement element;
    private final String uri;
    private final @Nullable Path file;
    private final @Nullable TriangleMesh inline;
    private final Vec3 scale;
    private final Pose reference;
    private final String inertia;
    private @Nullable Inertia unit;

    MeshAsset(XmlElement element, String uri, @Nullable Path file, CompilerSettings settings) {
        this.element = element;
        this.uri = uri;
        this.file = file;
        scale = Numbers.vector(element, "scale", new Vec3(1, 1, 1));
        if (scale.x() == 0 || scale.y() == 0 || scale.z() == 0) {
            throw element.error(
                    "the scale \"" + element.attribute("scale") + "\" of mesh '" + uri + "' has a zero",
                    "Give three factors, such as 0.001 0.001 0.001 for millimetres");
        }
        inline = element.attribute("vertex") == null ? null : inline().scaled(scale.x(), scale.y(), scale.z());
        reference = reference();
        inertia = Words.keyword(
                element,
                "inertia",
                settings.exactMeshInertia() ? "exact" : "legacy",
                "legacy",
                "exact",
                "convex",
                "shell");
    }

    private TriangleMesh inline() {
        double[] vertices = Numbers.list(element, "vertex", element.attribute("vertex"), -1);
        if (vertices.length % 3 != 0) {
            throw element.error(
                    "the vertices of mesh '" + uri + "' are " + vertices.length + " numbers, which come in threes",
                    "Write x y z of each vertex");
        }
        if (element.attribute("face") == null) {
            return hull(vertices);
        }
        double[] written = Numbers.list(element, "face", element.attribute("face"), -1);
        int[] faces = new int[written.length];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = written[i] == Math.rint(written[i]) ? (int) written[i] : -1;
        }
        try {
            return new TriangleMesh(vertices, faces);
        } catch (IllegalArgumentException e) {
            throw element.error(
                    "the faces of mesh '" + uri + "' do not fit its vertices: " + e.getMessage(),
                    "Write three indices of vertices, from 0, of each face");
        }
    }

    private TriangleMesh hull(double[] vertices) {
        try {
            return ConvexHull.of(vertices);
        } catch (IllegalArgumentException e) {
            throw element.error(
                    "the mesh '" + uri + "' has no convex hull: " + e.getMessage(),
                    "Give at least four vertices that do not lie in one plane");
        }
    }

    /**
     * From the mesh's own frame to that of the asset: MuJoCo moves vertices by -refpos, turns them by refquat's inverse
     * and then stretches them.
     */
    private Pose reference() {
        Vec3 p = Numbers.vector(element, "refpos", Vec3.ZERO);
        Pose turned = element.attribute("refquat") == null ? Pose.IDENTITY : Placement.quaternion(element, "refquat");
        boolean even = scale.x() == scale.y() && scale.y() == scale.z();
        boolean straight = turned.qx() == 0 && turned.qy() == 0 && turned.qz() == 0;
        if (!even && !straight) {
            throw element.error(
                    "mesh '" + uri
                            + "' has a refquat and a scale that differs between axes, which is no rigid placement",
                    "Turn the mesh in its file, or scale all axes alike");
        }
        return turned.inverse().times(Pose.at(new Vec3(-scale.x() * p.x(), -scale.y() * p.y(), -scale.z() * p.z())));
    }

    /** From the frame of {@link #geometry} to that which a geom places. */
    Pose reference(Pose geom) {
        return geom.times(reference);
    }

    Geometry geometry() {
        return inline == null ? new Geometry.Mesh(uri, file, scale) : new Geometry.Polyhedron(uri, inline);
    }

    /** Of the mesh in the frame of {@link #geometry}, at a density of one. */
    Inertia unitInertia(XmlElement geom) {
        if (unit == null) {
            unit = computed(geom);
        }
        return unit;
    }

    private Inertia computed(XmlElement geom) {
        TriangleMesh mesh = inline;
        if (mesh == null) {
            if (file == null) {
                throw geom.error(
                        "the inertia of the body comes from mesh '" + uri + "' (" + element.location()
                                + "), but there is no such file",
                        "Put the file there, correct meshdir in <compiler>, or give the body an <inertial>");
            }
            mesh = MeshReader.read(file).scaled(scale.x(), scale.y(), scale.z());
        }
        Inertia result =
                switch (inertia) {
                    case "exact" -> MeshInertia.ofVolume(mesh, 1);
                    case "convex" -> MeshInertia.ofVolume(hull(mesh.vertices()), 1);
                    case "shell" -> MeshInertia.ofSkin(mesh, 1);
                    default -> MeshInertia.ofUnsignedVolume(mesh, 1);
                };
        if (!(result.mass() > 1e-14)) {
            throw element.error(
                    "mesh '" + uri + "' encloses the volume " + result.mass() + " m³"
                            + (result.mass() < 0 ? ": its faces look inwards" : ""),
                    "Turn its faces to look outwards and close its holes, or set inertia=\"shell\"");
        }
        return result;
    }
}
