package io.sigmaprompt.workbench.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Material;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.workbench.theme.Theme;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class Viewport3DTest {
    private static final Material RED = new Material("red", 0.8, 0.1, 0.1, 1);
    private static final Material GREEN = new Material("green", 0.1, 0.7, 0.15, 1);

    private static RobotModel arm(Geometry tip) {
        Inertia inertia = new Inertia(1, Vec3.ZERO, 0.1, 0, 0, 0.1, 0, 0.1);
        Link base = new Link(
                "base",
                inertia,
                List.of(new Shape("", new Pose(0, 0, 0.2, 0, 0, 0, 1), new Geometry.Cylinder(0.1, 0.4), RED)),
                List.of());
        Link end = new Link(
                "end", inertia, List.of(new Shape("", new Pose(0.3, 0, 0, 0, 0, 0, 1), tip, GREEN)), List.of());
        Joint joint = new Joint(
                "joint",
                JointType.REVOLUTE,
                "base",
                "end",
                new Pose(0, 0, 0.4, 0, 0, 0, 1),
                new Vec3(0, 1, 0),
                JointLimits.NONE,
                JointDynamics.NONE,
                null);
        return new RobotModel("arm", false, List.of(base, end), List.of(joint));
    }

    private static double[] poses(RobotModel model, double... q) {
        ForwardKinematics kinematics = new ForwardKinematics(model);
        kinematics.update(q);
        double[] all = new double[7 * model.links().size()];
        double[] one = new double[7];
        for (int i = 0; i < model.links().size(); i++) {
            kinematics.pose(i, one);
            System.arraycopy(one, 0, all, 7 * i, 7);
        }
        return all;
    }

    private static long count(int[] pixels, IntPredicate predicate) {
        return IntStream.of(pixels).filter(predicate).count();
    }

    private static int red(int argb) {
        return argb >> 16 & 255;
    }

    private static int green(int argb) {
        return argb >> 8 & 255;
    }

    private static int blue(int argb) {
        return argb & 255;
    }

    private static boolean isRed(int p) {
        return red(p) > 60 && red(p) > 2 * green(p) && red(p) > 2 * blue(p);
    }

    private static boolean isGreen(int p) {
        return green(p) > 50 && green(p) > 1.6 * red(p) && green(p) > 1.6 * blue(p);
    }

    private static boolean isOrange(int p) {
        return red(p) > 90 && red(p) > 1.3 * green(p) && green(p) > 1.2 * blue(p);
    }

    private static boolean isRedViolet(int p) {
        return red(p) > 70 && red(p) > 1.6 * green(p) && blue(p) > 1.2 * green(p);
    }

    @Test
    void aRobotOfPrimitivesIsSeenInItsOwnColours() {
        RobotModel model = arm(new Geometry.Box(0.5, 0.12, 0.12));
        try (HeadlessWindow window = HeadlessWindow.open(Theme.DARK, 480, 320)) {
            HeadlessWindow.await(HeadlessWindow.onFx(() -> window.viewport.open(model, poses(model, 0))));
            int[] pixels = window.pixels();
            assertEquals(480 * 320, pixels.length);
            assertTrue(count(pixels, Viewport3DTest::isRed) > 1500, "red base");
            assertTrue(count(pixels, Viewport3DTest::isGreen) > 1500, "green arm");
            assertTrue(IntStream.of(pixels).distinct().count() > 200, "floor and light are not flat");
        }
    }

    @Test
    void aGhostGoesFromNeutralOverAmberToRedVioletAndWhatIsNotKnownIsAnOutline() {
        RobotModel model = arm(new Geometry.Capsule(0.06, 0.4));
        double[] robot = poses(model, 0);
        double[] ghost = poses(model, 0.5);
        try (HeadlessWindow window = HeadlessWindow.open(Theme.DARK, 480, 320)) {
            HeadlessWindow.await(HeadlessWindow.onFx(() -> window.viewport.open(model, robot)));
            long without = count(window.pixels(), Viewport3DTest::isOrange);
            pose(window, robot, ghost, new double[] {0, 0});
            long agreeing = count(window.pixels(), Viewport3DTest::isOrange);
            pose(window, robot, ghost, new double[] {0, 0.5});
            long differing = count(window.pixels(), Viewport3DTest::isOrange);
            assertTrue(differing > without + 500, "orange pixels: " + without + " without, " + differing + " with");
            assertTrue(agreeing < without + 100, "orange pixels: " + without + " without, " + agreeing + " agreeing");
            pose(window, robot, ghost, new double[] {0, 1});
            long far = count(window.pixels(), Viewport3DTest::isRedViolet);
            assertTrue(far > 500, "red-violet pixels: " + far);
            long[] drawn = new long[2];
            for (int i = 0; i < 2; i++) {
                HeadlessWindow.onFx(() -> {
                    window.viewport.pose(robot);
                    return null;
                });
                int[] bare = window.pixels();
                pose(window, robot, ghost, new double[] {0, i == 0 ? 0 : Double.NaN});
                int[] ghosted = window.pixels();
                drawn[i] = IntStream.range(0, bare.length)
                        .filter(at -> Math.abs(red(bare[at]) - red(ghosted[at])) > 8)
                        .count();
            }
            assertTrue(drawn[1] > 100 && drawn[1] < 0.8 * drawn[0], "an outline: " + drawn[1] + " of " + drawn[0]);
        }
    }

    private static void pose(HeadlessWindow window, double[] robot, double[] ghost, double[] divergence) {
        HeadlessWindow.onFx(() -> {
            window.viewport.pose(robot, ghost, divergence);
            return null;
        });
    }

    @Test
    void theCameraFollowsARobotThatMovesAboutUnlessItIsToStay() {
        RobotModel model = arm(new Geometry.Box(0.5, 0.12, 0.12)).withFloatingBase(true);
        try (HeadlessWindow window = HeadlessWindow.open(Theme.DARK, 320, 240)) {
            double[] at = poses(model, 0, 0, 0, 0, 0, 0, 1, 0);
            HeadlessWindow.await(HeadlessWindow.onFx(() -> window.viewport.open(model, at)));
            assertTrue(window.viewport.mobileProperty().get());
            OrbitCamera.View before = HeadlessWindow.onFx(window.viewport::view);
            double[] away = at.clone();
            away[0] += 30;
            away[2] -= 8;
            OrbitCamera.View after = HeadlessWindow.onFx(() -> {
                window.viewport.pose(away);
                return window.viewport.view();
            });
            assertEquals(before.target()[0] + 30, after.target()[0], 1e-9);
            assertEquals(before.target()[2] - 8, after.target()[2], 1e-9);
            assertEquals(before.distance(), after.distance());
            int[] seen = window.pixels();
            OrbitCamera.View stays = HeadlessWindow.onFx(() -> {
                window.viewport.setFollowing(false);
                window.viewport.pose(at);
                return window.viewport.view();
            });
            assertEquals(after.target()[0], stays.target()[0]);
            int[] gone = window.pixels();
            int differing = 0;
            for (int i = 0; i < seen.length; i++) {
                differing += seen[i] == gone[i] ? 0 : 1;
            }
            assertTrue(differing > 500, "followed it is in view, left alone it is not: " + differing);
        }
    }

    @Test
    void aMeshThatNobodyHasIsAWarningAndAPlaceholder() {
        RobotModel model = arm(new Geometry.Mesh("package://nowhere/tip.dae", null, new Vec3(1, 1, 1)));
        try (HeadlessWindow window = HeadlessWindow.open(Theme.DARK, 320, 240)) {
            List<String> warnings =
                    HeadlessWindow.await(HeadlessWindow.onFx(() -> window.viewport.open(model, poses(model, 0))));
            assertEquals(1, warnings.size());
            assertTrue(warnings.getFirst().contains("package://nowhere/tip.dae"), warnings.getFirst());
            assertTrue(warnings.getFirst().contains("link 'end'"), warnings.getFirst());
            assertTrue(count(window.pixels(), p -> red(p) > 60 && green(p) > 50 && blue(p) < 0.75 * green(p)) > 50);
        }
    }

    @Test
    void theUr10IsSeenWithItsMeshes() {
        RobotModel model = UrdfReader.read(Corpus.file("robots/ur10/ur10.urdf")).model();
        try (HeadlessWindow window = HeadlessWindow.open(Theme.DARK, 640, 400)) {
            int[] empty = window.pixels();
            List<String> warnings = HeadlessWindow.await(
                    HeadlessWindow.onFx(() -> window.viewport.open(model, poses(model, model.neutral()))));
            assertEquals(List.of(), warnings);
            int[] pixels = window.pixels();
            long bright = count(pixels, p -> red(p) > 120 && green(p) > 115 && blue(p) > 110);
            long caps = count(pixels, p -> blue(p) > 110 && blue(p) > red(p) + 30);
            assertTrue(bright > 1500, "light tubes: " + bright);
            assertTrue(caps > 400, "blue caps: " + caps);
            assertTrue(count(empty, p -> red(p) > 120 && green(p) > 115) < 100);
        }
    }

    @Test
    void aViewThatStandsStillIsDrawnOnceMoreWithSmootherEdges() {
        RobotModel model = arm(new Geometry.Box(0.5, 0.12, 0.12));
        try (HeadlessWindow window = HeadlessWindow.open(Theme.DARK, 480, 320)) {
            HeadlessWindow.await(HeadlessWindow.onFx(() -> window.viewport.open(model, poses(model, 0))));
            long before = HeadlessWindow.onFx(() -> {
                window.viewport.orbit(0.1, 0);
                return window.viewport.framesShown();
            });
            // The turned view, and then its finer drawing without being asked.
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                while (HeadlessWindow.onFx(window.viewport::framesShown) < before + 2) {
                    Thread.onSpinWait();
                }
            });
            int[] rested = window.pixels();
            assertTrue(count(rested, Viewport3DTest::isGreen) > 1500);
        }
    }

    @Test
    void aStormOfResizesEndsWithAPictureOfTheLastSize() {
        RobotModel model = arm(new Geometry.Sphere(0.1));
        try (HeadlessWindow window = HeadlessWindow.open(Theme.LIGHT, 400, 300)) {
            HeadlessWindow.await(HeadlessWindow.onFx(() -> window.viewport.open(model, poses(model, 0))));
            for (int i = 0; i < 120; i++) {
                int width = 200 + 7 * (i % 40);
                int height = 150 + 5 * (i % 30);
                HeadlessWindow.onFx(() -> {
                    window.resize(width, height);
                    window.viewport.orbit(0.01, 0);
                    return null;
                });
            }
            HeadlessWindow.onFx(() -> {
                window.resize(333, 222);
                return null;
            });
            int[] pixels = window.pixels();
            assertEquals(333 * 222, pixels.length);
            assertTrue(count(pixels, Viewport3DTest::isRed) > 300);
            assertEquals(
                    "",
                    HeadlessWindow.onFx(() -> window.viewport.failureProperty().get()));
        }
    }

    @Test
    void collisionShapesAreShownWhereThereIsNothingElse() {
        RobotModel model = arm(new Geometry.Sphere(0.1));
        List<Link> bare = model.links().stream()
                .map(link -> new Link(link.name(), link.inertia(), List.of(), link.visuals()))
                .toList();
        RobotModel collisionsOnly = new RobotModel("bare", false, bare, model.joints());
        RobotShapes shapes = RobotShapes.of(collisionsOnly, new io.sigmaprompt.workbench.viewport.mesh.MeshLibrary());
        assertEquals(2, shapes.shapes().size());
    }
}
