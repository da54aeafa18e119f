package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.alarm.AlarmListViewModel;
import io.sigmaprompt.workbench.decision.DecisionViewModel;
import io.sigmaprompt.workbench.explanation.ExplanationViewModel;
import io.sigmaprompt.workbench.gate.GateViewModel;
import io.sigmaprompt.workbench.link.LinkHealthViewModel;
import io.sigmaprompt.workbench.mind.MindViewModel;
import io.sigmaprompt.workbench.plot.PlotViewModel;
import io.sigmaprompt.workbench.robot.RobotTreeViewModel;
import io.sigmaprompt.workbench.status.StatusBarViewModel;
import io.sigmaprompt.workbench.timeline.Lane;
import io.sigmaprompt.workbench.timeline.TimelineViewModel;
import io.sigmaprompt.workbench.topbar.SessionMode;
import io.sigmaprompt.workbench.topbar.TopBarViewModel;
import java.util.List;

/** All that the window shows, but the 3D scene. JavaFX thread. */
public final class WorkbenchViewModel {
    private final TopBarViewModel topBar = new TopBarViewModel();
    private final RobotTreeViewModel robot = new RobotTreeViewModel();
    private final ViewportCardsViewModel cards = new ViewportCardsViewModel();
    private final ExplanationViewModel explanation = new ExplanationViewModel();
    private final DecisionViewModel decision = new DecisionViewModel();
    private final MindViewModel mind = new MindViewModel();
    private final GateViewModel gate = new GateViewModel();
    private final AlarmListViewModel alarms = new AlarmListViewModel();
    private final TimelineViewModel timeline = new TimelineViewModel();
    private final PlotViewModel plot = new PlotViewModel();
    private final StatusBarViewModel status = new StatusBarViewModel();
    private final LinkHealthViewModel link = new LinkHealthViewModel();
    private final LibraryViewModel library = new LibraryViewModel();

    /** Says how the session stands; simulated time in seconds. */
    public void update(SessionMode mode, boolean running, double seconds) {
        topBar.update(mode, running, seconds);
    }

    /** Shows that no session is open. */
    void showNothing() {
        topBar.disconnect("no session");
        cards.divergence("", "", "", false);
        cards.why("");
        cards.legend(false, Double.NaN, "");
        cards.notice("");
        cards.standing("");
        cards.mode(SessionMode.SIMULATED, "nothing runs");
        explanation.clear();
        decision.show(null);
        mind.show(List.of());
        gate.clear();
        alarms.update(List.of());
        for (Lane lane : Lane.values()) {
            timeline.lane(lane, List.of());
        }
        timeline.travel(false, "");
        timeline.time(0, 1, 0, 0);
        status.kernel("", "");
        status.link("");
        link.clear();
    }

    public LinkHealthViewModel link() {
        return link;
    }

    /** What can be opened. */
    public LibraryViewModel library() {
        return library;
    }

    public TopBarViewModel topBar() {
        return topBar;
    }

    public RobotTreeViewModel robot() {
        return robot;
    }

    public ViewportCardsViewModel cards() {
        return cards;
    }

    public ExplanationViewModel explanation() {
        return explanation;
    }

    public DecisionViewModel decision() {
        return decision;
    }

    public MindViewModel mind() {
        return mind;
    }

    public GateViewModel gate() {
        return gate;
    }

    public AlarmListViewModel alarms() {
        return alarms;
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    public PlotViewModel plot() {
        return plot;
    }

    public StatusBarViewModel status() {
        return status;
    }
}
