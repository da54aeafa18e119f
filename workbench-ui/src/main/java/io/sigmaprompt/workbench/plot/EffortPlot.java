package io.sigmaprompt.workbench.plot;

import io.sigmaprompt.workbench.session.EffortHistory;
import io.sigmaprompt.workbench.session.JointNames;

/** Feeds the plot with one joint's efforts: as measured, as the model has them, and the difference. JavaFX thread. */
public final class EffortPlot {
    private static final double WINDOW_SECONDS = 10;
    private static final int NONE = -1;

    private final PlotViewModel plot;
    private String subject = "";
    private int joint = NONE;
    private int fed;
    private EffortHistory whatIf = EffortHistory.EMPTY;

    public EffortPlot(PlotViewModel plot) {
        this.plot = plot;
    }

    /**
     * Shows a joint; what of its history was shown already is not added again.
     *
     * @param robot the robot's name
     * @param name the joint's name
     * @param index the joint in the history
     * @param unit of effort
     * @param fork efforts of the fork that it is held against, if any
     */
    public void show(String robot, String name, int index, String unit, EffortHistory history, EffortHistory fork) {
        String wanted = robot + "/" + name;
        boolean another = !wanted.equals(subject) || index != joint || history.size() < fed;
        if (another || !same(fork, whatIf)) {
            subject = wanted;
            joint = index;
            fed = 0;
            plot.show(JointNames.brief(name).replace('_', ' ') + " effort", unit, WINDOW_SECONDS);
            plot.line("measured", PlotViewModel.Role.MEASURED);
            plot.line("model", PlotViewModel.Role.PREDICTED);
            plot.line("residual", PlotViewModel.Role.RESIDUAL);
            whatIf = fork;
            addFork();
        }
        if (fed == history.size()) {
            return;
        }
        for (; fed < history.size(); fed++) {
            double measured = history.measured(fed, joint);
            double residual = history.residual(fed, joint);
            double seconds = history.seconds(fed);
            if (!Double.isNaN(measured)) {
                plot.add(0, seconds, measured);
            }
            if (!Double.isNaN(measured - residual)) {
                plot.add(1, seconds, measured - residual);
                plot.add(2, seconds, residual);
            }
        }
        plot.refresh();
    }

    private static boolean same(EffortHistory one, EffortHistory other) {
        return one.size() == other.size() && (one.size() == 0 || one == other);
    }

    private void addFork() {
        if (whatIf.size() == 0) {
            return;
        }
        int line = plot.line("what if", PlotViewModel.Role.OTHER);
        for (int i = 0; i < whatIf.size(); i++) {
            double measured = whatIf.measured(i, joint);
            if (!Double.isNaN(measured)) {
                plot.add(line, whatIf.seconds(i), measured);
            }
        }
    }

    /** Marks an instant; NaN for none. */
    public void mark(double seconds) {
        plot.mark(seconds);
    }

    /** Shows nothing. */
    public void clear() {
        if (joint != NONE) {
            subject = "";
            joint = NONE;
            fed = 0;
            plot.show("effort", "", WINDOW_SECONDS);
        }
    }
}
