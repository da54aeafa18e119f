package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.analysis.AnalysisResult;
import io.sigmaprompt.headless.analysis.Anomaly;
import io.sigmaprompt.headless.analysis.Spans;
import io.sigmaprompt.headless.analysis.label.Judgement;
import io.sigmaprompt.headless.analysis.label.LabelReport;
import io.sigmaprompt.headless.report.SessionText;
import java.util.List;
import java.util.Locale;

/** What was found in a recording, for people. */
final class AnalysisText {
    private static final int MOST_GROUPS = 20;
    private static final int MOST_OF_A_GROUP = 3;

    private final Console console;
    private final AnalysisResult result;

    AnalysisText(Console console, AnalysisResult result) {
        this.console = console;
        this.result = result;
    }

    /**
     * Writes all of it.
     *
     * @param map how the table was read; empty where it is none
     * @param given whether somebody gave a map
     */
    void write(String map, boolean given, List<LabelReport> reports) {
        console.line(console.paint(Tone.STRONG, result.name())
                + String.format(
                        Locale.ROOT,
                        "  %d rows, %d signals, %s",
                        result.rows(),
                        result.signals(),
                        Spans.words(result.durationNanos() / 1e9)));
        if (!map.isEmpty() && !given) {
            console.line("  columns as guessed; save them as columns.yaml, mend them and give them with --map:");
            map.lines().forEach(line -> console.line("    " + console.paint(Tone.HINT, line)));
        }
        console.warnings(result.warnings());
        console.line();
        findings();
        reports.forEach(this::labels);
    }

    private void findings() {
        List<List<Anomaly>> groups = result.grouped();
        int most = console.verbose() ? Integer.MAX_VALUE : MOST_GROUPS;
        groups.stream().limit(most).forEach(this::group);
        if (groups.size() > most) {
            console.line(console.paint(
                    Tone.HINT, "  and " + (groups.size() - most) + " more kinds of findings; --verbose tells all"));
        }
        console.line(summary(result));
    }

    /** The last line: how much was found in what. */
    static String summary(AnalysisResult result) {
        String in = result.signals() + (result.signals() == 1 ? " signal" : " signals") + " over "
                + Spans.words(result.durationNanos() / 1e9);
        if (result.anomalies().isEmpty()) {
            return "nothing unusual in " + in;
        }
        long signals =
                result.anomalies().stream().map(Anomaly::signal).distinct().count();
        int count = result.anomalies().size();
        return count + (count == 1 ? " finding" : " findings") + " about " + signals
                + (signals == 1 ? " signal" : " signals") + ", in " + in;
    }

    private void group(List<Anomaly> group) {
        Anomaly first = group.getFirst();
        console.line(console.paint(Tone.WARN, "▲ " + first.about())
                + (group.size() == 1 ? "" : "  " + group.size() + " times")
                + console.paint(
                        Tone.HINT,
                        "  " + first.detector() + (first.parameters().isEmpty() ? "" : ", " + first.parameters())));
        int most = console.verbose() ? Integer.MAX_VALUE : MOST_OF_A_GROUP;
        group.stream().limit(most).forEach(this::one);
        if (group.size() > most) {
            console.line(console.paint(Tone.HINT, "    … and " + (group.size() - most) + " less unusual"));
        }
    }

    private void one(Anomaly each) {
        String range = Spans.clock(each.fromNanos())
                + (each.toNanos() > each.fromNanos() ? " – " + Spans.clock(each.toNanos()) : "");
        String against = (each.value() + " " + each.unit()).isBlank()
                ? ""
                : SessionText.number(each.value()) + " " + each.unit()
                        + (each.threshold() == 0 ? "" : " of " + SessionText.number(each.threshold()));
        console.line(String.format(
                Locale.ROOT,
                "    %-21s  score %s  %s  %s",
                range,
                SessionText.score(each.score()),
                against.strip(),
                each.sentence()));
    }

    private void labels(LabelReport report) {
        console.line();
        console.line(console.paint(Tone.STRONG, "label " + report.label()) + "  " + report.onsets() + " onsets"
                + String.format(
                        Locale.ROOT, "; an alarm within %s of one is right", Spans.words(report.toleranceSeconds())));
        if (!report.note().isEmpty()) {
            console.line("  not judged: " + report.note());
            return;
        }
        console.line(console.paint(
                Tone.HINT,
                String.format(
                        "  %-58s %-20s %s", "thresholds chosen on the first half", "there", "on the second half")));
        for (LabelReport.Method method : report.methods()) {
            console.line(String.format("  %-58s %-20s %s", method.name(), shares(method.first()), told(method)));
        }
    }

    private static String shares(Judgement j) {
        return j.onsets() == 0 ? "" : "P " + fixed(j.precision()) + "  R " + fixed(j.recall());
    }

    private static String told(LabelReport.Method method) {
        Judgement j = method.second();
        String delay = Double.isNaN(j.medianDelay()) || Double.isNaN(method.threshold())
                ? ""
                : String.format(Locale.ROOT, "  median delay %.1f s", j.medianDelay());
        return String.format(
                Locale.ROOT,
                "precision %s (%d of %d alarms)  recall %s (%d of %d onsets)%s",
                fixed(j.precision()),
                j.right(),
                j.alarms(),
                fixed(j.recall()),
                j.found(),
                j.onsets(),
                delay);
    }

    private static String fixed(double share) {
        return SessionText.fixed(share, 2);
    }
}
