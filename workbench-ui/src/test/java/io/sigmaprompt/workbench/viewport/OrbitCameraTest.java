package io.sigmaprompt.workbench.viewport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class OrbitCameraTest {
    private static double distance(OrbitCamera.View view) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += Math.pow(view.eye()[i] - view.target()[i], 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void turningKeepsTargetAndDistance() {
        OrbitCamera camera = new OrbitCamera();
        OrbitCamera.View before = camera.view();
        camera.orbit(1.1, 0.4);
        OrbitCamera.View after = camera.view();
        assertArrayEquals(before.target(), after.target());
        assertEquals(before.distance(), distance(after), 1e-12);
    }

    @Test
    void turningUpRaisesTheEyeButNeverOverTheTop() {
        OrbitCamera camera = new OrbitCamera();
        double before = camera.view().eye()[2];
        camera.orbit(0, 0.3);
        assertTrue(camera.view().eye()[2] > before);
        camera.orbit(0, 10);
        OrbitCamera.View top = camera.view();
        double horizontal = Math.hypot(top.eye()[0] - top.target()[0], top.eye()[1] - top.target()[1]);
        assertTrue(horizontal > 0.01, "the view would lose its up direction straight above the target");
    }

    @Test
    void aDragMovesTheTargetByAsMuchAsThePointerMovedInTheImage() {
        OrbitCamera camera = new OrbitCamera();
        OrbitCamera.View before = camera.view();
        double height = 800;
        camera.pan(0, height, height);
        OrbitCamera.View after = camera.view();
        double moved = 0;
        for (int i = 0; i < 3; i++) {
            moved += Math.pow(after.target()[i] - before.target()[i], 2);
        }
        // The whole height of the view, at the target's distance.
        assertEquals(2 * before.distance() * Math.tan(before.verticalView() / 2), Math.sqrt(moved), 1e-9);
        assertTrue(after.target()[2] > before.target()[2], "dragging down looks further up");
    }

    @Test
    void carriedAlongItKeepsTheUsersAnglesDistanceAndOffset() {
        OrbitCamera camera = new OrbitCamera();
        camera.orbit(0.7, 0.2);
        camera.zoom(1.5);
        camera.pan(40, -25, 800);
        OrbitCamera.View before = camera.view();
        camera.carry(3, -4, 12);
        OrbitCamera.View after = camera.view();
        double[] way = {3, -4, 12};
        for (int i = 0; i < 3; i++) {
            assertEquals(before.target()[i] + way[i], after.target()[i], 1e-12);
            assertEquals(before.eye()[i] + way[i], after.eye()[i], 1e-12);
        }
        assertEquals(before.distance(), after.distance());
    }

    @Test
    void zoomStaysWithinItsRange() {
        OrbitCamera camera = new OrbitCamera();
        camera.zoom(1e-9);
        assertEquals(0.02, camera.view().distance());
        camera.zoom(1e9);
        assertEquals(500, camera.view().distance());
    }

    @Property(tries = 200)
    void aFramedBoxIsInViewWithAllItsCorners(
            @ForAll @DoubleRange(min = -4, max = 4) double yaw,
            @ForAll @DoubleRange(min = -1.4, max = 1.4) double pitch,
            @ForAll @DoubleRange(min = 0.02, max = 3) double halfX,
            @ForAll @DoubleRange(min = 0.02, max = 3) double halfY,
            @ForAll @DoubleRange(min = 0.02, max = 3) double halfZ,
            @ForAll @DoubleRange(min = 0.4, max = 3) double aspect) {
        OrbitCamera camera = new OrbitCamera();
        camera.orbit(yaw, pitch);
        camera.frame(new Bounds(1, -2, 0.5, halfX, halfY, halfZ), aspect);
        OrbitCamera.View view = camera.view();
        double[] forward = new double[3];
        for (int i = 0; i < 3; i++) {
            forward[i] = (view.target()[i] - view.eye()[i]) / view.distance();
        }
        double[] right = unit(cross(forward, new double[] {0, 0, 1}));
        double[] up = cross(right, forward);
        double tan = Math.tan(view.verticalView() / 2);
        for (int corner = 0; corner < 8; corner++) {
            double[] p = {
                1 + ((corner & 1) == 0 ? -halfX : halfX) - view.eye()[0],
                -2 + ((corner & 2) == 0 ? -halfY : halfY) - view.eye()[1],
                0.5 + ((corner & 4) == 0 ? -halfZ : halfZ) - view.eye()[2]
            };
            double depth = dot(p, forward);
            assertTrue(depth > 0);
            assertTrue(Math.abs(dot(p, up)) <= tan * depth * (1 + 1e-9));
            assertTrue(Math.abs(dot(p, right)) <= tan * aspect * depth * (1 + 1e-9));
        }
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] a) {
        double n = Math.sqrt(dot(a, a));
        return new double[] {a[0] / n, a[1] / n, a[2] / n};
    }
}
