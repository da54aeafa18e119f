package io.sigmaprompt.workbench.viewport;

import com.jme3.app.LegacyApplication;
import com.jme3.app.state.AppState;
import com.jme3.math.FastMath;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;
import com.jme3.scene.Node;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.offscreen.FrameReader;
import io.sigmaprompt.workbench.viewport.offscreen.FrameSlot;
import io.sigmaprompt.workbench.viewport.offscreen.RenderQuality;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The jMonkeyEngine side of the viewport. Its loop runs on the drawing thread and draws only when something was asked
 * for since the last frame: a scene that stands still costs nothing. The {@code request…} methods may be called from
 * any thread and return the number of the request; a frame carries the number of the newest request it answers.
 */
final class ViewportApplication extends LegacyApplication {
    private record Size(int width, int height, RenderQuality quality) {}

    /** A tool that dips this far below the ground does not pull the floor down; metres. */
    private static final double FLOOR_TOLERANCE = 0.05;

    private static final long STILL_AFTER_NANOS = 300_000_000L;

    private final Consumer<FrameSlot> frames;
    private final BiConsumer<String, @Nullable Throwable> failure;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicReference<@Nullable Size> wantedSize = new AtomicReference<>();
    private volatile OrbitCamera.View wantedView;
    private final AtomicReference<@Nullable FigurePose> wantedPose = new AtomicReference<>();
    private final Theme firstTheme;
    private long drawn;

    // Drawing thread from here on.
    private final Node root = new Node("y-up root");
    /** Everything below is z up. */
    private final Node world = new Node("z-up world");

    private @Nullable Stage stage;
    private @Nullable FrameReader reader;
    private @Nullable RobotScene robot;
    private RenderQuality liveQuality = RenderQuality.LIVE;
    private double floor;
    private long drawnAt;
    private boolean refined = true;

    /** What exists once the context does. */
    private record Stage(StudioLight light, Studio studio) {}

    ViewportApplication(
            Theme theme,
            OrbitCamera.View view,
            Consumer<FrameSlot> frames,
            BiConsumer<String, @Nullable Throwable> failure) {
        super(new AppState[0]);
        this.firstTheme = theme;
        this.wantedView = view;
        this.frames = frames;
        this.failure = failure;
    }

    long requestSize(int width, int height, RenderQuality quality) {
        wantedSize.set(new Size(width, height, quality));
        return requested.incrementAndGet();
    }

    long requestView(OrbitCamera.View view) {
        wantedView = view;
        return requested.incrementAndGet();
    }

    long requestPose(FigurePose pose) {
        wantedPose.set(pose);
        return requested.incrementAndGet();
    }

    /** Asks for a frame with all that was asked for before. */
    long requestFrame() {
        return requested.incrementAndGet();
    }

    /** Shows a robot instead of the one before; {@code framed} hears on the drawing thread what it fills, null for nothing. */
    void requestRobot(int links, RobotShapes shapes, FigurePose pose, Theme theme, Consumer<@Nullable Bounds> framed) {
        enqueue(() -> {
            replaceRobot(links, shapes, pose, theme, framed);
            requested.incrementAndGet();
        });
    }

    void requestTheme(Theme theme) {
        enqueue(() -> {
            applyTheme(theme);
            requested.incrementAndGet();
        });
    }

    void requestBounds(Consumer<@Nullable Bounds> consumer) {
        enqueue(() -> tellBounds(consumer));
    }

    @Override
    public void initialize() {
        super.initialize();
        guiViewPort.setEnabled(false);
        world.setLocalRotation(new Quaternion().fromAngleAxis(-FastMath.HALF_PI, Vector3f.UNIT_X));
        root.attachChild(world);
        viewPort.attachScene(root);
        viewPort.setClearFlags(true, true, true);
        StudioLight light = new StudioLight(RenderQuality.LIVE.shadowMap());
        Studio studio = new Studio(assetManager, light);
        world.attachChild(studio.room());
        stage = new Stage(light, studio);
        applyTheme(firstTheme);
        requested.incrementAndGet();
    }

    @Override
    public void update() {
        super.update();
        long wanted = requested.get();
        applySize();
        FrameReader current = reader;
        Stage scene = stage;
        if (current == null || scene == null) {
            return;
        }
        if (wanted != drawn && current.ready()) {
            setFine(liveQuality.fine());
            draw(scene, current);
            current.read(renderer, wanted);
            drawn = wanted;
            drawnAt = System.nanoTime();
            refined = liveQuality.fine();
            if (!current.ready()) {
                current.deliver();
            }
        } else {
            current.deliver();
            if (!refined && System.nanoTime() - drawnAt > STILL_AFTER_NANOS) {
                refine(scene, current);
            }
        }
    }

    /** A view that has come to rest is drawn once more, as well as it can be; waiting for that would not be felt. */
    private void refine(Stage scene, FrameReader current) {
        refined = true;
        FrameReader still = new FrameReader(current.width(), current.height(), RenderQuality.STILL, frames);
        viewPort.setOutputFrameBuffer(still.canvas());
        setFine(true);
        draw(scene, still);
        still.read(renderer, drawn);
        still.deliver();
        viewPort.setOutputFrameBuffer(current.canvas());
        renderer.setFrameBuffer(current.canvas());
        still.dispose();
    }

    private void setFine(boolean fine) {
        if (robot != null) {
            robot.setFine(fine);
        }
    }

    private void draw(Stage scene, FrameReader target) {
        FigurePose pose = wantedPose.get();
        if (robot != null && pose != null) {
            robot.pose(pose);
        }
        applyView(scene, target);
        root.updateLogicalState(0);
        root.updateGeometricState();
        if (robot != null) {
            sink(scene, robot, pose);
            scene.light().drawShadow(renderManager, robot.solid());
            scene.studio().layShadow(scene.light().footprint());
            root.updateGeometricState();
        }
        renderManager.render(0, true);
    }

    /** A robot that goes below the floor by its root has ground further down. */
    private void sink(Stage scene, RobotScene shown, @Nullable FigurePose pose) {
        if (pose == null || pose.links()[2] >= floor - FLOOR_TOLERANCE) {
            return;
        }
        Bounds bounds = shown.bounds();
        if (bounds != null) {
            layFloor(scene, bounds.z() - bounds.halfZ());
        }
    }

    private void applySize() {
        Size size = wantedSize.getAndSet(null);
        if (size == null) {
            return;
        }
        if (reader != null) {
            viewPort.setOutputFrameBuffer(null);
            renderer.setFrameBuffer(null);
            reader.dispose();
        }
        liveQuality = size.quality();
        FrameReader made = new FrameReader(size.width(), size.height(), size.quality(), frames);
        reader = made;
        if (stage != null) {
            stage.light().setMapSize(size.quality().shadowMap(), renderer);
        }
        viewPort.setOutputFrameBuffer(made.canvas());
        cam.resize(made.canvas().getWidth(), made.canvas().getHeight(), false);
    }

    private void applyView(Stage scene, FrameReader target) {
        OrbitCamera.View view = wantedView;
        float near = (float) Math.max(0.005, view.distance() * 0.03);
        float far = (float) (view.distance() * 40 + 50);
        float aspect = (float) target.width() / target.height();
        cam.setFrustumPerspective((float) Math.toDegrees(view.verticalView()), aspect, near, far);
        cam.setLocation(toJme(view.eye()));
        cam.lookAt(toJme(view.target()), Vector3f.UNIT_Y);
        scene.studio().look(view.target(), view.distance());
    }

    private static Vector3f toJme(double[] p) {
        return new Vector3f((float) p[0], (float) p[2], (float) -p[1]);
    }

    private void replaceRobot(
            int links, RobotShapes shapes, FigurePose pose, Theme theme, Consumer<@Nullable Bounds> framed) {
        Stage scene = stage;
        if (scene == null) {
            return;
        }
        if (robot != null) {
            robot.release();
        }
        RobotScene made = new RobotScene(assetManager, scene.light(), links, shapes, theme);
        made.pose(pose);
        wantedPose.set(pose);
        world.attachChild(made.solid());
        world.attachChild(made.ghost());
        robot = made;
        tellBounds(bounds -> {
            double lowest = bounds == null ? 0 : bounds.z() - bounds.halfZ();
            // What is shown as it hangs or stands on its own origin gets the floor below its feet.
            layFloor(scene, lowest < -FLOOR_TOLERANCE ? lowest : 0);
            framed.accept(bounds);
        });
    }

    private void layFloor(Stage scene, double height) {
        floor = height;
        scene.light().setFloor(height);
        scene.studio().setFloor(height);
    }

    private void tellBounds(Consumer<@Nullable Bounds> consumer) {
        if (robot != null) {
            root.updateLogicalState(0);
            root.updateGeometricState();
            consumer.accept(robot.bounds());
        }
    }

    private void applyTheme(Theme theme) {
        if (stage != null) {
            stage.light().setTheme(theme);
            stage.studio().setTheme(theme);
        }
        if (robot != null) {
            robot.setTheme(theme);
        }
    }

    @Override
    public void destroy() {
        if (reader != null) {
            reader.dispose();
            reader = null;
        }
        super.destroy();
    }

    @Override
    public void handleError(String message, @Nullable Throwable cause) {
        failure.accept(message, cause);
    }
}
