package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.offscreen.RenderQuality;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window, driven from another thread than JavaFX's. */
final class DesktopSession {
    private final WorkbenchViewModel model;
    private final Desk desk;
    private final WorkbenchWindow window;
    private final Scene scene;
    private final @Nullable Stage stage;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private DesktopSession(Theme theme, PictureSize size, boolean headless) {
        model = new WorkbenchViewModel();
        model.library().offer(ShippedLibrary.scenarios(), ShippedLibrary.robots());
        window = new WorkbenchWindow(model, theme);
        desk = new Desk(model, Desk.figure(window.viewport()));
        window.onNextGhost(desk.presenter()::nextGhost);
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
            throw new OutsideFailureException(
                    "screen", "there is none to open a window on", "Use --snapshot FILE to draw without one.", e);
        }
        return started.join();
    }

    /** Shows a robot where its file draws it. */
    CompletableFuture<Void> open(RobotReading robot) {
        return CompletableFuture.completedFuture(robot).thenComposeAsync(desk::open, Platform::runLater);
    }

    /** Shows a scenario, ready to run. */
    CompletableFuture<SessionController> open(Scenario scenario, RunOptions options) {
        return CompletableFuture.completedFuture(scenario)
                .thenComposeAsync(opening -> desk.open(opening, options), Platform::runLater);
    }

    /** How sessions that the user opens run. */
    void options(RunOptions options) {
        Platform.runLater(() -> desk.options(options));
    }

    /** Looks at the robot from somewhere. */
    CompletableFuture<Void> look(CameraPlace place) {
        return CompletableFuture.runAsync(
                () -> window.viewport().lookFrom(place.azimuth(), place.elevation(), place.distance()),
                Platform::runLater);
    }

    /** Shows the newest snapshot in all panels. */
    CompletableFuture<Void> refresh() {
        return CompletableFuture.runAsync(
                () -> {
                    desk.presenter().refresh();
                    layOut();
                },
                Platform::runLater);
    }

    WorkbenchWindow window() {
        return window;
    }

    WorkbenchViewModel model() {
        return model;
    }

    Scene scene() {
        return scene;
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
            SessionController open = desk.session();
            if (open != null) {
                open.close();
            }
            window.viewport().stop();
            if (stage != null) {
                stage.hide();
            }
            stopped.complete(null);
        });
        stopped.join();
    }
}
