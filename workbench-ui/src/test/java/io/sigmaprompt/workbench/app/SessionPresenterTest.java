package io.sigmaprompt.workbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.workbench.explanation.CauseCard;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.session.TinyScenario;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the panels say of a real session, without a window. */
class SessionPresenterTest {
    @TempDir
    Path folder;

    private final WorkbenchViewModel model = new WorkbenchViewModel();
    private final StillFigure figure = new StillFigure();
    private SessionController session;
    private SessionPresenter presenter;

    @BeforeEach
    void open() {
        session = new SessionController(
                TinyScenario.read(folder),
                new RunOptions(0, true, folder.resolve("run"), false),
                Runnable::run,
                snapshot -> {});
        presenter = new SessionPresenter(model, figure, System::nanoTime);
        assertTrue(presenter.open(session.snapshot()).isDone());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void show(double seconds) throws Exception {
        SessionSnapshot reached = session.runTo(Math.round(seconds * 1e9)).get(60, TimeUnit.SECONDS);
        presenter.show(reached);
    }

    @Test
    void aSessionThatIsReadyShowsItsRobotAndHowToStart() {
        assertEquals(1, figure.opened.size());
        assertEquals("2 joints", model.robot().summaryProperty().get());
        assertTrue(model.cards().standingProperty().get().contains("Space"));
        assertEquals("", model.cards().divergenceProperty().get());
    }

    @Test
    void theFigureStandsWhereTheRecordsSayAndItsGhostBesideIt() throws Exception {
        show(0.5);
        StillFigure.Pose pose = figure.poses.getLast();
        assertEquals(3 * 7, pose.links().length);
        assertEquals(3 * 7, pose.ghost().length);
        assertTrue(pose.divergence()[1] < 0.5, "its motion is judged while the effort's usual spread is being learnt");
        assertEquals("", model.cards().unjudgedProperty().get());
        presenter.nextGhost();
        presenter.nextGhost();
        assertEquals(0, figure.poses.getLast().ghost().length, "no ghost was asked for");
    }

    @Test
    void inShadowTheGhostIsWhereOurCommandsWouldHaveTheRobotAndNoLinkIsBlamedForIt() throws Exception {
        show(0.5);
        session.requestMode("left", TwinMode.SHADOW);
        show(1.2);
        assertTrue(model.cards().captionProperty().get().contains("shadow twin"));
        StillFigure.Pose pose = figure.poses.getLast();
        double apart = 0;
        for (int i = 0; i < pose.links().length; i++) {
            apart = Math.max(apart, Math.abs(pose.links()[i] - pose.ghost()[i]));
        }
        assertTrue(apart > 0.05, "the shadow goes on, the robot does not: " + apart);
        assertFalse(pose.divergence()[2] >= 0.5, "nothing is wrong with the robot");
    }

    @Test
    void aFaultMovesThePlotToItsJointAndColoursItsLink() throws Exception {
        show(2.9);
        assertEquals("SHOULDER EFFORT [N·m]", model.plot().titleProperty().get());
        assertTrue(model.explanation().findings().isEmpty());
        show(4.2);
        double[] coloured = figure.poses.getLast().divergence();
        assertEquals(0, coloured[0], "nothing moves the root");
        assertTrue(coloured[2] > 0.5, "the elbow's own link: " + coloured[2]);
        assertEquals(coloured[2], model.cards().amountProperty().get(), "the legend's mark is the worst joint");
        assertTrue(model.cards().colouredProperty().get());
        assertEquals("", model.cards().unjudgedProperty().get());
        assertFalse(model.explanation().findings().isEmpty());
        CauseCard cause = model.explanation().causes().causes().getFirst();
        assertEquals("Parameter drift · elbow", cause.title());
        assertEquals("elbow_joint", cause.joint());
        assertTrue(cause.share() > 0.8, "share " + cause.share());
        assertTrue(cause.numbers().contains("N·m") && cause.numbers().contains("±"), cause.numbers());
        assertTrue(cause.text().startsWith("friction of elbow_joint"), cause.text());
        assertTrue(model.cards().whyProperty().get().startsWith("Parameter drift · elbow"));
        assertTrue(model.explanation().causes().explainedProperty().get().contains("EXPLAINED"));
        assertEquals("ELBOW EFFORT [N·m]", model.plot().titleProperty().get());
        assertEquals(3, model.plot().lines().size());
        assertTrue(model.cards().divergenceProperty().get().endsWith("σ"));
        assertEquals(2, model.explanation().residuals().size());
        assertFalse(model.alarms().alarms().isEmpty());
    }

    @Test
    void theEndTellsTheVerdictAndTheHash() throws Exception {
        show(10);
        assertTrue(model.cards().standingProperty().get().startsWith("PASSED"));
        assertTrue(model.status().hashProperty().get().startsWith("hash "));
        assertTrue(model.status().activityProperty().get().startsWith("recorded "));
    }
}
