package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.physics.model.reader.RobotFile;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.workbench.alarm.AlarmOperations;
import io.sigmaprompt.workbench.session.SessionController;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.viewport.Viewport3D;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** What lies on the desk: a session, or a robot by itself, shown by the window. JavaFX thread. */
final class Desk {
    private final WorkbenchViewModel model;
    private final SessionPresenter presenter;
    private @Nullable SessionController session;
    private RunOptions options = RunOptions.DEFAULT;

    Desk(WorkbenchViewModel model, Figure figure) {
        this.model = model;
        presenter = new SessionPresenter(model, figure, System::nanoTime);
        model.library().onOpen(this::openScenario, this::openRobot);
        model.alarms().onOperation(new OnOpenSession());
        model.timeline().onTravel(seconds -> whenOpen(s -> s.rewind(seconds)), whatIf -> whenOpen(s -> s.fork(whatIf)));
        model.gate().onArm(armed -> whenOpen(s -> s.arm(presenter.robot(), armed)));
    }

    /** What is done in the list is done to the session that is open. */
    private final class OnOpenSession implements AlarmOperations {
        @Override
        public void acknowledge(String alarm) {
            whenOpen(s -> s.acknowledge(presenter.robot(), alarm));
        }

        @Override
        public void acknowledgeAll() {
            whenOpen(s -> s.acknowledgeAll(presenter.robot()));
        }

        @Override
        public void shelve(String alarm, long nanos) {
            whenOpen(s -> s.shelve(presenter.robot(), alarm, nanos));
        }

        @Override
        public void unshelve(String alarm) {
            whenOpen(s -> s.unshelve(presenter.robot(), alarm));
        }

        @Override
        public void reset(String alarm) {
            whenOpen(s -> s.reset(presenter.robot(), alarm));
        }
    }

    private void whenOpen(Consumer<SessionController> action) {
        SessionController open = session;
        if (open != null) {
            action.accept(open);
        }
    }

    /** How sessions that are opened from the window run. */
    void options(RunOptions wanted) {
        options = wanted;
    }

    private void openScenario(String given) {
        read("reading " + given, () -> ScenarioReader.read(GivenFile.scenario(given)), read -> {
            var unused = open(read, options);
        });
    }

    private void openRobot(String given) {
        read("reading " + given, () -> RobotFile.read(GivenFile.robot(given)), read -> {
            var unused = open(read);
        });
    }

    /** Reads on a thread of its own; what is wrong with the file is told where one looks. */
    private <T> void read(String activity, Callable<T> reader, Consumer<T> show) {
        model.status().activity(activity);
        Thread.ofPlatform().daemon().name("desk-reader").start(() -> {
            try {
                T read = reader.call();
                Platform.runLater(() -> show.accept(read));
            } catch (Exception e) {
                Platform.runLater(() -> complain(e));
            }
        });
    }

    private void complain(Throwable problem) {
        model.status().activity("nothing was opened");
        model.cards().notice(String.valueOf(problem.getMessage()));
    }

    /** Shows a scenario, ready to run; completes once its first robot is drawn. */
    CompletableFuture<SessionController> open(Scenario scenario, RunOptions how) {
        closeSession();
        SessionController[] opened = new SessionController[1];
        SessionController next = new SessionController(scenario, how, Platform::runLater, snapshot -> {
            if (session != null && session == opened[0]) {
                presenter.show(snapshot);
            }
        });
        opened[0] = next;
        session = next;
        model.topBar().connect(scenario.name(), new SessionTransport(next, presenter::robot));
        SessionSnapshot first = next.snapshot();
        return presenter.open(first).handle((warnings, problem) -> {
            tell(warnings, problem);
            return next;
        });
    }

    /** Shows a robot where its file draws it; completes once it is drawn. */
    CompletableFuture<Void> open(RobotReading robot) {
        closeSession();
        CompletableFuture<List<String>> drawn = presenter.open(robot);
        model.topBar().sessionProperty().set(robot.model().name());
        model.status().activity(robot.model().name() + " is open · nothing runs");
        return drawn.handle((warnings, problem) -> {
            tell(warnings, problem);
            return null;
        });
    }

    private void tell(@Nullable List<String> warnings, @Nullable Throwable problem) {
        if (problem != null) {
            complain(
                    problem instanceof CompletionException && problem.getCause() != null
                            ? problem.getCause()
                            : problem);
        } else if (warnings != null && !warnings.isEmpty()) {
            model.cards()
                    .notice(warnings.size() + " meshes are missing, placeholders stand for them. "
                            + warnings.getFirst());
        }
    }

    /** Closing may wait for a wire, so it is done elsewhere. */
    private void closeSession() {
        SessionController before = session;
        session = null;
        if (before != null) {
            Thread.ofPlatform().name("session-close").start(before::close);
        }
    }

    SessionPresenter presenter() {
        return presenter;
    }

    /** The session that is open, or null. */
    @Nullable
    SessionController session() {
        return session;
    }

    /** The viewport as a figure. */
    static Figure figure(Viewport3D viewport) {
        return new Figure() {
            @Override
            public CompletableFuture<List<String>> open(RobotModel robot, double[] links) {
                return viewport.open(robot, links);
            }

            @Override
            public void pose(double[] links) {
                viewport.pose(links);
            }

            @Override
            public void pose(double[] links, double[] ghost, double[] divergence) {
                viewport.pose(links, ghost, divergence);
            }
        };
    }
}
