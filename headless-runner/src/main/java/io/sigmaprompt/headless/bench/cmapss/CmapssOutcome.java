package io.sigmaprompt.headless.bench.cmapss;

import io.sigmaprompt.twin.maintenance.learning.LearningSettings;
import io.sigmaprompt.twin.maintenance.learning.MachineHistory;
import io.sigmaprompt.twin.maintenance.learning.RemainingLifeModel;
import java.util.List;
import java.util.Map;

/**
 * What a bench found.
 *
 * @param table the name of the table that was learnt from
 * @param engines its engines
 * @param model learnt from all of them
 * @param settings how
 * @param folds parts of the cross-validation; 1 where a test table was told instead
 * @param predictions all that was told of engines not learnt from
 * @param paths some engines of these, told from their first cycle to their last
 */
public record CmapssOutcome(
        String table,
        List<MachineHistory> engines,
        RemainingLifeModel model,
        LearningSettings settings,
        int folds,
        List<Prediction> predictions,
        Map<String, List<Prediction>> paths) {
    /** Figures over everything. */
    public Figures all() {
        return Figures.of(predictions);
    }

    /** Figures over one part. */
    public Figures fold(int fold) {
        return Figures.of(
                predictions.stream().filter(each -> each.fold() == fold).toList());
    }

    /** Figures over what was cut where fewer cycles were left than the cap, which is the harder part. */
    public Figures belowCap() {
        return Figures.of(predictions.stream()
                .filter(each -> each.truth() < settings.cap())
                .toList());
    }
}
