package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.twin.maintenance.advice.Aspect;
import io.sigmaprompt.twin.maintenance.advice.Hours;
import io.sigmaprompt.twin.maintenance.advice.IndicatorCourse;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceAdvice.Urgency;
import io.sigmaprompt.twin.maintenance.advice.MaintenanceOutlook;
import io.sigmaprompt.twin.maintenance.trend.LifeForecast;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What many runs tell of a robot's wear, for people. */
final class MaintenanceText {
    /** A forecast so many times beyond what was seen is none. */
    private static final double SIGHT = 20;

    private final Console console;
    private final MaintenanceOutlook outlook;

    MaintenanceText(Console console, MaintenanceOutlook outlook) {
        this.console = console;
        this.outlook = outlook;
    }

    void write() {
        int sessions = outlook.sessions().size();
        console.line(console.paint(Tone.STRONG, outlook.robot()) + "  " + sessions
                + (sessions == 1 ? " session, " : " sessions, ") + Hours.words(outlook.hours()) + " of operation");
        table();
        unknown();
        console.line();
        if (outlook.advice().isEmpty()) {
            console.line(console.paint(Tone.OK, "✓ no joint asks for maintenance"));
        }
        outlook.advice().forEach(this::advice);
        console.line();
    }

    private void table() {
        console.line(console.paint(
                Tone.HINT,
                String.format(
                        "  %-22s %-32s %10s %10s %10s %-10s %5s  %s",
                        "joint", "indicator", "healthy", "now", "limit", "unit", "worn", "left until the limit")));
        for (IndicatorCourse each : outlook.courses()) {
            if (!each.readings().isEmpty()) {
                console.line(String.format(
                        "  %-22s %-32s %10s %10s %10s %-10s %5s  %s",
                        each.joint(),
                        each.aspect().words(),
                        each.aspect() == Aspect.DAMAGE || each.aspect() == Aspect.TRAVEL
                                ? "–"
                                : SessionText.number(each.healthy()),
                        SessionText.number(each.now()),
                        SessionText.number(each.limit()),
                        each.unit().equals("1") ? "" : each.unit(),
                        Double.isNaN(each.worn()) ? "–" : SessionText.fixed(100 * each.worn(), 0) + " %",
                        left(each)));
            }
        }
    }

    /** What is left in words. */
    private String left(IndicatorCourse course) {
        LifeForecast left = course.left();
        if (left == null) {
            return Double.isNaN(course.limit()) ? "no limit" : "too few sessions to tell";
        }
        if (left.median() == 0) {
            return "none";
        }
        if (left.low() > SIGHT * outlook.hours()) {
            return "no end in sight";
        }
        return left.median() > SIGHT * outlook.hours()
                ? "more than " + Hours.words(left.low())
                : Hours.words(left.median()) + ", " + SessionText.fixed(100 * left.coverage(), 0) + " % "
                        + Hours.words(left.low()) + " to " + Hours.words(left.high());
    }

    /** What could not be told, once for each reason. */
    private void unknown() {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        for (IndicatorCourse each : outlook.courses()) {
            if (each.readings().isEmpty()) {
                missing.computeIfAbsent(each.aspect().words() + ": " + each.note(), reason -> new LinkedHashSet<>())
                        .add(each.joint());
            }
        }
        long joints = outlook.courses().stream()
                .map(IndicatorCourse::joint)
                .distinct()
                .count();
        missing.forEach((reason, where) -> console.line(console.paint(
                Tone.HINT,
                "  no evidence of " + reason + (where.size() == joints ? "" : " (" + String.join(", ", where) + ")"))));
    }

    private void advice(MaintenanceAdvice advice) {
        boolean now = advice.urgency() == Urgency.NOW;
        Tone tone = now ? Tone.BAD : Tone.WARN;
        console.line(console.paint(tone, (now ? "✗ " : "▲ ") + advice.joint()) + "  "
                + console.paint(Tone.STRONG, advice.what()));
        lines("by", advice.when());
        lines("why", advice.why());
        lines("evidence", advice.evidence());
    }

    private void lines(String word, String text) {
        console.line(String.format("    %-9s %s", word, text));
    }
}
