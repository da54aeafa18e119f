package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.analysis.AnalysisResult;
import io.sigmaprompt.headless.analysis.Anomaly;
import io.sigmaprompt.headless.analysis.DetectorChoice;
import io.sigmaprompt.headless.analysis.label.Judgement;
import io.sigmaprompt.headless.analysis.label.LabelReport;
import io.sigmaprompt.twin.port.signal.Signal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found in a recording, for programs; docs/watch.md tells each field. */
final class AnalysisJson {
    private AnalysisJson() {}

    static Map<String, Object> object(AnalysisResult result, String map, List<LabelReport> reports) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("recording", result.name());
        object.put("seconds", result.durationNanos() / 1e9);
        if (result.dated()) {
            object.put("start", instant(result.startNanos()));
        }
        object.put("rows", result.rows());
        object.put("rejected", result.rejected());
        object.put(
                "signals",
                result.groups().stream()
                        .flatMap(group -> group.signals().stream())
                        .map(AnalysisJson::signal)
                        .toList());
        if (!map.isEmpty()) {
            object.put("columns", map);
        }
        object.put(
                "findings",
                result.grouped().stream()
                        .flatMap(List::stream)
                        .map(each -> finding(each, result))
                        .toList());
        if (!reports.isEmpty()) {
            object.put("labels", reports.stream().map(AnalysisJson::label).toList());
        }
        object.put("warnings", result.warnings());
        return object;
    }

    /** In one order, so that the same recording gives the same text. */
    private static Map<String, Object> signal(Signal signal) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", signal.name());
        object.put("unit", signal.unit());
        return object;
    }

    private static String instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }

    private static Map<String, Object> finding(Anomaly each, AnalysisResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", DetectorChoice.word(each.kind()));
        object.put("signal", each.signal());
        object.put("fromSeconds", each.fromNanos() / 1e9);
        object.put("toSeconds", each.toNanos() / 1e9);
        if (result.dated()) {
            object.put("from", instant(result.startNanos() + each.fromNanos()));
            object.put("to", instant(result.startNanos() + each.toNanos()));
        }
        object.put("score", JsonNumber.of(each.score()));
        object.put("value", JsonNumber.of(each.value()));
        object.put("threshold", JsonNumber.of(each.threshold()));
        object.put("unit", each.unit());
        object.put("detector", each.detector());
        object.put("parameters", each.parameters());
        object.put("sentence", each.sentence());
        return object;
    }

    private static Map<String, Object> label(LabelReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("label", report.label());
        object.put("onsets", report.onsets());
        object.put("toleranceSeconds", report.toleranceSeconds());
        if (!report.note().isEmpty()) {
            object.put("notJudged", report.note());
        }
        object.put(
                "methods", report.methods().stream().map(AnalysisJson::method).toList());
        return object;
    }

    private static Map<String, Object> method(LabelReport.Method method) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", method.name());
        object.put("threshold", JsonNumber.of(method.threshold()));
        if (method.first().onsets() > 0) {
            object.put("firstHalf", judgement(method.first()));
        }
        object.put("secondHalf", judgement(method.second()));
        return object;
    }

    private static Map<String, Object> judgement(Judgement judgement) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("alarms", judgement.alarms());
        object.put("right", judgement.right());
        object.put("onsets", judgement.onsets());
        object.put("found", judgement.found());
        object.put("precision", JsonNumber.of(judgement.precision()));
        object.put("recall", JsonNumber.of(judgement.recall()));
        object.put(
                "delaySeconds", judgement.delays().stream().map(JsonNumber::of).toList());
        return object;
    }
}
