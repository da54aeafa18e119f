package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.maintenance.advice.IndicatorCourse;
import io.sigmaprompt.twin.maintenance.advice.Reading;
import io.sigmaprompt.twin.maintenance.trend.LifeForecast;
import java.util.List;

/** One indicator over hours of operation: readings with their deviations, limit, and when it is reached. */
final class CoursePlot {
    private static final int WIDTH = 540;
    private static final int HEIGHT = 150;
    private static final int LEFT = 52;
    private static final int RIGHT = 8;
    private static final int TOP = 8;
    private static final int BOTTOM = 18;

    /** A forecast is drawn no further than so many times what was seen. */
    private static final double REACH = 2.5;

    private final IndicatorCourse course;
    private double low;
    private double high;
    private double end;

    CoursePlot(IndicatorCourse course) {
        this.course = course;
        List<Reading> readings = course.readings();
        low = readings.stream()
                .mapToDouble(each -> each.value() - each.deviation())
                .min()
                .orElse(0);
        high = readings.stream()
                .mapToDouble(each -> each.value() + each.deviation())
                .max()
                .orElse(1);
        if (!Double.isNaN(course.limit())) {
            low = Math.min(low, course.limit());
            high = Math.max(high, course.limit());
        }
        double room = Math.max(0.06 * (high - low), 1e-9 + 1e-3 * Math.abs(high));
        low -= room;
        high += room;
        double seen = readings.getLast().use();
        LifeForecast left = course.left();
        end = left == null ? seen : Math.min(seen + Math.min(left.high(), REACH * seen), REACH * seen);
        end = Math.max(end, seen);
    }

    void write(Html html) {
        html.add(
                "<figure class=close><figcaption><b>%s</b><i>%s</i></figcaption>",
                course.joint() + ": " + course.aspect().words(), course.unit().equals("1") ? "" : course.unit());
        html.add(
                "<svg viewBox=\"0 0 %d %d\" role=img aria-label=\"%s over hours of operation\">",
                WIDTH, HEIGHT, course.aspect().words());
        forecast(html);
        axes(html);
        for (Reading each : course.readings()) {
            html.add(
                    "<line class=\"line s-accent\" x1=%.1f x2=%.1f y1=%.1f y2=%.1f />",
                    x(each.use()),
                    x(each.use()),
                    y(each.value() - each.deviation()),
                    y(each.value() + each.deviation()));
            html.add(
                    "<circle fill=\"var(--accent)\" cx=%.1f cy=%.1f r=2.5><title>%s</title></circle>",
                    x(each.use()), y(each.value()), SessionText.number(each.value()) + " " + course.unit());
        }
        html.raw("</svg></figure>");
    }

    private void forecast(Html html) {
        LifeForecast left = course.left();
        if (left == null || !Double.isFinite(left.low()) || left.median() == 0) {
            return;
        }
        double now = course.readings().getLast().use();
        double from = x(Math.min(now + left.low(), end));
        double to = x(Math.min(now + left.high(), end));
        html.add(
                "<rect class=\"shade f-warn\" x=%.1f y=%d width=%.1f height=%d><title>%s</title></rect>",
                from,
                TOP,
                Math.max(1, to - from),
                HEIGHT - TOP - BOTTOM,
                "the limit is reached here with " + SessionText.fixed(100 * left.coverage(), 0) + " %");
        if (now + left.median() <= end) {
            html.add(
                    "<line stroke=\"var(--warn)\" stroke-dasharray=\"4 3\" x1=%.1f y1=%.1f x2=%.1f y2=%.1f />",
                    x(now), y(course.now()), x(now + left.median()), y(course.limit()));
        }
    }

    private void axes(Html html) {
        for (double tick : Ticks.linear(low, high, 3)) {
            html.add("<line class=grid x1=%d x2=%d y1=%.1f y2=%.1f />", LEFT, WIDTH - RIGHT, y(tick), y(tick));
            html.add(
                    "<text class=\"tick end\" x=%d y=%.1f>%s</text>",
                    LEFT - 6, y(tick) + 3.5, SessionText.number(Math.abs(tick) < 1e-12 ? 0 : tick));
        }
        for (double tick : Ticks.linear(0, end, 6)) {
            html.add(
                    "<text class=\"tick mid\" x=%.1f y=%d>%s</text>",
                    x(tick), HEIGHT - 4, SessionText.number(tick) + " h");
        }
        if (!Double.isNaN(course.limit())) {
            double y = y(course.limit());
            html.add("<line class=limit x1=%d x2=%d y1=%.1f y2=%.1f />", LEFT, WIDTH - RIGHT, y, y);
            html.add("<text class=\"tick\" x=%d y=%.1f>limit</text>", LEFT + 4, y + 11);
        }
    }

    private double x(double hours) {
        return LEFT + hours / end * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }
}
