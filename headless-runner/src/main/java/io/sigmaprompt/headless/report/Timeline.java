package io.sigmaprompt.headless.report;

import java.util.ArrayList;
import java.util.List;

/** The lanes of a twin over session time, as SVG. */
final class Timeline {
    private static final int WIDTH = 1120;
    private static final int LEFT = 96;
    private static final int RIGHT = 8;
    private static final int BAR = 18;
    private static final int GAP = 4;
    private static final int MOST_ROWS = 5;
    private static final double LEAST_WIDTH = 4;
    private static final double LETTER = 6.6;

    private final double endSeconds;

    Timeline(long endNanos) {
        this.endSeconds = Math.max(endNanos / 1e9, 1e-3);
    }

    void write(Html html, RobotHistory robot) {
        write(
                html,
                List.of(
                        robot.modes,
                        robot.findings,
                        robot.decisions,
                        robot.alarms,
                        robot.faults,
                        robot.causes,
                        robot.gate,
                        robot.commands));
    }

    /** Any lanes over the session's time. */
    void write(Html html, List<Lane> lanes) {
        List<List<List<Lane.Span>>> packed = new ArrayList<>();
        int height = 6;
        for (Lane lane : lanes) {
            List<List<Lane.Span>> rows = rows(lane.spans((long) (endSeconds * 1e9)));
            packed.add(rows);
            height += Math.max(1, rows.size()) * (BAR + GAP) + GAP;
        }
        html.add(
                "<figure class=\"timeline chart\" data-end=\"%.6f\"><svg viewBox=\"0 0 %d %d\" role=img aria-label=\"timeline\">",
                endSeconds, WIDTH, height + 20);
        for (double tick : Ticks.seconds(endSeconds, 12)) {
            html.add("<line class=grid x1=%.1f x2=%.1f y1=2 y2=%d />", x(tick), x(tick), height);
            html.add(
                    "<text class=\"tick mid\" x=%.1f y=%d>%s s</text>", x(tick), height + 14, SessionText.number(tick));
        }
        int y = 6;
        for (int i = 0; i < lanes.size(); i++) {
            y = lane(html, lanes.get(i), packed.get(i), y);
        }
        html.add("<line class=cursor y1=2 y2=%d x1=0 x2=0 />", height);
        html.raw("</svg></figure>");
    }

    private int lane(Html html, Lane lane, List<List<Lane.Span>> rows, int top) {
        html.add("<text class=lane x=0 y=%d>%s</text>", top + 13, lane.name());
        int y = top;
        for (int row = 0; row < Math.max(1, rows.size()); row++) {
            html.add("<rect class=track x=%d y=%d width=%d height=%d rx=4 />", LEFT, y, WIDTH - LEFT - RIGHT, BAR);
            if (row < rows.size()) {
                for (Lane.Span span : rows.get(row)) {
                    bar(html, span, y);
                }
            }
            y += BAR + GAP;
        }
        return y + GAP;
    }

    private void bar(Html html, Lane.Span span, int y) {
        double from = x(span.fromNanos() / 1e9);
        double width = Math.max(LEAST_WIDTH, x(Math.min(span.toNanos() / 1e9, endSeconds)) - from - 1);
        html.add(
                "<g><title>%s – %s %s. %s</title>",
                SessionText.time(span.fromNanos()), SessionText.time(span.toNanos()), span.label(), span.detail());
        html.add("<rect class=\"bar f-%s\" x=%.1f y=%d width=%.1f height=%d rx=4 />", span.tone(), from, y, width, BAR);
        int letters = (int) ((width - 10) / LETTER);
        if (letters >= 3) {
            String label = span.label().length() <= letters
                    ? span.label()
                    : span.label().substring(0, letters - 1) + "…";
            html.add("<text class=\"label l-%s\" x=%.1f y=%d>%s</text>", span.tone(), from + 6, y + 13, label);
        }
        html.raw("</g>");
    }

    /** Spans put into rows so that none hides another; what fits in no row goes to the last. */
    private static List<List<Lane.Span>> rows(List<Lane.Span> spans) {
        List<List<Lane.Span>> rows = new ArrayList<>();
        for (Lane.Span span : spans) {
            List<Lane.Span> free = null;
            for (List<Lane.Span> row : rows) {
                if (row.getLast().toNanos() <= span.fromNanos()) {
                    free = row;
                    break;
                }
            }
            if (free == null && rows.size() < MOST_ROWS) {
                free = new ArrayList<>();
                rows.add(free);
            }
            (free == null ? rows.getLast() : free).add(span);
        }
        return rows;
    }

    private double x(double seconds) {
        return LEFT + seconds / endSeconds * (WIDTH - LEFT - RIGHT);
    }
}
