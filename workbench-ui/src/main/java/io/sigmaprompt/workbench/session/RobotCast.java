package io.sigmaprompt.workbench.session;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.util.ArrayList;
import java.util.List;

/**
 * A robot of a scenario.
 *
 * @param hardware where its telemetry comes from, in a word: simulated, virtual, or a URI or log
 * @param start q that it begins with; never written
 * @param residualSigma deviations of the effort residual that are too much
 * @param armed whether its gate begins armed
 * @param trees the behaviour trees of its minds
 */
public record RobotCast(
        String name,
        RobotModel model,
        String hardware,
        double[] start,
        double residualSigma,
        boolean armed,
        List<TreePlan> trees) {
    public RobotCast {
        trees = List.copyOf(trees);
    }

    /** The robots of a scenario, in its order. */
    static List<RobotCast> of(Scenario scenario, boolean lockStep) {
        List<RobotCast> cast = new ArrayList<>();
        for (int i = 0; i < scenario.robots().size(); i++) {
            RobotEntry entry = scenario.robots().get(i);
            TwinConfiguration twin = scenario.session().twins().get(i);
            boolean inside = lockStep && entry.hardware().equals(RobotEntry.VIRTUAL);
            cast.add(new RobotCast(
                    entry.name(),
                    twin.body().model(),
                    inside ? RobotEntry.SIMULATED : entry.hardware(),
                    twin.body().initialPosition().clone(),
                    twin.analysis().residualSigma(),
                    twin.gate().armed(),
                    twin.minds().stream()
                            .filter(MindSpec.Tree.class::isInstance)
                            .map(mind -> TreePlan.of((MindSpec.Tree) mind))
                            .toList()));
        }
        return cast;
    }
}
