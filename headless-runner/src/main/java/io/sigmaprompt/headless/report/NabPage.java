package io.sigmaprompt.headless.report;

import io.sigmaprompt.headless.bench.nab.NabCorpus;
import io.sigmaprompt.headless.bench.nab.NabOutcome;
import io.sigmaprompt.headless.bench.nab.NabProfile;
import io.sigmaprompt.headless.bench.nab.NabRun;
import io.sigmaprompt.headless.bench.nab.NabSeries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The outcome of the Numenta Anomaly Benchmark as one HTML page that needs nothing but itself. */
public final class NabPage {
    private static final int WIDTH = 1100;
    private static final int LEFT = 112;
    private static final int RIGHT = 8;
    private static final int TOP = 6;
    private static final int VALUES = 120;
    private static final int LANE = 20;
    private static final int BOTTOM = 16;
    private static final double DAY = 86_400e9;

    private final NabCorpus corpus;
    private final List<NabRun> runs;
    private final Html html = new Html();

    /**
     * A page.
     *
     * @param runs of the corpus, the one that counts first
     */
    public NabPage(NabCorpus corpus, List<NabRun> runs) {
        this.corpus = corpus;
        this.runs = runs;
    }

    /** The page's text. */
    public String write() {
        html.raw("<!doctype html><html lang=en><head><meta charset=utf-8>");
        html.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">");
        html.raw("<title>Numenta Anomaly Benchmark</title><style>").raw(css());
        html.raw("</style></head><body>");
        html.raw("<header><div class=\"wrap bar0\"><span><span class=sign>Σ</span> <b>SigmaPrompt</b></span>");
        html.raw("<span class=where>bench / nab</span></div></header><main class=wrap>");
        html.add(
                "<div class=intro><h1>Numenta Anomaly Benchmark</h1><p>%d series, each seen row by row with one setting"
                        + " for all. Score 0: nothing detected, 100: everything at once.</p></div>",
                corpus.series().size());
        table();
        html.raw("<h2>Series<small>shaded: windows of anomalies, and grey the rows for learning; below, each detector's"
                + " scores, its detections as marks: in a window green, outside red</small></h2>");
        for (int s = 0; s < corpus.series().size(); s++) {
            series(s);
        }
        html.raw("</main></body></html>\n");
        return html.toString();
    }

    private void table() {
        html.raw("<div class=card><table><tr><th>detector</th>");
        for (NabProfile profile : NabProfile.values()) {
            html.add("<th class=n>%s</th>", profile.label().replace('_', ' '));
        }
        html.raw("<th class=n>others' threshold</th><th class=n>threshold</th><th class=n>found</th>");
        html.raw("<th class=n>missed</th><th class=n>false alarms</th></tr>");
        for (NabRun run : runs) {
            NabOutcome standard = run.standard();
            html.add("<tr><td class=k title=\"%s\">%s</td>", run.parameters(), run.detector());
            for (NabProfile profile : NabProfile.values()) {
                html.add(
                        "<td class=n><b>%s</b></td>",
                        SessionText.fixed(run.outcome(profile).score(), 1));
            }
            html.add(
                    "<td class=n>%s</td><td class=n>%.4f</td><td class=n>%d</td><td class=n>%d</td><td class=n>%d</td></tr>",
                    SessionText.fixed(run.leftOut(), 1),
                    standard.threshold(),
                    standard.found(),
                    standard.missed(),
                    standard.falseAlarms());
        }
        html.raw("</table><p class=hint>Others' threshold: the standard profile where each series is judged by the"
                + " threshold that is best for all the others. Threshold, found, missed and false alarms are the"
                + " standard profile's.</p></div>");
    }

    private void series(int index) {
        NabSeries series = corpus.series().get(index);
        double[] low = new double[WIDTH - LEFT - RIGHT];
        double[] high = new double[low.length];
        envelope(series, series.values(), low, high);
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : series.values()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double room = Math.max(0.05 * (greatest - least), 1e-9 + 1e-3 * Math.abs(greatest));
        least -= room;
        greatest += room;
        int height = TOP + VALUES + LANE * runs.size() + BOTTOM;
        html.add("<div class=card><figure><figcaption><b>%s</b><i>%s</i>", series.path(), verdict(index));
        html.raw("</figcaption>");
        html.add(
                "<svg viewBox=\"0 0 %d %d\" role=img aria-label=\"%s with windows and detections\">",
                WIDTH, height, series.path());
        shade(series, 0, Math.max(0, series.probation() - 1), "f-quiet nab-learning", "rows for learning");
        for (NabSeries.Window window : series.windows()) {
            shade(
                    series,
                    window.first(),
                    window.last(),
                    "f-accent nab-window",
                    series.stamps().get(window.first()) + " to "
                            + series.stamps().get(window.last()));
        }
        axes(series, least, greatest, height);
        html.add("<path class=\"line s-fg\" d=\"%s\"/>", path(low, high, least, greatest));
        for (int r = 0; r < runs.size(); r++) {
            lane(runs.get(r), index, TOP + VALUES + LANE * r);
        }
        html.raw("</svg></figure></div>");
    }

    private String verdict(int index) {
        StringBuilder words = new StringBuilder();
        for (NabRun run : runs) {
            NabOutcome.OfSeries one = run.standard().series().get(index);
            words.append(words.isEmpty() ? "" : "; ")
                    .append(String.format(
                            Locale.ROOT,
                            "%s %+.2f: found %d, missed %d, %d false",
                            run.detector(),
                            one.raw(),
                            one.found(),
                            one.missed(),
                            one.falseAlarms()));
        }
        return words.toString();
    }

    private void shade(NabSeries series, int first, int last, String tone, String label) {
        double from = x(series, first);
        html.add(
                "<rect class=\"shade %s\" x=%.1f y=%d width=%.1f height=%d><title>%s</title></rect>",
                tone, from, TOP, Math.max(1, x(series, last) - from), VALUES + LANE * runs.size(), label);
    }

    private void axes(NabSeries series, double least, double greatest, int height) {
        for (double tick : Ticks.linear(least, greatest, 3)) {
            double y = y(tick, least, greatest);
            html.add("<line class=grid x1=%d x2=%d y1=%.1f y2=%.1f />", LEFT, WIDTH - RIGHT, y, y);
            html.add(
                    "<text class=\"tick end\" x=%d y=%.1f>%s</text>",
                    LEFT - 6, y + 3.5, SessionText.number(Math.abs(tick) < 1e-12 ? 0 : tick));
        }
        double days = (series.nanos()[series.size() - 1] - series.nanos()[0]) / DAY;
        if (days > 0) {
            for (double tick : Ticks.linear(0, days, 10)) {
                double x = LEFT + tick / days * (WIDTH - LEFT - RIGHT);
                html.add("<text class=\"tick mid\" x=%.1f y=%d>%s d</text>", x, height - 3, SessionText.number(tick));
            }
        }
    }

    private void lane(NabRun run, int index, int top) {
        NabSeries series = corpus.series().get(index);
        double[] low = new double[WIDTH - LEFT - RIGHT];
        double[] high = new double[low.length];
        envelope(series, run.scores().get(index), low, high);
        int floor = top + LANE - 2;
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < high.length; i++) {
            if (high[i] > 0) {
                bars.append(String.format(Locale.ROOT, "M%d %dV%.1f", LEFT + i, floor, floor - high[i] * (LANE - 4)));
            }
        }
        html.add("<line class=grid x1=%d x2=%d y1=%d y2=%d />", LEFT, WIDTH - RIGHT, floor, floor);
        html.add("<text class=\"tick end\" x=%d y=%d>%s</text>", LEFT - 6, floor - 3, run.detector());
        html.add("<path class=\"line s-simulated\" d=\"%s\"><title>%s</title></path>", bars.toString(), run.detector());
        for (int row : run.standard().series().get(index).detections()) {
            boolean right = series.labelled(row);
            html.add(
                    "<circle class=f-%s cx=%.1f cy=%.1f r=3.5><title>%s</title></circle>",
                    right ? "ok" : "bad",
                    x(series, row),
                    floor - run.scores().get(index)[row] * (LANE - 4),
                    run.detector() + ", " + series.stamps().get(row) + ", "
                            + SessionText.fixed(run.scores().get(index)[row], 3));
        }
    }

    /** By time, so that gaps show. */
    private static double x(NabSeries series, int row) {
        return LEFT + share(series, row) * (WIDTH - LEFT - RIGHT);
    }

    private static double share(NabSeries series, int row) {
        long start = series.nanos()[0];
        long span = series.nanos()[series.size() - 1] - start;
        return span <= 0 ? 0 : Math.clamp((series.nanos()[row] - start) / (double) span, 0, 1);
    }

    private static double y(double value, double least, double greatest) {
        return TOP + VALUES - (value - least) / (greatest - least) * VALUES;
    }

    /** Least and greatest value of each column of the picture; NaN where it has none. */
    private static void envelope(NabSeries series, double[] values, double[] low, double[] high) {
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        for (int row = 0; row < values.length; row++) {
            int i = Math.min(low.length - 1, (int) (share(series, row) * low.length));
            low[i] = Double.isNaN(low[i]) ? values[row] : Math.min(low[i], values[row]);
            high[i] = Double.isNaN(high[i]) ? values[row] : Math.max(high[i], values[row]);
        }
    }

    private static String path(double[] low, double[] high, double least, double greatest) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < low.length; i++) {
            if (!Double.isNaN(low[i])) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(String.format(Locale.ROOT, "%d %.1f", LEFT + i, y(low[i], least, greatest)));
                if (high[i] > low[i]) {
                    path.append(String.format(Locale.ROOT, "V%.1f", y(high[i], least, greatest)));
                }
            }
        }
        return path.toString();
    }

    private static String css() {
        try (InputStream in = NabPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    + ".shade.nab-window { opacity: .28; } .shade.nab-learning { opacity: .6; stroke: none; }";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
