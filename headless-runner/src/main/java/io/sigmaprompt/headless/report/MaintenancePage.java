package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.maintenance.advice.Hours;
import io.sigmaprompt.twin.maintenance.advice.IndicatorCourse;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice.Urgency;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceOutlook;
import java.util.Comparator;
import java.util.List;

/** What many runs tell of wear, as one HTML page that needs nothing but itself. */
public final class MaintenancePage {
    private final List<MaintenanceOutlook> outlooks;
    private final Html html = new Html();

    public MaintenancePage(List<MaintenanceOutlook> outlooks) {
        this.outlooks = outlooks;
    }

    /** The page's text. */
    public String write() {
        html.raw("<!doctype html><html lang=en><head><meta charset=utf-8>");
        html.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">");
        html.raw("<title>Maintenance</title><style>");
        html.raw(Resource.text("report.css")).raw("</style></head><body>");
        html.raw("<header><div class=\"wrap bar0\"><span><span class=sign>Σ</span> <b>SigmaPrompt</b></span>");
        html.raw("<span class=where>maintenance</span></div></header><main class=wrap>");
        outlooks.forEach(this::robot);
        html.raw("</main></body></html>\n");
        return html.toString();
    }

    private void robot(MaintenanceOutlook outlook) {
        html.add(
                "<div class=intro><h1>%s</h1><p>%s</p></div>",
                outlook.robot(),
                outlook.sessions().size() + " sessions, " + Hours.words(outlook.hours())
                        + " of operation; the first ones are taken for healthy");
        html.raw("<h2>Advice</h2><div class=card>");
        if (outlook.advice().isEmpty()) {
            html.raw("<p class=hint>No joint asks for maintenance.</p>");
        } else {
            html.raw(
                    "<table><tr><th>joint</th><th>what to do, and by when</th><th>why, and on what evidence</th></tr>");
            outlook.advice().forEach(this::advice);
            html.raw("</table>");
        }
        html.raw("</div><h2>Indicators<small>readings with one standard deviation, the limit, and shaded when it is "
                + "reached with 80 %</small></h2><div class=two>");
        outlook.courses().stream()
                .filter(each -> each.readings().size() > 1)
                .sorted(Comparator.comparingDouble(MaintenancePage::concern).reversed())
                .forEach(each -> {
                    html.raw("<div class=card>");
                    new CoursePlot(each).write(html);
                    html.raw("</div>");
                });
        html.raw("</div>");
        missing(outlook);
    }

    /** The most worn come first. */
    private static double concern(IndicatorCourse course) {
        return Double.isNaN(course.worn()) ? -1 : course.worn();
    }

    private void advice(MaintenanceAdvice advice) {
        html.add(
                "<tr><td class=\"k t-%s\"><b>%s</b></td><td class=w><b>%s</b><br>%s</td><td class=w>%s<br><small>%s</small></td></tr>",
                advice.urgency() == Urgency.NOW ? "bad" : "warn",
                advice.joint(),
                advice.what(),
                advice.when(),
                advice.why(),
                advice.evidence());
    }

    private void missing(MaintenanceOutlook outlook) {
        html.raw("<h2>No evidence</h2><div class=card><table><tr><th>joint</th><th>indicator</th><th>why</th></tr>");
        for (IndicatorCourse each : outlook.courses()) {
            if (each.readings().isEmpty()) {
                html.add(
                        "<tr><td class=k>%s</td><td>%s</td><td class=w>%s</td></tr>",
                        each.joint(), each.aspect().words(), each.note());
            }
        }
        html.raw("</table></div>");
    }
}
