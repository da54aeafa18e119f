package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.novelty.NoveltyTally;
import io.sigmaprompt.scenarios.temporal.Judgement;
import io.sigmaprompt.twin.port.HardwareHealth;
import io.sigmaprompt.twin.record.StreamHealth;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What came of a run, as result.json. */
final class ResultFile {
    private ResultFile() {}

    static ObjectNode of(
            RunResult result,
            Map<String, HardwareHealth> wires,
            Map<String, TelemetryHealthRecord> telemetry,
            Map<String, NoveltyTally> novelty) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("scenario", result.scenario());
        json.put("verdict", result.verdict().name());
        json.put("reason", result.reason());
        json.put("traceHash", result.traceHash());
        json.put("exactness", result.exactness());
        json.put("simSeconds", result.simSeconds());
        json.put("wallSeconds", result.wallSeconds());
        json.put("startSeconds", result.startSeconds());
        ArrayNode expectations = json.putArray("expectations");
        for (ExpectationResult expectation : result.expectations()) {
            ObjectNode each = expectations.addObject();
            each.put("name", expectation.name());
            each.put("text", expectation.text());
            boolean told = expectation.judgement() != Judgement.NOT_REACHED;
            each.put("passed", told ? expectation.passed() : null);
            each.put("state", expectation.judgement().name());
            // JSON has no NaN.
            each.put("atSeconds", Double.isNaN(expectation.atSeconds()) ? null : expectation.atSeconds());
            each.put("explanation", expectation.explanation());
        }
        ObjectNode robots = json.putObject("robots");
        TreeSet<String> names = new TreeSet<>(wires.keySet());
        names.addAll(telemetry.keySet());
        names.addAll(novelty.keySet());
        result.dynamics().forEach(each -> names.add(each.robot()));
        for (String name : names) {
            ObjectNode robot = robots.putObject(name);
            result.dynamics().stream().filter(each -> each.robot().equals(name)).forEach(each -> each.put(robot));
            HardwareHealth wire = wires.get(name);
            if (wire != null) {
                robot.putObject("wire")
                        .put("received", wire.received())
                        .put("rejected", wire.rejected())
                        .put("dropped", wire.dropped())
                        .put("sent", wire.sent())
                        .put("unsent", wire.unsent())
                        .put("reconnects", wire.reconnects());
            }
            TelemetryHealthRecord health = telemetry.get(name);
            if (health != null) {
                ObjectNode told = robot.putObject("telemetry");
                told.put("applied", health.applied())
                        .put("duplicates", health.duplicates())
                        .put("reordered", health.reordered())
                        .put("late", health.late())
                        .put("rejected", health.rejected())
                        .put("gaps", health.gaps())
                        .put("overflow", health.overflow());
                streams(told.putArray("streams"), health);
            }
            NoveltyTally tally = novelty.get(name);
            if (tally != null) {
                robot.putObject("novelty")
                        .put("asked", tally.asked())
                        .put("answered", tally.answered())
                        .put("lost", tally.lost());
            }
        }
        ArrayNode warnings = json.putArray("warnings");
        result.warnings().forEach(warnings::add);
        ArrayNode artefacts = json.putArray("artefacts");
        result.artefacts().forEach(artefacts::add);
        return json;
    }

    private static void streams(ArrayNode array, TelemetryHealthRecord health) {
        for (StreamHealth stream : health.streams()) {
            ObjectNode object = array.addObject();
            object.put("stream", stream.stream())
                    .put("applied", stream.applied())
                    .put("duplicates", stream.duplicates())
                    .put("reordered", stream.reordered())
                    .put("late", stream.late())
                    .put("rejected", stream.rejected())
                    .put("gaps", stream.gaps())
                    .put("restarts", stream.restarts());
            known(object, "periodSeconds", stream.periodSeconds());
            known(object, "jitterSeconds", stream.jitterSeconds());
            known(object, "delaySeconds", stream.delaySeconds());
            known(object, "clockOffsetSeconds", stream.clockOffsetSeconds());
            known(object, "clockOffsetSigma", stream.clockOffsetSigma());
            known(object, "clockDriftPpm", stream.clockDriftPpm());
            known(object, "clockDriftSigmaPpm", stream.clockDriftSigmaPpm());
        }
    }

    private static void known(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        }
    }
}
