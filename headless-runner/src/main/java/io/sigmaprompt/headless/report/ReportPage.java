package io.sigmaprompt.headless.report;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.ExpectationResult;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.temporal.Judgement;
import java.util.function.ToIntFunction;

/** The report of a run as one HTML page that needs nothing but itself. */
final class ReportPage {
    private final Scenario scenario;
    private final RunResult result;
    private final SessionHistory history;
    private final Html html = new Html();

    ReportPage(Scenario scenario, RunResult result, SessionHistory history) {
        this.scenario = scenario;
        this.result = result;
        this.history = history;
    }

    String write() {
        html.raw("<!doctype html><html lang=en><head><meta charset=utf-8>");
        html.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">");
        html.add("<title>%s: %s</title><style>", SessionText.verdict(result), result.scenario());
        html.raw(Resource.text("report.css")).raw("</style></head><body>");
        header();
        html.raw("<main class=wrap>");
        html.add("<div class=intro><h1>%s</h1><p>%s</p></div>", result.scenario(), scenario.description());
        numbers();
        expectations();
        for (RobotHistory robot : history.robots()) {
            new RobotSections(html, robot, history.endNanos(), history.robots().size() > 1).write();
        }
        new Provenance(html, scenario, result, history).write();
        html.raw("</main><div id=moment class=mono></div><script>");
        html.raw(Resource.text("report.js")).raw("</script></body></html>\n");
        return html.toString();
    }

    private void header() {
        String names = String.join(
                ", ", history.robots().stream().map(each -> each.name).toList());
        html.raw("<header><div class=\"wrap bar0\"><span><span class=sign>Σ</span> <b>SigmaPrompt</b></span>");
        html.add("<span class=where>%s / %s</span>", result.scenario(), names);
        String word =
                switch (result.verdict()) {
                    case PASSED -> "✓ ";
                    case FAILED -> "✗ ";
                    case INTERRUPTED -> "■ ";
                    case BROKEN -> "! ";
                };
        String tone =
                switch (result.verdict()) {
                    case PASSED -> "ok";
                    case FAILED, BROKEN -> "bad";
                    case INTERRUPTED -> "warn";
                };
        html.add("<span class=\"verdict b-%s\">%s</span></div>", tone, word + SessionText.verdict(result));
        history.robots().stream().findFirst().ifPresent(this::modeBand);
        html.raw("</header>");
    }

    private void modeBand(RobotHistory robot) {
        double end = Math.max(history.endNanos(), 1);
        html.raw("<div class=band>");
        for (Lane.Span span : robot.modes.spans(history.endNanos())) {
            double share = (span.toNanos() - span.fromNanos()) / end * 100;
            html.add("<i class=f-%s style=\"width:%.2f%%\" title=\"%s\"></i>", span.tone(), share, span.label());
        }
        html.raw("</div>");
    }

    private void numbers() {
        long held =
                result.expectations().stream().filter(ExpectationResult::passed).count();
        html.raw("<div class=numbers>");
        if (result.expectations().isEmpty()) {
            number("–", "nothing was expected");
        } else {
            number(held + " <small>of " + result.expectations().size() + "</small>", "expectations held");
        }
        number(SessionText.fixed(result.simSeconds(), 2) + " <small>s</small>", "session time");
        String pace = SessionText.pace(result.simSeconds(), result.wallSeconds());
        number(
                SessionText.fixed(result.wallSeconds(), 2) + " <small>s</small>",
                "wall time, " + pace + ", after " + SessionText.fixed(result.startSeconds(), 2) + " s of start-up");
        double worst = Double.NaN;
        String where = "";
        for (RobotHistory robot : history.robots()) {
            for (JointHistory joint : robot.joints()) {
                if (!joint.sigma.isEmpty() && !(joint.sigma.greatest() <= worst)) {
                    worst = joint.sigma.greatest();
                    where = joint.name;
                }
            }
        }
        number(
                SessionText.fixed(worst, 1) + " <small>σ</small>",
                where.isEmpty() ? "residual, not known" : "largest residual, " + where);
        count("decision", robot -> robot.decisionRecords.size());
        count("finding", robot -> (int)
                robot.findingRecords.stream().filter(each -> each.active()).count());
        html.raw("</div>");
    }

    private void count(String noun, ToIntFunction<RobotHistory> what) {
        int all = history.robots().stream().mapToInt(what).sum();
        number(Integer.toString(all), all == 1 ? noun : noun + "s");
    }

    private void number(String markup, String label) {
        html.raw("<div class=number><b>").raw(markup).add("</b><span>%s</span></div>", label);
    }

    private void expectations() {
        html.add("<h2>Expectations<small>%s</small></h2><div class=card>", result.reason());
        if (result.expectations().isEmpty()) {
            html.raw(
                    "<p class=hint>The scenario expects nothing. An <code>expect:</code> list would be judged here.</p>");
        } else {
            html.raw("<table><tr><th></th><th>expectation</th><th>settled at</th><th>why</th></tr>");
            for (ExpectationResult each : result.expectations()) {
                html.add(
                        "<tr><td class=\"t-%s\"><b>%s</b></td><td>%s</td><td class=\"t mono\">%s</td><td class=w>%s</td></tr>",
                        tone(each.judgement()),
                        sign(each.judgement()),
                        each.text(),
                        SessionText.time(each.atSeconds()),
                        each.explanation());
            }
            html.raw("</table>");
        }
        html.raw("</div>");
    }

    private static String tone(Judgement judgement) {
        return switch (judgement) {
            case HELD -> "ok";
            case FAILED -> "bad";
            case NOT_REACHED -> "quiet";
        };
    }

    private static String sign(Judgement judgement) {
        return switch (judgement) {
            case HELD -> "✓";
            case FAILED -> "✗";
            case NOT_REACHED -> "–";
        };
    }
}
