package io.sigmaprompt.workbench.viewport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import io.sigmaprompt.workbench.viewport.mesh.MeshLibrary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RobotShapesTest {
    @Test
    void whatMjcfBuildsFromIsDrawnInItsSize() {
        double[] corners = {0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 4};
        TriangleMesh tetrahedron = new TriangleMesh(corners, new int[] {0, 2, 1, 0, 1, 3, 1, 2, 3, 0, 3, 2});
        RobotShapes shapes = shapes(
                new Geometry.Ellipsoid(1, 2, 3),
                new Geometry.Plane(4, 0),
                new Geometry.Polyhedron("tetrahedron", tetrahedron));
        assertArrayEquals(new double[] {-1, -2, -3, 1, 2, 3}, bounds(shapes, 0), 0.01);
        assertArrayEquals(new double[] {-4, -5, 0, 4, 5, 0}, bounds(shapes, 1), 1e-6);
        assertArrayEquals(new double[] {0, 0, 0, 3, 2, 4}, bounds(shapes, 2), 1e-6);
        assertEquals(List.of(), shapes.warnings());
    }

    @Test
    void aHeightFieldIsAPlaceholderAndSaysSo() {
        RobotShapes shapes = shapes(new Geometry.HeightField("hill", null, 1, 1, 1, 1, 0, 0, List.of()));
        assertTrue(shapes.shapes().getFirst().placeholder());
        assertTrue(shapes.warnings().getFirst().contains("'hill' is not drawn"), shapes.warnings()::toString);
    }

    private static double[] bounds(RobotShapes shapes, int shape) {
        return shapes.shapes().get(shape).triangles().bounds();
    }

    private static RobotShapes shapes(Geometry... geometries) {
        List<Shape> visuals = Stream.of(geometries)
                .map(geometry -> new Shape("", Pose.IDENTITY, geometry, null))
                .toList();
        Link link = new Link("world", Inertia.ZERO, visuals, List.of());
        return RobotShapes.of(new RobotModel("scene", false, List.of(link), List.of()), new MeshLibrary());
    }
}
