package io.sigmaprompt.workbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.workbench.alarm.AlarmRow;
import io.sigmaprompt.workbench.session.Phase;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.session.TinyScenario;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.viewport.HeadlessWindow;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A whole window on JavaFX's headless platform, worked with mouse and keys while a real session runs in it. */
class WindowTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final FxRobot hand = new FxRobot();
    private final WorkbenchViewModel model = new WorkbenchViewModel();
    private Stage stage;
    private Desk desk;
    private SessionController session;

    @BeforeEach
    void open() throws Exception {
        HeadlessWindow.startToolkit();
        FxToolkit.registerPrimaryStage();
        HeadlessWindow.onFx(() -> {
            WorkbenchWindow window = new WorkbenchWindow(model, Theme.DARK);
            desk = new Desk(model, new StillFigure());
            stage = new Stage();
            stage.setScene(new Scene(window, 990, 800));
            stage.show();
            return stage;
        });
        RunOptions options = new RunOptions(0, true, folder.resolve("run"), false);
        var scenario = TinyScenario.read(folder);
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

    private SessionSnapshot await(Predicate<SessionSnapshot> wanted) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> wanted.test(session.snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
        return session.snapshot();
    }

    private void click(String selector) {
        WaitForAsyncUtils.waitForFxEvents();
        Node node = hand.lookup(selector).query();
        HeadlessWindow.onFx(() -> settled(node));
        hand.clickOn(node);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Lays the window out until the node stays where it is: a panel that grows moves what stands above and below. */
    private static Bounds settled(Node node) {
        Parent root = node.getScene().getRoot();
        Bounds before;
        Bounds now = node.localToScene(node.getBoundsInLocal());
        do {
            before = now;
            root.applyCss();
            root.layout();
            now = node.localToScene(node.getBoundsInLocal());
        } while (!now.equals(before) || root.isNeedsLayout());
        return now;
    }

    private void runTo(double seconds) throws Exception {
        HeadlessWindow.onFx(() -> session.runTo(Math.round(seconds * 1e9))).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        await(s -> s.phase() == Phase.PAUSED);
    }

    @Test
    void theRunButtonRunsAndPauses() throws Exception {
        HeadlessWindow.onFx(() -> {
            session.setSpeed(0.1);
            return session;
        });
        click("#run");
        await(s -> s.phase() == Phase.RUNNING && s.simNanos() > 0);
        click("#run");
        await(s -> s.phase() == Phase.PAUSED);
        assertTrue(model.cards().standingProperty().get().startsWith("Paused"));
        hand.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(s -> s.phase() == Phase.RUNNING);
    }

    @Test
    void stopStopsAndItsSecondPressReleases() throws Exception {
        runTo(0.4);
        click("#stop");
        await(s -> s.robot("left").stopped());
        Button stop = hand.lookup("#stop").queryButton();
        assertEquals("RELEASE STOP", stop.getText());
        hand.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(s -> s.simNanos() >= 420_000_000);
        assertTrue(session.snapshot().robot("left").stopped(), "the key never releases");
        click("#stop");
        await(s -> !s.robot("left").stopped());
        assertEquals("STOP", stop.getText());
    }

    @Test
    void anAlarmIsAcknowledgedByItsButton() throws Exception {
        runTo(4.2);
        AlarmRow first = model.alarms().alarms().getFirst();
        assertFalse(first.acknowledged());
        click(".acknowledge");
        runTo(4.21);
        await(s -> s.robot("left").alarms().stream()
                .noneMatch(alarm -> alarm.latest().id().equals(first.key())
                        && alarm.latest().state().name().equals("UNACKNOWLEDGED")));
        assertTrue(model.alarms().alarms().stream()
                .noneMatch(row -> row.key().equals(first.key()) && !row.acknowledged()));
    }

    @Test
    void anAlarmIsShelvedFromItsMenuAndTakenBack() throws Exception {
        runTo(4.2);
        AlarmRow first = model.alarms().alarms().getFirst();
        click(".shelve");
        hand.press(KeyCode.DOWN).release(KeyCode.DOWN);
        hand.press(KeyCode.ENTER).release(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        runTo(4.21);
        assertTrue(model.alarms().alarms().stream().noneMatch(row -> row.key().equals(first.key())));
        click("#alarms-silenced");
        assertEquals(first.key(), model.alarms().alarms().getFirst().key());
        assertEquals("until 05:04", model.alarms().alarms().getFirst().note());
        click(".unshelve");
        runTo(4.22);
        assertTrue(model.alarms().alarms().isEmpty());
        click("#alarms-open");
        assertTrue(model.alarms().alarms().stream().anyMatch(row -> row.key().equals(first.key())));
    }

    @Test
    void aModeThatIsRefusedIsToldOverTheViewport() throws Exception {
        runTo(0.4);
        click("#mode-live");
        runTo(0.42);
        assertTrue(
                model.cards().noticeProperty().get().contains("LIVE was refused"),
                model.cards().noticeProperty().get());
        click("#arm");
        runTo(0.44);
        click("#mode-live");
        runTo(0.46);
        assertEquals("LIVE", session.snapshot().robot("left").mode().name());
    }

    @Test
    void aClickOnACausePlotsItsJoint() throws Exception {
        runTo(4.2);
        HeadlessWindow.onFx(() -> {
            desk.presenter().chooseJoint("shoulder_joint");
            return desk;
        });
        assertEquals("SHOULDER EFFORT [N·m]", model.plot().titleProperty().get());
        click(".cause");
        assertEquals("ELBOW EFFORT [N·m]", model.plot().titleProperty().get());
    }

    @Test
    void aRunThatEndedIsWoundByTheSliderAndTheLanesAndForked() throws Exception {
        Node slider = hand.lookup("#rewind").query();
        assertFalse(slider.getParent().isVisible(), "while nothing has run");
        click("#run");
        await(s -> s.phase() == Phase.ENDED);
        assertTrue(slider.getParent().isVisible());
        HeadlessWindow.onFx(() -> {
            ((Slider) slider).setValue(4.5);
            return slider;
        });
        await(s -> s.seconds() == 4.5);
        assertEquals("00:04.500", model.topBar().clockProperty().get());
        Node lanes = hand.lookup("#lanes").query();
        HeadlessWindow.onFx(() -> settled(lanes));
        Bounds bounds = lanes.localToScreen(lanes.getBoundsInLocal());
        // Half of the lanes' width, which begins behind their titles.
        hand.clickOn(bounds.getMinX() + 84 + (bounds.getWidth() - 96) / 2, bounds.getMinY() + 60);
        await(s -> Math.abs(s.seconds() - 2.5) < 0.02);
        assertEquals(2.5, ((Slider) slider).getValue(), 0.02);
        assertTrue(model.plot().lines().stream().noneMatch(line -> line.name().equals("what if")));
        click("#fork");
        click("#fork-without-faults");
        await(s -> s.fork().directory().isPresent());
        String outcome = ((Label) hand.lookup("#fork-outcome").query()).getText();
        assertTrue(outcome.contains("without faults: they part at 3."), outcome);
        assertTrue(model.plot().lines().stream()
                .anyMatch(
                        line -> line.name().equals("what if") && line.history().size() > 200));
    }
}
