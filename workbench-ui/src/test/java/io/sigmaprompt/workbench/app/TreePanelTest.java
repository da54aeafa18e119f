package io.sigmaprompt.workbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.workbench.session.Phase;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.session.TinyScenario;
import io.sigmaprompt.workbench.session.TreeStand;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.HeadlessWindow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The behaviour tree panel while a real session runs, and while it is wound back. */
class TreePanelTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final FxRobot hand = new FxRobot();
    private final WorkbenchViewModel model = new WorkbenchViewModel();
    private Stage stage;
    private SessionController session;

    @BeforeEach
    void open() throws Exception {
        HeadlessWindow.startToolkit();
        FxToolkit.registerPrimaryStage();
        Desk desk = HeadlessWindow.onFx(() -> {
            WorkbenchWindow window = new WorkbenchWindow(model, Theme.DARK);
            stage = new Stage();
            stage.setScene(new Scene(window, 1200, 900));
            stage.show();
            return new Desk(model, new StillFigure());
        });
        RunOptions options = new RunOptions(0, true, folder.resolve("run"), false);
        var scenario = TinyScenario.withTree(folder);
        session = HeadlessWindow.onFx(() -> desk.open(scenario, options)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        session.close();
        HeadlessWindow.onFx(() -> {
            stage.hide();
            return stage;
        });
    }

    private void runTo(double seconds) throws Exception {
        HeadlessWindow.onFx(() -> session.runTo(Math.round(seconds * 1e9))).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        await(() -> session.snapshot().phase() == Phase.PAUSED);
    }

    private void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, wanted::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What the lines of the panel say, from left to right. */
    private List<String> lines() {
        return HeadlessWindow.onFx(() -> hand.lookup(".node-line").queryAll().stream()
                .map(line -> ((Parent) line)
                        .getChildrenUnmodifiable().stream()
                                .filter(Label.class::isInstance)
                                .map(label -> ((Label) label).getText())
                                .limit(2)
                                .collect(Collectors.joining(" ")))
                .toList());
    }

    private boolean says(String words) {
        return hand.lookup("#trees .label").queryAll().stream()
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().equals(words));
    }

    @Test
    void thePanelFollowsTheSessionAndGoesBackWithIt() throws Exception {
        runTo(1.0);
        assertEquals(List.of("▶ Sequence", "▶ settle", "· Script", "· rest", "· watch"), lines());
        assertTrue(says("settler") && says("wants nothing"));
        runTo(2.5);
        assertEquals(List.of("▶ Sequence", "✓ settle", "✓ Script", "▶ rest", "· watch"), lines());
        assertTrue(says("wants hold"), "its wish");
        assertTrue(says("times") && says("1"), "its blackboard");
        Node shape = hand.lookup(".node-shape").query();
        assertTrue(shape.getStyleClass().contains("is-accent"), "what runs has the colour of what runs");
        runTo(4.0);
        assertEquals(List.of("▶ Sequence", "✓ settle", "✓ Script", "✓ rest", "▶ watch"), lines());
        HeadlessWindow.onFx(() -> {
            session.rewind(2.5);
            return session;
        });
        await(() -> lines().contains("▶ rest"));
        assertEquals(List.of("▶ Sequence", "✓ settle", "✓ Script", "▶ rest", "· watch"), lines());
        assertTrue(says("wants hold"));
    }

    @Test
    void everyInstantIsShownAsItWasWhenItIsVisitedAgain() throws Exception {
        Map<Double, List<TreeStand>> seen = new LinkedHashMap<>();
        for (double seconds : new double[] {0.05, 0.7, 1.99, 2.01, 2.6, 2.99, 3.2, 4.4}) {
            runTo(seconds);
            seen.put(seconds, session.snapshot().robots().getFirst().trees());
        }
        for (Map.Entry<Double, List<TreeStand>> instant : seen.entrySet()) {
            HeadlessWindow.onFx(() -> {
                session.rewind(instant.getKey());
                return session;
            });
            await(() -> Math.abs(session.snapshot().seconds() - instant.getKey()) < 1e-9
                    && session.snapshot().robots().getFirst().trees().equals(instant.getValue()));
        }
        assertEquals(8, seen.size());
    }
}
