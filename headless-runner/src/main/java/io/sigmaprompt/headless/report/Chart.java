package io.sigmaprompt.headless.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One plot over session time, as SVG; the page's script adds a cursor to it. */
final class Chart {
    private static final int WIDTH = 540;
    private static final int HEIGHT = 132;
    private static final int LEFT = 46;
    private static final int RIGHT = 8;
    private static final int TOP = 8;
    private static final int BOTTOM = 18;
    private static final int LONGEST_BRIDGE = 3;

    private record Line(String label, String tone, SignalHistory signal) {}

    private record Mark(double value, String label) {}

    private final String title;
    private final String unit;
    private final double endSeconds;
    private final List<Line> lines = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Lane.Span> shades = new ArrayList<>();
    private double leastSpan;
    private String kind = "chart";

    Chart(String title, String unit, long endNanos) {
        this.title = title;
        this.unit = unit;
        this.endSeconds = Math.max(endNanos / 1e9, 1e-3);
    }

    Chart line(String label, String tone, SignalHistory signal) {
        if (!signal.isEmpty()) {
            lines.add(new Line(label, tone, signal));
        }
        return this;
    }

    /** A horizontal line, as a threshold. */
    Chart mark(double value, String label) {
        marks.add(new Mark(value, label));
        return this;
    }

    /** Spans shaded behind the lines, as faults. */
    Chart shade(List<Lane.Span> spans) {
        shades.addAll(spans);
        return this;
    }

    /** Makes the vertical axis span at least so much. */
    Chart atLeast(double span) {
        leastSpan = span;
        return this;
    }

    /** Takes the plot out of those that share a cursor, as it has a time of its own. */
    Chart alone() {
        kind = "close";
        return this;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void write(Html html) {
        double low =
                lines.stream().mapToDouble(each -> each.signal.least()).min().orElse(0);
        double high =
                lines.stream().mapToDouble(each -> each.signal.greatest()).max().orElse(1);
        for (Mark mark : marks) {
            high = Math.max(high, mark.value * 1.1);
        }
        double missing = leastSpan - (high - low);
        if (missing > 0) {
            high += missing / 2;
            low = low >= 0 && low < missing / 2 ? 0 : low - missing / 2;
            high = Math.max(high, low + leastSpan);
        }
        double room = Math.max((high - low) * 0.08, Math.max(Math.abs(high), Math.abs(low)) * 1e-3 + 1e-6);
        low -= room;
        high += room;
        html.add(
                "<figure class=%s data-end=\"%.6f\" data-unit=\"%s\"><figcaption><b>%s</b><i>%s</i>",
                kind, endSeconds, unit, title, unit);
        for (Line line : lines) {
            html.add("<span class=\"key t-%s\">%s <output></output></span>", line.tone, line.label);
        }
        html.raw("</figcaption>");
        html.add("<svg viewBox=\"0 0 %d %d\" role=img aria-label=\"%s over time\">", WIDTH, HEIGHT, title);
        frame(html, low, high);
        for (Line line : lines) {
            html.add(
                    "<path class=\"line s-%s\" d=\"%s\" data-v=\"%s\" data-step=\"%.6f\"/>",
                    line.tone, path(line.signal, low, high), values(line.signal), line.signal.stretchNanos() / 1e9);
        }
        html.add("<line class=cursor y1=%d y2=%d x1=0 x2=0 />", TOP, HEIGHT - BOTTOM);
        html.raw("</svg></figure>");
    }

    private void frame(Html html, double low, double high) {
        for (Lane.Span span : shades) {
            double from = x(span.fromNanos() / 1e9);
            double to = x(Math.min(span.toNanos() / 1e9, endSeconds));
            html.add(
                    "<rect class=\"shade f-%s\" x=%.1f y=%d width=%.1f height=%d><title>%s</title></rect>",
                    span.tone(), from, TOP, Math.max(1, to - from), HEIGHT - TOP - BOTTOM, span.label());
        }
        List<Double> ticks = Ticks.linear(low, high, 3);
        for (double tick : ticks) {
            double y = y(tick, low, high);
            html.add("<line class=grid x1=%d x2=%d y1=%.1f y2=%.1f />", LEFT, WIDTH - RIGHT, y, y);
            html.add(
                    "<text class=\"tick end\" x=%d y=%.1f>%s</text>",
                    LEFT - 6, y + 3.5, SessionText.number(clean(tick)));
        }
        for (double tick : Ticks.seconds(endSeconds, 7)) {
            html.add(
                    "<text class=\"tick mid\" x=%.1f y=%d>%s</text>",
                    x(tick), HEIGHT - 4, SessionText.number(clean(tick)));
        }
        for (Mark mark : marks) {
            double y = y(mark.value, low, high);
            html.add("<line class=limit x1=%d x2=%d y1=%.1f y2=%.1f />", LEFT, WIDTH - RIGHT, y, y);
            html.add("<text class=\"tick\" x=%d y=%.1f>%s</text>", LEFT + 4, y - 3, mark.label);
        }
    }

    private static double clean(double tick) {
        return Math.abs(tick) < 1e-12 ? 0 : tick;
    }

    private double x(double seconds) {
        return LEFT + seconds / endSeconds * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double low, double high) {
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    /** A line through the stretches that shows each one's least and greatest value, and breaks where nothing came. */
    private String path(SignalHistory signal, double low, double high) {
        StringBuilder path = new StringBuilder();
        int empty = LONGEST_BRIDGE + 1;
        for (int i = 0; i < signal.stretches(); i++) {
            if (Double.isNaN(signal.low(i))) {
                empty++;
                continue;
            }
            double x = x(Math.min((i + 0.5) * signal.stretchNanos() / 1e9, endSeconds));
            boolean falling = signal.last(i) - signal.low(i) < signal.high(i) - signal.last(i);
            double first = falling ? signal.high(i) : signal.low(i);
            double second = falling ? signal.low(i) : signal.high(i);
            path.append(empty > LONGEST_BRIDGE ? 'M' : 'L').append(point(x, y(first, low, high)));
            double distance = Math.abs(y(first, low, high) - y(second, low, high));
            if (distance > 0.4) {
                path.append('L').append(point(x, y(second, low, high)));
            }
            empty = 0;
        }
        return path.toString();
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }

    private static String values(SignalHistory signal) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < signal.stretches(); i++) {
            if (i > 0) {
                values.append(' ');
            }
            double last = signal.last(i);
            values.append(Double.isNaN(last) ? "-" : String.format(Locale.ROOT, "%.4g", last));
        }
        return values.toString();
    }
}
