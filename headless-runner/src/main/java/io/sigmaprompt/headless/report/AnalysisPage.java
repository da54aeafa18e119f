package io.sigmaprompt.headless.report;

import io.sigmaprompt.headless.analysis.AnalysisResult;
import io.sigmaprompt.headless.analysis.Anomaly;
import io.sigmaprompt.headless.analysis.Spans;
import io.sigmaprompt.headless.analysis.label.Judgement;
import io.sigmaprompt.headless.analysis.label.LabelReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found in a recording, as one HTML page that needs nothing but itself. */
public final class AnalysisPage {
    private static final int MOST_SIGNALS = 40;
    private static final int MOST_ROWS = 12;
    private static final long LEAST_CLOSE_NANOS = 1_000_000_000L;
    /** A close look shows so many times what was found, before and behind. */
    private static final long MARGIN = 10;

    private final AnalysisResult result;
    private final List<LabelReport> reports;
    private final SignalPictures pictures;
    private final Html html = new Html();

    public AnalysisPage(AnalysisResult result, List<LabelReport> reports, SignalPictures pictures) {
        this.result = result;
        this.reports = reports;
        this.pictures = pictures;
    }

    /** The page's text. */
    public String write() {
        html.raw("<!doctype html><html lang=en><head><meta charset=utf-8>");
        html.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">");
        html.add("<title>Analysis: %s</title><style>", result.name());
        html.raw(Resource.text("report.css")).raw("</style></head><body>");
        html.raw("<header><div class=\"wrap bar0\"><span><span class=sign>Σ</span> <b>SigmaPrompt</b></span>");
        html.add("<span class=where>analysis / %s</span></div></header>", result.name());
        html.add(
                "<main class=wrap><div class=intro><h1>%s</h1><p>Each row was judged by the rows before it only."
                        + " A score is the share of usual samples that are less unusual.</p></div>",
                result.anomalies().isEmpty() ? "Nothing unusual" : "What is unusual in this recording");
        numbers();
        warnings();
        Map<String, List<Anomaly>> bySignal = bySignal();
        if (bySignal.isEmpty()) {
            html.add(
                    "<div class=card><p>Nothing unusual in %d signals over %s.</p></div>",
                    result.signals(), Spans.words(result.durationNanos() / 1e9));
        }
        bySignal.entrySet().stream().limit(MOST_SIGNALS).forEach(each -> signal(each.getKey(), each.getValue()));
        if (bySignal.size() > MOST_SIGNALS) {
            html.add(
                    "<p class=hint>%d more signals have findings; the JSON of the command holds them.</p>",
                    bySignal.size() - MOST_SIGNALS);
        }
        reports.forEach(this::label);
        html.raw("</main><div id=moment class=mono></div><script>");
        html.raw(Resource.text("report.js")).raw("</script></body></html>\n");
        return html.toString();
    }

    private void numbers() {
        html.raw("<div class=numbers>");
        number(String.valueOf(result.anomalies().size()), "findings");
        number(String.valueOf(result.signals()), "signals looked at");
        number(String.valueOf(result.rows()), "rows");
        number(Spans.words(result.durationNanos() / 1e9), "of recording");
        if (result.rejected() > 0) {
            number(String.valueOf(result.rejected()), "rows left out");
        }
        html.raw("</div>");
    }

    private void number(String figure, String label) {
        html.add("<div class=number><b>%s</b><span>%s</span></div>", figure, label);
    }

    private void warnings() {
        if (!result.warnings().isEmpty()) {
            html.raw("<div class=card><ul>");
            result.warnings().forEach(each -> html.add("<li class=t-warn>▲ %s</li>", each));
            html.raw("</ul></div>");
        }
    }

    /** Findings of each signal, the most unusual signal first. */
    private Map<String, List<Anomaly>> bySignal() {
        Map<String, List<Anomaly>> bySignal = new LinkedHashMap<>();
        for (List<Anomaly> group : result.grouped()) {
            bySignal.computeIfAbsent(group.getFirst().signal(), signal -> new ArrayList<>())
                    .addAll(group);
        }
        return bySignal;
    }

    private void signal(String signal, List<Anomaly> found) {
        html.add(
                "<div class=\"card joint\"><h3>%s<span>%d %s</span></h3>",
                signal, found.size(), found.size() == 1 ? "finding" : "findings");
        html.raw("<div class=plots>");
        List<Lane.Span> spans = new ArrayList<>();
        found.forEach(each -> spans.add(span(each, 0)));
        SignalHistory course = pictures.course(signal);
        if (course != null) {
            boolean score = pictures.unit(signal).equals("digits");
            new Chart(
                            score ? "nines of the score" : "whole recording",
                            score ? "" : pictures.unit(signal),
                            result.durationNanos())
                    .line(score ? "score" : signal, "accent", course)
                    .shade(spans)
                    .write(html);
        }
        closely(signal, found.getFirst());
        html.raw("</div>");
        table(found);
        html.raw("</div>");
    }

    /** The most unusual finding from near, with the signal or, where it is about several, those that stand out. */
    private void closely(String signal, Anomaly worst) {
        long length = Math.max(LEAST_CLOSE_NANOS, worst.toNanos() - worst.fromNanos());
        long from = Math.max(0, worst.fromNanos() - MARGIN * length);
        long to = Math.min(result.durationNanos(), worst.toNanos() + MARGIN * length);
        boolean one = pictures.close(signal, from, to) != null;
        List<String> shown = one ? List.of(signal) : pictures.loudest(worst.fromNanos(), worst.toNanos(), 3);
        for (String each : shown) {
            SignalHistory close = pictures.close(each, from, to);
            if (close != null) {
                new Chart(
                                (one ? "" : each + ", ") + "seconds since " + Spans.clock(from),
                                pictures.unit(each),
                                to - from)
                        .alone()
                        .line(each, "fg", close)
                        .shade(List.of(span(worst, from)))
                        .write(html);
            }
        }
    }

    private static Lane.Span span(Anomaly each, long origin) {
        String tone = each.score() > 1 - 1e-6 ? "live" : "warn";
        return new Lane.Span(
                each.fromNanos() - origin, each.toNanos() - origin, each.kind().words(), tone, each.sentence());
    }

    private void table(List<Anomaly> found) {
        html.raw("<table><tr><th>from – to</th><th>kind</th><th class=n>score</th><th class=n>seen</th>");
        html.raw("<th class=n>limit</th><th>detector</th><th>in words</th></tr>");
        found.stream()
                .sorted(Comparator.comparingDouble(Anomaly::score).reversed())
                .limit(MOST_ROWS)
                .forEach(each -> html.add(
                        "<tr><td class=\"t mono\">%s – %s</td><td class=k>%s</td><td class=n>%s</td><td class=n>%s %s</td>"
                                + "<td class=n>%s</td><td class=t>%s<br><small>%s</small></td><td class=w>%s</td></tr>",
                        Spans.clock(each.fromNanos()),
                        Spans.clock(each.toNanos()),
                        each.kind().words(),
                        SessionText.score(each.score()),
                        SessionText.number(each.value()),
                        each.unit(),
                        SessionText.number(each.threshold()),
                        each.detector(),
                        each.parameters(),
                        each.sentence()));
        html.raw("</table>");
        if (found.size() > MOST_ROWS) {
            html.add("<p class=hint>%d less unusual ones are shaded above.</p>", found.size() - MOST_ROWS);
        }
    }

    private void label(LabelReport report) {
        html.add(
                "<h2>Label %s<small>%d onsets; an alarm within %s of one is right</small></h2><div class=card>",
                report.label(), report.onsets(), Spans.words(report.toleranceSeconds()));
        if (!report.note().isEmpty()) {
            html.add("<p class=hint>Not judged: %s.</p></div>", report.note());
            return;
        }
        html.raw(
                "<table><tr><th>way to raise alarms</th><th class=n>first half: precision</th><th class=n>recall</th>");
        html.raw("<th class=n>second half: alarms</th><th class=n>precision</th><th class=n>recall</th>");
        html.raw("<th class=n>median delay</th></tr>");
        for (LabelReport.Method method : report.methods()) {
            Judgement first = method.first();
            Judgement second = method.second();
            html.add(
                    "<tr><td>%s</td><td class=n>%s</td><td class=n>%s</td><td class=n>%d</td><td class=n>%s</td>"
                            + "<td class=n>%s</td><td class=n>%s</td></tr>",
                    method.name(),
                    SessionText.fixed(first.precision(), 2),
                    SessionText.fixed(first.recall(), 2),
                    second.alarms(),
                    SessionText.fixed(second.precision(), 2),
                    SessionText.fixed(second.recall(), 2),
                    Double.isNaN(method.threshold()) || Double.isNaN(second.medianDelay())
                            ? "–"
                            : String.format(Locale.ROOT, "%.1f s", second.medianDelay()));
        }
        html.raw("</table><p class=hint>Thresholds, weights and the best detector were chosen on the first half of the"
                + " rows; the second half was only judged.</p></div>");
    }
}
