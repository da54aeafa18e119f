package io.sigmaprompt.workbench.app;

import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import io.sigmaprompt.workbench.topbar.SessionMode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Poses the figure and its ghost, and tells which body the ghost is. JavaFX thread. */
final class FigurePresenter {
    private final Figure figure;
    private @Nullable FigurePoser poser;
    private boolean ready;
    private GhostChoice choice = GhostChoice.AUTOMATIC;

    FigurePresenter(Figure figure) {
        this.figure = figure;
    }

    /** Draws a robot instead of the one before; {@code drawn} is called once it is there, if it is still wanted. */
    CompletableFuture<List<String>> open(FigurePoser next, Runnable drawn) {
        poser = next;
        ready = false;
        return figure.open(next.model(), next.links(null)).thenApply(warnings -> {
            if (poser == next) {
                ready = true;
                drawn.run();
            }
            return warnings;
        });
    }

    GhostChoice choice() {
        return choice;
    }

    void nextGhost() {
        choice = choice.next();
    }

    /** The body that is drawn translucent; null for none. */
    @Nullable
    JointStateRecord ghost(RobotSnapshot shown, SessionMode mode) {
        return switch (choice) {
            case AUTOMATIC -> {
                boolean acting = mode == SessionMode.SHADOW || mode == SessionMode.LIVE;
                boolean ours = mode == SessionMode.SHADOW || shown.prediction() == null;
                yield acting && ours && shown.shadow() != null ? shown.shadow() : shown.prediction();
            }
            case SHADOW -> shown.shadow();
            case NONE -> null;
        };
    }

    /** Poses what is drawn as a snapshot says. */
    void pose(RobotSnapshot shown, SessionMode mode) {
        FigurePoser current = poser;
        if (current == null || !ready) {
            return;
        }
        current.moveBase(shown.base());
        JointStateRecord robotBody = shown.robot();
        JointStateRecord ghostBody = ghost(shown, mode);
        if (robotBody != null && ghostBody != null) {
            double[] ghostLinks = current.links(ghostBody);
            // Held against its prediction, in SHADOW too: that it does not do what our commands say is no fault there.
            figure.pose(current.links(robotBody), ghostLinks, current.divergences(shown.divergence()));
        } else {
            figure.pose(current.links(robotBody));
        }
    }

    /** The robot's configuration in a snapshot, nq entries; null where nothing was heard of it yet. */
    double @Nullable [] configuration(RobotSnapshot shown) {
        FigurePoser current = poser;
        JointStateRecord state = shown.robot();
        if (current == null || state == null) {
            return null;
        }
        current.links(state);
        return current.q();
    }
}
