package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.workbench.divergence.DivergenceScale;
import io.sigmaprompt.workbench.divergence.JointDivergence;
import io.sigmaprompt.workbench.explanation.CausesViewModel;
import io.sigmaprompt.workbench.session.JointNames;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.topbar.SessionMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in the cards over the viewport how a session stands: mode, ghost, divergence, notices. JavaFX thread. */
final class CardPresenter {
    private static final double NOTICE_SECONDS = 6;
    private static final double MOST_SIGMAS = 99;

    private final ViewportCardsViewModel cards;

    CardPresenter(ViewportCardsViewModel cards) {
        this.cards = cards;
    }

    /** Shows a snapshot and what the ghost that is drawn with it is. */
    void show(
            SessionSnapshot session,
            RobotSnapshot shown,
            SessionMode mode,
            GhostChoice choice,
            @Nullable JointStateRecord ghost) {
        cards.mode(mode, caption(mode, choice, ghost));
        divergence(shown);
        cards.why(CausesViewModel.first(shown.explanation()));
        legend(shown.divergence(), ghost != null);
        cards.standing(standing(session));
        notice(session, shown);
    }

    private static String caption(SessionMode mode, GhostChoice choice, @Nullable JointStateRecord ghost) {
        if (choice == GhostChoice.NONE) {
            return "robot solid, no ghost drawn";
        }
        if (ghost == null) {
            return mode == SessionMode.SIMULATED ? mode.meaning() : "robot solid, nothing to compare it with yet";
        }
        return ghost.body() == JointStateRecord.Body.SHADOW
                ? "robot solid, shadow twin translucent: where our commands would have it"
                : "robot solid, prediction translucent";
    }

    private void divergence(RobotSnapshot shown) {
        DivergenceRecord divergence = shown.divergence();
        if (divergence == null) {
            cards.divergence("", "", "", false);
            return;
        }
        int worst = JointDivergence.worst(divergence);
        String value = worst < 0 ? "–" : sigmas(JointDivergence.sigma(divergence, worst));
        String where = worst < 0 ? "" : JointNames.brief(divergence.names().get(worst));
        String by = worst < 0 ? "" : JointDivergence.byMotion(divergence, worst) ? "by motion, " : "by effort, ";
        String more = by + furthest(shown.cast().model(), divergence);
        boolean beyond = worst >= 0
                && JointDivergence.sigma(divergence, worst) > shown.cast().residualSigma();
        cards.divergence(value, where, more, beyond);
    }

    private static String sigmas(double sigma) {
        // Beyond this it is no longer about chance.
        return sigma > MOST_SIGMAS ? "> 99 σ" : String.format(Locale.ROOT, "%.1f σ", sigma);
    }

    private void legend(@Nullable DivergenceRecord divergence, boolean drawn) {
        int known = divergence == null ? 0 : JointDivergence.known(divergence);
        int joints = divergence == null ? 0 : divergence.names().size();
        double worst = divergence == null || known == 0
                ? Double.NaN
                : DivergenceScale.amount(JointDivergence.sigma(divergence, JointDivergence.worst(divergence)));
        String unknown;
        if (known == joints && joints > 0) {
            unknown = "";
        } else if (known == 0) {
            unknown = "grey outline: nothing judged yet";
        } else {
            unknown = "grey outline: " + (joints - known) + " of " + joints + " joints not judged";
        }
        cards.legend(drawn, worst, drawn ? unknown : "");
    }

    private static String furthest(RobotModel robot, DivergenceRecord divergence) {
        int furthest = -1;
        double[] position = divergence.position();
        for (int i = 0; i < position.length; i++) {
            if (!Double.isNaN(position[i]) && (furthest < 0 || Math.abs(position[i]) > Math.abs(position[furthest]))) {
                furthest = i;
            }
        }
        if (furthest < 0) {
            return "no prediction: the source carries no commands";
        }
        String unit = JointPresenter.isLinear(robot, divergence.names().get(furthest)) ? "m" : "rad";
        return String.format(Locale.ROOT, "position off by %.4f %s", Math.abs(position[furthest]), unit);
    }

    private static String standing(SessionSnapshot session) {
        return switch (session.phase()) {
            case READY -> "Ready. Space starts it.";
            case PAUSED -> "Paused. Space goes on, N makes one step.";
            case RUNNING -> session.simNanos() == 0 ? session.activity() : "";
            case ENDED -> ended(session);
            case FAILED -> "It broke: " + session.failure();
        };
    }

    private static String ended(SessionSnapshot session) {
        var result = session.result();
        return result == null
                ? "Ended. R goes back to the start."
                : result.verdict() + ": " + result.reason() + ". R goes back to the start.";
    }

    private void notice(SessionSnapshot session, RobotSnapshot shown) {
        NoticeRecord notice = shown.notice();
        boolean fresh = notice != null
                && notice.level() == NoticeRecord.Level.WARNING
                && (session.simNanos() - notice.simNanos()) * 1e-9 < NOTICE_SECONDS;
        cards.notice(
                notice != null && fresh
                        ? String.format(Locale.ROOT, "%.2f s  %s", notice.simNanos() * 1e-9, notice.text())
                        : "");
    }
}
