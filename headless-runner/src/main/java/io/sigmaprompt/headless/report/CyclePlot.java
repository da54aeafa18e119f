package io.sigmaprompt.headless.report;

import java.util.Locale;

/** An SVG plot whose both axes are numbers of cycles: points, lines and bands over a grid. */
final class CyclePlot {
    private static final int LEFT = 40;
    private static final int RIGHT = 8;
    private static final int TOP = 8;
    private static final int BOTTOM = 30;

    private final int width;
    private final int height;
    private final double endX;
    private final double endY;
    private final Html html;

    CyclePlot(Html html, int width, int height, double endX, double endY) {
        this.html = html;
        this.width = width;
        this.height = height;
        this.endX = Math.max(endX, 1);
        this.endY = Math.max(endY, 1);
    }

    CyclePlot open(String title, String across, String up) {
        html.add("<figure class=chart0><figcaption><b>%s</b><i>%s</i></figcaption>", title, up);
        html.add("<svg viewBox=\"0 0 %d %d\" role=img aria-label=\"%s\">", width, height, title);
        for (double tick : Ticks.linear(0, endY, 4)) {
            html.add("<line class=grid x1=%d x2=%d y1=%.1f y2=%.1f />", LEFT, width - RIGHT, y(tick), y(tick));
            html.add("<text class=\"tick end\" x=%d y=%.1f>%.0f</text>", LEFT - 6, y(tick) + 3.5, tick);
        }
        for (double tick : Ticks.linear(0, endX, 6)) {
            html.add("<text class=\"tick mid\" x=%.1f y=%d>%.0f</text>", x(tick), height - BOTTOM + 13, tick);
        }
        html.add("<text class=\"tick mid\" x=%.1f y=%d>%s</text>", (LEFT + width - RIGHT) / 2.0, height - 4, across);
        return this;
    }

    void close() {
        html.raw("</svg></figure>");
    }

    CyclePlot point(double x, double y, String tone, String tip) {
        html.add(
                "<circle class=f-%s cx=%.1f cy=%.1f r=2 fill-opacity=.6><title>%s</title></circle>",
                tone, x(x), y(y), tip);
        return this;
    }

    CyclePlot line(double[] x, double[] y, String tone) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(at(x[i], y[i]));
        }
        html.add("<path class=\"line s-%s\" d=\"%s\"/>", tone, path.toString());
        return this;
    }

    CyclePlot band(double[] x, double[] low, double[] high, String tone) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(at(x[i], high[i]));
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.append('L').append(at(x[i], low[i]));
        }
        html.add("<path class=f-%s fill-opacity=.18 stroke=none d=\"%sZ\"/>", tone, path.toString());
        return this;
    }

    private String at(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(x), y(y));
    }

    private double x(double value) {
        return LEFT + value / endX * (width - LEFT - RIGHT);
    }

    private double y(double value) {
        return height - BOTTOM - value / endY * (height - TOP - BOTTOM);
    }
}
