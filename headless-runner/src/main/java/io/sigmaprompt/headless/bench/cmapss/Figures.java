package io.sigmaprompt.headless.bench.cmapss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good predictions are.
 *
 * @param count of predictions
 * @param rmse root mean square error, cycles
 * @param bias mean of told less true, cycles
 * @param meanScore mean penalty of the PHM 2008 challenge
 * @param sumScore its sum
 * @param coverage the share of true lives within their intervals
 * @param width mean width of an interval, cycles
 */
public record Figures(
        int count, double rmse, double bias, double meanScore, double sumScore, double coverage, double width) {
    static Figures of(List<Prediction> predictions) {
        int n = predictions.size();
        if (n == 0) {
            return new Figures(0, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN);
        }
        double squares = 0;
        double errors = 0;
        double score = 0;
        double covered = 0;
        double width = 0;
        for (Prediction each : predictions) {
            squares += each.error() * each.error();
            errors += each.error();
            score += each.score();
            covered += each.covered() ? 1 : 0;
            width += each.told().high() - each.told().low();
        }
        return new Figures(n, Math.sqrt(squares / n), errors / n, score / n, score, covered / n, width / n);
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("predictions", count);
        if (count == 0) {
            return object;
        }
        object.put("rmse", rmse);
        object.put("bias", bias);
        object.put("meanScore", meanScore);
        object.put("sumScore", sumScore);
        object.put("coverage", coverage);
        object.put("meanWidth", width);
        return object;
    }
}
