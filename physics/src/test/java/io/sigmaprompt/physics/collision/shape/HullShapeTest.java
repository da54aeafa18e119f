package io.sigmaprompt.physics.collision.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.collision.RandomPose;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mesh.TriangleMesh;
import org.junit.jupiter.api.Test;

/** Hulls of points, and the shapes that descriptions name. */
class HullShapeTest {
    @Test
    void aCubeHasSixFacesOfFourCorners() {
        HullShape cube = RandomPose.boxHull(new BoxShape(1, 2, 3));
        assertEquals(8, cube.vertexCount());
        assertEquals(6, cube.faceCount());
        assertEquals(4, cube.faceSize());
        double[] face = new double[12];
        assertEquals(4, cube.supportingFace(0, 0, 1, face));
        FaceNormal normal = new FaceNormal();
        assertTrue(normal.of(face, 4));
        assertEquals(1, normal.z, 1e-15, "counter-clockwise seen from outside");
    }

    @Test
    void climbingFindsTheFarthestOfAllPoints() {
        RandomPose random = new RandomPose(23);
        double[] cloud = new double[3 * 400];
        for (int i = 0; i < 400; i++) {
            double length = 0;
            for (int k = 0; k < 3; k++) {
                cloud[3 * i + k] = random.symmetric();
                length += cloud[3 * i + k] * cloud[3 * i + k];
            }
            for (int k = 0; k < 3; k++) {
                cloud[3 * i + k] /= Math.sqrt(length);
            }
        }
        HullShape hull = HullShape.of(cloud);
        assertEquals(400, hull.vertexCount());
        assertEquals(796, hull.faceCount(), "Euler's count of triangles");
        double[] out = new double[3];
        for (int t = 0; t < 1000; t++) {
            double x = random.symmetric();
            double y = random.symmetric();
            double z = random.symmetric();
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 400; i++) {
                most = Math.max(most, x * cloud[3 * i] + y * cloud[3 * i + 1] + z * cloud[3 * i + 2]);
            }
            hull.support(x, y, z, out, 0);
            assertEquals(most, x * out[0] + y * out[1] + z * out[2], 1e-15);
        }
    }

    @Test
    void everyGeometryThatIsConvexHasItsShape() {
        double[] lower = new double[3];
        double[] upper = new double[3];
        assertInstanceOf(BoxShape.class, ConvexShapes.of(new Geometry.Box(1, 2, 3)));
        ConvexShapes.of(new Geometry.Box(1, 2, 3)).bounds(lower, upper);
        assertEquals(1, upper[1], 0);
        ConvexShapes.of(new Geometry.Capsule(0.5, 2)).bounds(lower, upper);
        assertEquals(1.5, upper[2], 0);
        ConvexShapes.of(new Geometry.Cylinder(0.5, 2)).bounds(lower, upper);
        assertEquals(1, upper[2], 0);
        assertInstanceOf(EllipsoidShape.class, ConvexShapes.of(new Geometry.Ellipsoid(1, 2, 3)));
        assertInstanceOf(SphereShape.class, ConvexShapes.of(new Geometry.Sphere(1)));
    }

    @Test
    void whatIsNotConvexOrHasNoVolumeIsToldWithItsName() {
        TriangleMesh flat = new TriangleMesh(new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new int[] {0, 1, 2});
        BadInputException noVolume =
                assertThrows(BadInputException.class, () -> ConvexShapes.of(new Geometry.Polyhedron("leaf", flat)));
        assertEquals("leaf", noVolume.place());
        TriangleMesh broken = new TriangleMesh(new double[] {0, 0, 0, 1, 0, 0, 0, Double.NaN, 0}, new int[] {0, 1, 2});
        assertThrows(BadInputException.class, () -> ConvexShapes.of(new Geometry.Polyhedron("broken", broken)));
        assertThrows(BadInputException.class, () -> ConvexShapes.of(new Geometry.Plane(0, 0)));
        BadInputException missing = assertThrows(
                BadInputException.class,
                () -> ConvexShapes.of(new Geometry.Mesh("package://a/b.stl", null, new Vec3(1, 1, 1))));
        assertEquals("package://a/b.stl", missing.place());
    }
}
