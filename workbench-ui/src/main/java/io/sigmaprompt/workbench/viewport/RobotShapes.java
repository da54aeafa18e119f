package io.sigmaprompt.workbench.viewport;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.workbench.viewport.mesh.ClusteredMesh;
import io.sigmaprompt.workbench.viewport.mesh.MeshLibrary;
import io.sigmaprompt.workbench.viewport.mesh.MeshPart;
import io.sigmaprompt.workbench.viewport.mesh.Primitives;
import io.sigmaprompt.workbench.viewport.mesh.TriangleMesh;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a robot can be drawn, and what is missing.
 *
 * @param shapes in the order of the links
 * @param warnings one for each mesh that a placeholder stands for
 */
record RobotShapes(List<LinkShape> shapes, List<String> warnings) {
    private static final double PLACEHOLDER_EDGE = 0.06;
    /** Half of the edge of a plane without end, metres. */
    private static final double ENDLESS = 5;

    /** Cells along the largest part of a robot. */
    private static final double COARSE_CELLS = 130;
    /** Lighter meshes than this are drawn as they are. */
    private static final int FEW_TRIANGLES = 800;

    /** The visuals of a model; where a model has none at all, its collision shapes. Reads files. */
    static RobotShapes of(RobotModel model, MeshLibrary library) {
        boolean hasVisuals =
                model.links().stream().anyMatch(link -> !link.visuals().isEmpty());
        List<LinkShape> shapes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < model.links().size(); i++) {
            Link link = model.links().get(i);
            for (Shape shape : hasVisuals ? link.visuals() : link.collisions()) {
                add(i, link.name(), shape, library, shapes, warnings);
            }
        }
        return new RobotShapes(withCoarse(shapes), List.copyOf(warnings));
    }

    /** A robot fills a view of a few hundred pixels: details finer than about two of them can go. */
    private static List<LinkShape> withCoarse(List<LinkShape> shapes) {
        double greatest = 0;
        for (LinkShape shape : shapes) {
            double[] box = shape.triangles().bounds();
            double x = box[3] - box[0];
            double y = box[4] - box[1];
            double z = box[5] - box[2];
            greatest = Math.max(greatest, Math.sqrt(x * x + y * y + z * z));
        }
        double cell = greatest / COARSE_CELLS;
        return shapes.stream()
                .map(shape -> shape.triangles().triangles() < FEW_TRIANGLES
                        ? shape
                        : shape.withCoarse(ClusteredMesh.of(shape.triangles(), cell)))
                .toList();
    }

    private static void add(
            int link,
            String linkName,
            Shape shape,
            MeshLibrary library,
            List<LinkShape> shapes,
            List<String> warnings) {
        Material material = shape.material() == null ? Material.DEFAULT : shape.material();
        switch (shape.geometry()) {
            case Geometry.Box box ->
                shapes.add(solid(link, shape, Primitives.box(box.x(), box.y(), box.z()), material));
            case Geometry.Cylinder c ->
                shapes.add(solid(link, shape, Primitives.cylinder(c.radius(), c.length()), material));
            case Geometry.Capsule c ->
                shapes.add(solid(link, shape, Primitives.capsule(c.radius(), c.length()), material));
            case Geometry.Sphere s -> shapes.add(solid(link, shape, Primitives.sphere(s.radius()), material));
            case Geometry.Ellipsoid e ->
                shapes.add(solid(link, shape, Primitives.sphere(1).scaled(e.x(), e.y(), e.z()), material));
            case Geometry.Plane plane ->
                shapes.add(solid(link, shape, Primitives.plane(drawn(plane.halfX()), drawn(plane.halfY())), material));
            case Geometry.Polyhedron inline ->
                shapes.add(solid(link, shape, Primitives.polyhedron(corners(inline)), material));
            case Geometry.HeightField field -> {
                warnings.add("link '" + linkName + "': the height field '" + field.name()
                        + "' is not drawn; a placeholder stands for it");
                shapes.add(placeholder(link, shape, material));
            }
            case Geometry.Mesh mesh -> {
                try {
                    if (mesh.file() == null) {
                        throw new BadInputException(
                                mesh.uri(),
                                "the mesh of link '" + linkName + "' was not found",
                                "A placeholder stands for it.");
                    }
                    for (MeshPart part : library.load(mesh.file(), mesh.scale())) {
                        Material own = part.material();
                        shapes.add(solid(link, shape, part.triangles(), own == null ? material : own));
                    }
                } catch (BadInputException e) {
                    warnings.add(e.getMessage());
                    shapes.add(placeholder(link, shape, material));
                }
            }
        }
    }

    /** Half of what is drawn of a plane, metres; one without end is drawn as far as a robot goes. */
    private static double drawn(double half) {
        return half == 0 ? ENDLESS : half;
    }

    private static float[] corners(Geometry.Polyhedron inline) {
        double[] vertices = inline.mesh().vertices();
        int[] triangles = inline.mesh().triangles();
        float[] corners = new float[3 * triangles.length];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (float) vertices[3 * triangles[i / 3] + i % 3];
        }
        return corners;
    }

    private static LinkShape solid(int link, Shape shape, TriangleMesh triangles, Material material) {
        return new LinkShape(link, shape.origin(), triangles, triangles, material, false);
    }

    private static LinkShape placeholder(int link, Shape shape, Material material) {
        TriangleMesh box = Primitives.box(PLACEHOLDER_EDGE, PLACEHOLDER_EDGE, PLACEHOLDER_EDGE);
        return new LinkShape(link, shape.origin(), box, box, material, true);
    }
}
