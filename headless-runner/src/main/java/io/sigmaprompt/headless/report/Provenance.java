package io.sigmaprompt.headless.report;

import io.sigmaprompt.scenarios.language.RobotEntry;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.DynamicsProvenance;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.record.NoticeRecord;
import java.util.ArrayList;
import java.util.List;

/** A report's last sections: what could not be told, what was odd, and how to get the same run again. */
final class Provenance {
    private final Html html;
    private final Scenario scenario;
    private final RunResult result;
    private final SessionHistory history;

    Provenance(Html html, Scenario scenario, RunResult result, SessionHistory history) {
        this.html = html;
        this.scenario = scenario;
        this.result = result;
        this.history = history;
    }

    void write() {
        html.raw("<div class=two><div><h2>Not available</h2><div class=card>");
        list(unavailable(history), "Everything that a report shows was there to be shown.");
        html.raw("</div></div><div><h2>Warnings</h2><div class=card>");
        list(warnings(), "None.");
        html.raw("</div></div></div>");
        notices();
        run();
    }

    /** What this run could not tell, in sentences. */
    static List<String> unavailable(SessionHistory history) {
        List<String> missing = new ArrayList<>();
        for (RobotHistory robot : history.robots()) {
            if (!robot.hasPrediction()) {
                missing.add(robot.name
                        + ": prediction and tracking. The source does not say what the robot was commanded, or no"
                        + " prediction was old enough to compare.");
            }
            if (!robot.hasResidual()) {
                missing.add(robot.name
                        + ": effort residual. "
                        + (robot.hasEffort()
                                ? "Nothing was measured long enough for inverse dynamics."
                                : "The source carries no efforts, or not those of every joint."));
            }
        }
        return missing;
    }

    private List<String> warnings() {
        List<String> all = new ArrayList<>(scenario.warnings());
        for (String warning : result.warnings()) {
            if (!all.contains(warning)) {
                all.add(warning);
            }
        }
        return all;
    }

    private void list(List<String> sentences, String ifNone) {
        if (sentences.isEmpty()) {
            html.add("<p class=hint>%s</p>", ifNone);
            return;
        }
        html.raw("<ul>");
        sentences.forEach(each -> html.add("<li>%s</li>", each));
        html.raw("</ul>");
    }

    private void notices() {
        List<NoticeRecord> all =
                history.robots().stream().flatMap(each -> each.notices.stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        html.raw("<h2>Notices</h2><div class=card><table>");
        for (NoticeRecord each : all) {
            html.add(
                    "<tr><td class=\"t mono\">%s</td><td><span class=\"chip %s\">%s</span></td><td class=k>%s</td><td class=w>%s</td></tr>",
                    SessionText.time(each.simNanos()),
                    each.level() == NoticeRecord.Level.WARNING ? "t-warn" : "t-quiet",
                    (each.level() == NoticeRecord.Level.WARNING ? "▲ " : "") + SessionText.words(each.level()),
                    each.topic(),
                    each.text());
        }
        html.raw("</table></div>");
    }

    private void run() {
        html.raw("<h2>This run</h2><div class=card><dl>");
        fact("trace hash", result.traceHash());
        html.add("<dt>exactness</dt><dd>%s</dd>", result.exactness());
        html.add("<dt>seed</dt><dd class=mono>%d</dd>", scenario.session().seed());
        for (RobotEntry robot : scenario.robots()) {
            html.add(
                    "<dt>%s</dt><dd>%s, hardware %s</dd>",
                    robot.name(), robot.modelFile().toString(), robot.hardware());
        }
        for (DynamicsProvenance each : result.dynamics()) {
            html.add(
                    "<dt>dynamics of %s</dt><dd>%s kernel, model <code>%s</code></dd>",
                    each.robot(), each.kernel(), each.modelHash());
        }
        fact("recorded in", result.runDirectory().toString());
        html.add("<dt>files</dt><dd>%s</dd>", String.join(", ", result.artefacts()));
        fact(
                "replay its journal",
                "sigma replay " + quoted(result.runDirectory().toString()));
        html.add("<dt></dt><dd class=hint>replays every input at its tick and compares the trace hash.</dd></dl>");
        html.add(
                "<details><summary>the scenario as it was run</summary><pre>%s</pre></details></div>",
                scenario.source());
    }

    private void fact(String name, String value) {
        html.add("<dt>%s</dt><dd><code>%s</code></dd>", name, value);
    }

    private static String quoted(String path) {
        return path.contains(" ") ? "'" + path + "'" : path;
    }
}
