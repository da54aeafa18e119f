package io.sigmaprompt.headless.report;

import io.sigmaprompt.headless.bench.cmapss.CmapssOutcome;
import io.sigmaprompt.headless.bench.cmapss.Figures;
import io.sigmaprompt.headless.bench.cmapss.Prediction;
import io.sigmaprompt.twin.maintenance.learning.SensorSelection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a bench of remaining life found, as one HTML page that needs nothing but itself. */
public final class RemainingLifePage {
    private final CmapssOutcome outcome;
    private final Html html = new Html();

    public RemainingLifePage(CmapssOutcome outcome) {
        this.outcome = outcome;
    }

    /** The page's text. */
    public String write() {
        Figures all = outcome.all();
        html.raw("<!doctype html><html lang=en><head><meta charset=utf-8>");
        html.raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">");
        html.add("<title>Remaining life: %s</title><style>", outcome.table());
        html.raw(style()).raw("</style></head><body>");
        html.raw("<header><div class=\"wrap bar0\"><span><span class=sign>Σ</span> <b>SigmaPrompt</b></span>");
        html.add("<span class=where>remaining life / %s</span></div></header>", outcome.table());
        html.add(
                "<main class=wrap><div class=intro><h1>Remaining life</h1><p>%s</p></div><div class=numbers>",
                outcome.folds() > 1
                        ? "Each engine told by what engines of other folds teach, " + outcome.folds() + " folds."
                        : "Each engine of the test table told after its last row.");
        number(all.rmse(), "RMSE, cycles");
        number(all.meanScore(), "PHM 2008 score a cut");
        number(all.sumScore(), "PHM 2008 score, sum");
        number(
                100 * all.coverage(),
                String.format(
                        Locale.ROOT,
                        "%% of lives in their %.0f %% interval",
                        100 * outcome.settings().coverage()));
        number(all.width(), "mean width of an interval, cycles");
        html.raw("</div>");
        scatter();
        paths();
        table();
        sensors();
        html.raw("</main></body></html>\n");
        return html.toString();
    }

    private void number(double value, String label) {
        html.add("<div class=number><b>%.4g</b><span>%s</span></div>", value, label);
    }

    private void scatter() {
        int cap = outcome.settings().cap();
        html.raw("<h2>Told and true<small>warm: outside of the interval</small></h2><div class=card>");
        CyclePlot plot = new CyclePlot(html, 720, 420, cap, cap).open("told over true", "true cycles left", "cycles");
        plot.line(new double[] {0, cap}, new double[] {0, cap}, "quiet");
        for (Prediction each : outcome.predictions()) {
            boolean held = each.truth() >= each.told().low()
                    && each.truth() <= each.told().high();
            plot.point(
                    each.truth(),
                    each.told().cycles(),
                    held ? "accent" : "live",
                    String.format(
                            Locale.ROOT,
                            "%s, cycle %d: told %.0f (%.0f to %.0f), true %.0f",
                            each.engine(),
                            each.cycle(),
                            each.told().cycles(),
                            each.told().low(),
                            each.told().high(),
                            each.truth()));
        }
        plot.close();
        html.raw("</div>");
    }

    private void paths() {
        html.raw("<h2>Along some lives<small>told after each cycle, with its interval; grey: true</small></h2>");
        html.raw("<div class=card><div class=plots>");
        outcome.paths().forEach((engine, path) -> {
            double[] cycle = of(path, Prediction::cycle);
            CyclePlot plot = new CyclePlot(
                            html,
                            540,
                            190,
                            path.getLast().cycle(),
                            outcome.settings().cap())
                    .open(engine, "cycle", "cycles left");
            plot.band(
                    cycle,
                    of(path, each -> each.told().low()),
                    of(path, each -> each.told().high()),
                    "accent");
            plot.line(cycle, of(path, Prediction::truth), "quiet");
            plot.line(cycle, of(path, each -> each.told().cycles()), "accent");
            plot.close();
        });
        html.raw("</div></div>");
    }

    private static double[] of(List<Prediction> path, ToDoubleFunction<Prediction> what) {
        return path.stream().mapToDouble(what).toArray();
    }

    private void table() {
        html.raw("<h2>Figures</h2><div class=card><table><tr><th></th><th class=n>cuts</th><th class=n>RMSE</th>");
        html.raw("<th class=n>bias</th><th class=n>score a cut</th><th class=n>score</th>");
        html.raw("<th class=n>coverage</th><th class=n>width</th></tr>");
        for (int f = 0; outcome.folds() > 1 && f < outcome.folds(); f++) {
            row("fold " + (f + 1), outcome.fold(f));
        }
        row("all", outcome.all());
        row("fewer than " + outcome.settings().cap() + " left", outcome.belowCap());
        html.add(
                "</table><p class=hint>Remaining life capped at %d cycles. Score: exp(-d/13) - 1 for what is told d cycles"
                        + " too early, exp(d/10) - 1 for too late (Saxena et al., PHM 2008).</p></div>",
                outcome.settings().cap());
    }

    private void row(String name, Figures figures) {
        if (figures.count() > 0) {
            html.add(
                    "<tr><td class=k>%s</td><td class=n>%d</td><td class=n>%.2f</td><td class=n>%+.2f</td>"
                            + "<td class=n>%.3f</td><td class=n>%.1f</td><td class=n>%.1f %%</td><td class=n>%.1f</td></tr>",
                    name,
                    figures.count(),
                    figures.rmse(),
                    figures.bias(),
                    figures.meanScore(),
                    figures.sumScore(),
                    100 * figures.coverage(),
                    figures.width());
        }
    }

    private void sensors() {
        html.raw("<h2>Sensors<small>as the first member learnt from all engines ranks them</small></h2>");
        html.raw(
                "<div class=card><table><tr><th>sensor</th><th class=n>monotonicity</th><th class=n>trendability</th>");
        html.raw("<th class=n>prognosability</th><th>learnt from</th></tr>");
        int[] chosen = outcome.model().sensors();
        for (SensorSelection each : outcome.model().ranking()) {
            html.add(
                    "<tr><td>%d</td><td class=n>%.2f</td><td class=n>%.2f</td><td class=n>%.2f</td><td>%s</td></tr>",
                    each.sensor() + 1,
                    each.monotonicity(),
                    each.trendability(),
                    each.prognosability(),
                    Arrays.stream(chosen).anyMatch(sensor -> sensor == each.sensor()) ? "yes" : "no");
        }
        html.raw("</table></div>");
    }

    private static String style() {
        try (InputStream in = RemainingLifePage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
