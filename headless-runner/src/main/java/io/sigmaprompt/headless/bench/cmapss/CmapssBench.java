package io.sigmaprompt.headless.bench.cmapss;

import io.sigmaprompt.physics.sensor.NoiseStream;
import io.sigmaprompt.twin.maintenance.learning.Folds;
import io.sigmaprompt.twin.maintenance.learning.LearningSettings;
import io.sigmaprompt.twin.maintenance.learning.LifeEstimate;
import io.sigmaprompt.twin.maintenance.learning.MachineHistory;
import io.sigmaprompt.twin.maintenance.learning.RemainingLifeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Learns from engines that ran to failure and tells the remaining life of others. */
public final class CmapssBench {
    private static final int PATHS = 6;

    private final LearningSettings settings;
    private final Consumer<String> progress;

    public CmapssBench(LearningSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Cross-validation by engine: each part's engines are cut at drawn cycles and told by what the other parts teach.
     *
     * @param cuts cycles at which each engine is cut, drawn uniformly from its life
     */
    public CmapssOutcome crossValidate(String table, List<MachineHistory> engines, int folds, int cuts) {
        NoiseStream draws = new NoiseStream(NoiseStream.seedFor(settings.seed(), "folds"));
        int[] part = Folds.deal(engines.size(), folds, draws);
        List<Prediction> predictions = new ArrayList<>();
        Map<String, List<Prediction>> paths = new LinkedHashMap<>();
        for (int f = 0; f < folds; f++) {
            progress.accept("fold " + (f + 1) + " of " + folds);
            RemainingLifeModel model = new RemainingLifeModel(Folds.without(engines, part, f), settings);
            List<MachineHistory> heldOut = Folds.only(engines, part, f);
            for (MachineHistory engine : heldOut) {
                // The history is handed over as it was after each cut: no later row can be looked at.
                for (int row : cuts(engine, cuts)) {
                    predictions.add(
                            prediction(engine, f, row, left(engine, row), model.estimate(engine.until(row + 1))));
                }
            }
            if (paths.size() < PATHS) {
                MachineHistory engine = heldOut.getFirst();
                paths.put(engine.name(), path(model, engine, f, left(engine, engine.length() - 1)));
            }
        }
        progress.accept("all engines");
        RemainingLifeModel model = new RemainingLifeModel(engines, settings);
        return new CmapssOutcome(table, engines, model, settings, folds, predictions, paths);
    }

    /**
     * What all engines of a table teach of the engines of another.
     *
     * @param lives the cycles that each engine of {@code others} had left after its last row
     */
    public CmapssOutcome test(String table, List<MachineHistory> engines, List<MachineHistory> others, int[] lives) {
        progress.accept("learning from " + engines.size() + " engines");
        RemainingLifeModel model = new RemainingLifeModel(engines, settings);
        List<Prediction> predictions = new ArrayList<>();
        Map<String, List<Prediction>> paths = new LinkedHashMap<>();
        for (int e = 0; e < others.size(); e++) {
            MachineHistory engine = others.get(e);
            predictions.add(prediction(engine, 0, engine.length() - 1, lives[e], model.estimate(engine)));
            if (e % Math.max(1, others.size() / PATHS) == 0 && paths.size() < PATHS) {
                paths.put(engine.name(), path(model, engine, 0, lives[e]));
            }
        }
        return new CmapssOutcome(table, engines, model, settings, 1, predictions, paths);
    }

    private int[] cuts(MachineHistory engine, int count) {
        NoiseStream draws = new NoiseStream(NoiseStream.seedFor(settings.seed(), engine.name()));
        int[] rows = IntStream.range(0, count)
                .map(i -> (int) (draws.uniform() * engine.length()))
                .toArray();
        Arrays.sort(rows);
        return rows;
    }

    private List<Prediction> path(RemainingLifeModel model, MachineHistory engine, int fold, int leftAtEnd) {
        int[] rows = IntStream.range(0, engine.length()).toArray();
        List<LifeEstimate> told = model.estimates(engine, rows);
        return IntStream.of(rows)
                .mapToObj(row -> prediction(engine, fold, row, leftAtEnd + left(engine, row), told.get(row)))
                .toList();
    }

    private static int left(MachineHistory engine, int row) {
        return engine.lastCycle() - engine.cycle(row);
    }

    private Prediction prediction(MachineHistory engine, int fold, int row, int left, LifeEstimate told) {
        return new Prediction(engine.name(), fold, engine.cycle(row), Math.min(settings.cap(), left), told);
    }
}
