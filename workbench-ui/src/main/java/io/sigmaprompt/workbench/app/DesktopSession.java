package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.offscreen.RenderQuality;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window, driven from another thread than JavaFX's. */
final class DesktopSession {
    private final WorkbenchViewModel model;
    private final WorkbenchWindow window;
    private final Scene scene;
    private final @Nullable Stage stage;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private DesktopSession(Theme theme, PictureSize size, boolean headless) {
        model = new WorkbenchViewModel();
        window = new WorkbenchWindow(model, theme);
        scene = new Scene(window, size.width(), size.height());
        if (headless) {
            // The headless screen is 1000 x 1000 pixels; a scene of its own may be of any size.
            stage = null;
            window.resize(size.width(), size.height());
            layOut();
        } else {
            stage = new Stage();
            stage.setTitle("SigmaPrompt Workbench");
            stage.setScene(scene);
            stage.setOnHidden(event -> closed.complete(null));
            stage.show();
        }
        window.viewport().start();
        window.viewport().requestFocus();
    }

    /** A scene without a window is not laid out by itself. */
    private void layOut() {
        window.applyCss();
        window.layout();
    }

    /**
     * Opens the window.
     *
     * @param headless without a screen; must be chosen before JavaFX is first used
     */
    static DesktopSession start(Theme theme, PictureSize size, boolean headless) {
        if (headless) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
        }
        CompletableFuture<DesktopSession> started = new CompletableFuture<>();
        Runnable open = () -> {
            try {
                started.complete(new DesktopSession(theme, size, headless));
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        };
        Platform.setImplicitExit(false);
        try {
            Platform.startup(open);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(open);
        } catch (UnsupportedOperationException e) {
            throw new OutsideFailure("There is no screen to open a window on. Use --snapshot to draw without one.", e);
        }
        return started.join();
    }

    /** Shows a robot in its neutral configuration. */
    CompletableFuture<Void> open(RobotModel robot) {
        double[] q = robot.neutral();
        double[] poses = linkPoses(robot, q);
        return CompletableFuture.completedFuture(robot)
                .thenComposeAsync(opening -> show(opening, q, poses), Platform::runLater)
                .thenAcceptAsync(warnings -> model.status().activity(said(robot, warnings)), Platform::runLater);
    }

    private CompletableFuture<List<String>> show(RobotModel robot, double[] q, double[] poses) {
        model.topBar().sessionProperty().set(robot.name());
        model.robot().open(robot);
        model.robot().update(q);
        model.status().activity("reading " + robot.name());
        return window.viewport().open(robot, poses);
    }

    private static String said(RobotModel robot, List<String> warnings) {
        String opened = robot.name() + " open · nothing runs";
        return warnings.isEmpty() ? opened : opened + " · " + warnings.size() + " meshes missing, placeholders shown";
    }

    private static double[] linkPoses(RobotModel robot, double[] q) {
        ForwardKinematics kinematics = new ForwardKinematics(robot);
        kinematics.update(q);
        double[] poses = new double[7 * robot.links().size()];
        double[] pose = new double[7];
        for (int i = 0; i < robot.links().size(); i++) {
            kinematics.pose(i, pose);
            System.arraycopy(pose, 0, poses, 7 * i, 7);
        }
        return poses;
    }

    /** Draws better from now on. */
    CompletableFuture<Void> quality(RenderQuality quality) {
        return CompletableFuture.runAsync(
                () -> {
                    window.viewport().setQuality(quality);
                    layOut();
                },
                Platform::runLater);
    }

    /** A picture with all that was asked for before. */
    CompletableFuture<WindowPicture> picture() {
        return CompletableFuture.completedFuture(window)
                .thenComposeAsync(drawn -> drawn.viewport().whenShown(), Platform::runLater)
                .thenApplyAsync(nothing -> WindowPicture.of(scene), Platform::runLater);
    }

    /** Completes when the user has closed the window. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    /** Stops drawing and closes the window. */
    void stop() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        Platform.runLater(() -> {
            window.viewport().stop();
            if (stage != null) {
                stage.hide();
            }
            stopped.complete(null);
        });
        stopped.join();
    }
}
