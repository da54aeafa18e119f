package io.sigmaprompt.workbench.viewport;

import com.jme3.system.AppSettings;
import com.jme3.system.JmeContext;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.mesh.MeshLibrary;
import io.sigmaprompt.workbench.viewport.offscreen.FrameSlot;
import io.sigmaprompt.workbench.viewport.offscreen.RenderQuality;
import io.sigmaprompt.workbench.viewport.offscreen.SurfacelessEglContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JavaFX node that shows a robot, and its ghost, in 3D. All methods are called on the JavaFX thread; drawing happens
 * on a thread of its own, and only when something changed.
 */
public final class Viewport3D extends Region {
    private static final Logger LOG = LoggerFactory.getLogger(Viewport3D.class);
    private static final int FRAMES_PER_SECOND = 60;
    private static final int LEAST_PIXELS = 16;
    private static final long STOP_PATIENCE_SECONDS = 5;

    private record Waiting(long sequence, CompletableFuture<Void> future) {}

    private final ImageView picture = new ImageView();
    private final Label trouble = new Label();
    private final OrbitCamera camera = new OrbitCamera();
    private final MeshLibrary meshes = new MeshLibrary();
    private final ViewportApplication application;
    private final AtomicReference<@Nullable FrameSlot> arriving = new AtomicReference<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following");
    private final ReadOnlyBooleanWrapper mobile = new ReadOnlyBooleanWrapper(this, "mobile");
    /** Where the robot's root was last, metres. */
    private final double[] root = new double[3];

    private RenderQuality quality = RenderQuality.LIVE;
    private Theme theme;
    private @Nullable FrameSlot shown;
    private long framesShown;
    private int pixelWidth;
    private int pixelHeight;

    /** A view of an empty floor; it draws once {@link #start()} was called and it is in a window. */
    public Viewport3D(Theme theme) {
        this.theme = theme;
        application = new ViewportApplication(theme, camera.view(), this::arrive, this::fail);
        getStyleClass().add("viewport");
        picture.setManaged(false);
        picture.setSmooth(false);
        trouble.getStyleClass().add("viewport-trouble");
        trouble.setWrapText(true);
        trouble.setVisible(false);
        getChildren().addAll(picture, trouble);
        setMinSize(64, 64);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("3D view of the robot");
        new CameraControls(this, camera, this::cameraMoved, this::frameRobot).install();
    }

    /** Starts drawing. */
    public void start() {
        AppSettings settings = new AppSettings(true);
        settings.setRenderer(AppSettings.LWJGL_OPENGL33);
        settings.setAudioRenderer(null);
        settings.setResolution(64, 64);
        settings.setVSync(false);
        settings.setFrameRate(FRAMES_PER_SECOND);
        settings.setSwapBuffers(false);
        settings.setGammaCorrection(false);
        settings.setUseJoysticks(false);
        settings.setUseInput(false);
        if (wantsSurfaceless()) {
            settings.setCustomRenderer(SurfacelessEglContext.class);
        }
        application.setSettings(settings);
        application.setPauseOnLostFocus(false);
        // Elsewhere than on Linux the context's loop runs on the thread that starts it.
        Thread.ofPlatform()
                .daemon()
                .name("viewport-start")
                .start(() -> application.start(JmeContext.Type.OffscreenSurface, false));
    }

    private static boolean wantsSurfaceless() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        return linux
                && ("Headless".equals(System.getProperty("glass.platform")) || display == null || display.isEmpty());
    }

    /** Stops drawing, waiting for the drawing thread no longer than a few seconds. */
    public void stop() {
        Thread.ofPlatform().daemon().name("viewport-stop").start(() -> {
            application.stop(true);
            stopped.complete(null);
        });
        try {
            stopped.get(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("The viewport's drawing thread did not stop within {} s", STOP_PATIENCE_SECONDS);
        }
    }

    /**
     * Shows a robot and frames it. Its meshes are read on a thread of their own.
     *
     * @param linkPoses 7 x links: (x, y, z, qx, qy, qz, qw) of each link in the world
     * @return completes, on the JavaFX thread, once the robot is in the scene, with a warning for each mesh that a
     *     placeholder stands for
     */
    public CompletableFuture<List<String>> open(RobotModel model, double[] linkPoses) {
        CompletableFuture<List<String>> opened = new CompletableFuture<>();
        FigurePose pose = new FigurePose(checked(linkPoses, model), null, null);
        mobile.set(model.floatingBase());
        following.set(model.floatingBase());
        System.arraycopy(linkPoses, 0, root, 0, root.length);
        Thread.ofPlatform().daemon().name("viewport-meshes").start(() -> {
            try {
                RobotShapes shapes = RobotShapes.of(model, meshes);
                application.requestRobot(
                        model.links().size(),
                        shapes,
                        pose,
                        theme,
                        bounds -> Platform.runLater(() -> {
                            look(bounds);
                            opened.complete(shapes.warnings());
                        }));
            } catch (RuntimeException e) {
                Platform.runLater(() -> opened.completeExceptionally(e));
            }
        });
        return opened;
    }

    private static double[] checked(double[] poses, RobotModel model) {
        if (poses.length != 7 * model.links().size()) {
            throw new IllegalArgumentException(
                    "expected 7 numbers for each of the " + model.links().size() + " links, found " + poses.length);
        }
        return poses.clone();
    }

    /** Places the robot's links, without a ghost; layout as in {@link #open}. */
    public void pose(double[] linkPoses) {
        follow(linkPoses);
        application.requestPose(new FigurePose(linkPoses.clone(), null, null));
    }

    /**
     * Places the robot's and its ghost's links.
     *
     * @param ghostPoses the prediction's links, layout as {@code linkPoses}
     * @param divergence one a link: from 0 where robot and prediction agree to 1 where they differ, NaN where nobody
     *     can tell
     */
    public void pose(double[] linkPoses, double[] ghostPoses, double[] divergence) {
        follow(linkPoses);
        application.requestPose(new FigurePose(linkPoses.clone(), ghostPoses.clone(), divergence.clone()));
    }

    /** Carries the camera along with the robot's root; how the user turned, moved and zoomed it stays. */
    private void follow(double[] linkPoses) {
        double x = linkPoses[0] - root[0];
        double y = linkPoses[1] - root[1];
        double z = linkPoses[2] - root[2];
        System.arraycopy(linkPoses, 0, root, 0, root.length);
        if (following.get() && (x != 0 || y != 0 || z != 0)) {
            camera.carry(x, y, z);
            cameraMoved();
        }
    }

    /** Follows a robot that moves about in the world, or stays; begun anew, it looks at where the robot is by now. */
    public void setFollowing(boolean wanted) {
        following.set(wanted && mobile.get());
        if (following.get()) {
            application.requestBounds(bounds -> Platform.runLater(() -> {
                if (bounds != null) {
                    camera.lookAt(bounds);
                    cameraMoved();
                }
            }));
        }
    }

    /** Whether the camera goes where the robot goes; at first it does where the robot has a base that moves. */
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Whether the robot moves about in the world. */
    public ReadOnlyBooleanProperty mobileProperty() {
        return mobile.getReadOnlyProperty();
    }

    /** Where the camera is and looks. */
    OrbitCamera.View view() {
        return camera.view();
    }

    /** Looks at the whole robot as it stands now. */
    public void frameRobot() {
        application.requestBounds(bounds -> Platform.runLater(() -> look(bounds)));
    }

    private void look(@Nullable Bounds bounds) {
        if (bounds == null) {
            return;
        }
        camera.frame(bounds, pixelHeight == 0 ? 1.6 : (double) pixelWidth / pixelHeight);
        cameraMoved();
    }

    /** Turns the view about what it looks at, radians. */
    public void orbit(double yaw, double pitch) {
        camera.orbit(yaw, pitch);
        cameraMoved();
    }

    /**
     * Looks at the robot from somewhere.
     *
     * @param azimuth where the eye is about z, radians from x
     * @param elevation how high it is, radians
     * @param distance from the robot's middle, metres; NaN for what shows all of it
     */
    public void lookFrom(double azimuth, double elevation, double distance) {
        camera.turnTo(azimuth, elevation);
        application.requestBounds(bounds -> Platform.runLater(() -> {
            look(bounds);
            if (!Double.isNaN(distance)) {
                camera.setDistance(distance);
                cameraMoved();
            }
        }));
    }

    private void cameraMoved() {
        application.requestView(camera.view());
    }

    public void setTheme(Theme theme) {
        this.theme = theme;
        application.requestTheme(theme);
    }

    public void setQuality(RenderQuality quality) {
        this.quality = quality;
        pixelWidth = 0;
        requestLayout();
    }

    /** How many frames were shown so far. */
    public long framesShown() {
        return framesShown;
    }

    /** Why nothing is drawn; empty while all is well. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Completes, on the JavaFX thread, once a frame is shown with all that was asked for before this call. */
    public CompletableFuture<Void> whenShown() {
        CompletableFuture<Void> future = new CompletableFuture<>();
        if (!failure.get().isEmpty()) {
            future.completeExceptionally(new IllegalStateException(failure.get()));
            return future;
        }
        waiting.add(new Waiting(application.requestFrame(), future));
        return future;
    }

    @Override
    protected void layoutChildren() {
        Window window = getScene() == null ? null : getScene().getWindow();
        double scaleX = window == null ? 1 : window.getRenderScaleX();
        double scaleY = window == null ? 1 : window.getRenderScaleY();
        int width = Math.max(LEAST_PIXELS, (int) Math.round(getWidth() * scaleX));
        int height = Math.max(LEAST_PIXELS, (int) Math.round(getHeight() * scaleY));
        picture.setFitWidth(getWidth());
        picture.setFitHeight(getHeight());
        trouble.resizeRelocate(24, 24, Math.max(0, getWidth() - 48), Math.max(0, getHeight() - 48));
        if (width != pixelWidth || height != pixelHeight) {
            pixelWidth = width;
            pixelHeight = height;
            application.requestSize(width, height, quality);
        }
    }

    /** Drawing thread: of several frames that arrive before JavaFX looks, the last is shown. */
    private void arrive(FrameSlot slot) {
        FrameSlot unseen = arriving.getAndSet(slot);
        if (unseen == null) {
            Platform.runLater(this::show);
        } else {
            unseen.giveBack();
        }
    }

    private void show() {
        FrameSlot slot = arriving.getAndSet(null);
        if (slot == null) {
            return;
        }
        picture.setImage(slot.refreshed());
        if (shown != null) {
            shown.giveBack();
        }
        shown = slot;
        framesShown++;
        List<Waiting> done =
                waiting.stream().filter(w -> w.sequence() <= slot.sequence()).toList();
        waiting.removeAll(done);
        done.forEach(w -> w.future().complete(null));
    }

    private void fail(String message, @Nullable Throwable cause) {
        LOG.error("{}", message, cause);
        stopped.complete(null);
        String reason = message + (cause == null ? "" : " (" + cause.getMessage() + ")")
                + ". On Debian, install libegl1 and libgl1-mesa-dri; everything but the 3D view goes on working.";
        Platform.runLater(() -> {
            failure.set(reason);
            trouble.setText(reason);
            trouble.setVisible(true);
            List<Waiting> lost = List.copyOf(waiting);
            waiting.clear();
            lost.forEach(w -> w.future().completeExceptionally(new IllegalStateException(reason)));
        });
    }
}
