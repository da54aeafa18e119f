package io.sigmaprompt.workbench.plot;

import io.sigmaprompt.workbench.panel.Drawing;
import io.sigmaprompt.workbench.theme.Fonts;
import io.sigmaprompt.workbench.theme.Theme;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Lines over time, the newest at the right edge. */
final class LinePlot extends Drawing {
    private static final double LEFT = 48;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 22;

    private final PlotViewModel model;

    LinePlot(PlotViewModel model, Theme theme) {
        super(theme);
        this.model = model;
        model.revisionProperty().subscribe(revision -> redraw());
        setMinSize(120, 80);
    }

    static Color colour(PlotViewModel.Role role, Theme theme) {
        return switch (role) {
            case MEASURED -> theme.text();
            case PREDICTED -> theme.accent();
            case RESIDUAL -> theme.live();
            case OTHER -> theme.simulated();
        };
    }

    @Override
    protected void draw(GraphicsContext g) {
        double width = getWidth() - LEFT - RIGHT;
        double height = getHeight() - TOP - BOTTOM;
        if (width < 10 || height < 10 || model.isEmpty()) {
            return;
        }
        double to = model.edge();
        double from = to - model.window();
        double[] range = range(from, to);
        int columns = (int) width;
        axes(g, from, to, range, width, height);
        for (PlotViewModel.Line line : model.lines()) {
            double[] envelope = ColumnEnvelope.of(line.history(), from, to, columns);
            g.setStroke(colour(line.role(), theme()));
            g.setLineWidth(1.5);
            g.setLineJoin(StrokeLineJoin.ROUND);
            stroke(g, envelope, range, height);
        }
        double cursor = model.cursor();
        if (cursor >= from && cursor <= to) {
            double x = Math.round(LEFT + (cursor - from) / (to - from) * width) + 0.5;
            g.setStroke(theme().text());
            g.strokeLine(x, TOP, x, TOP + height);
        }
    }

    private static void stroke(GraphicsContext g, double[] envelope, double[] range, double height) {
        g.beginPath();
        double scale = height / (range[1] - range[0]);
        for (int i = 0; i < envelope.length; i += 5) {
            double x = LEFT + envelope[i] + 0.5;
            for (int k = 1; k <= 4; k++) {
                double y = TOP + height - (envelope[i + k] - range[0]) * scale;
                if (i == 0 && k == 1) {
                    g.moveTo(x, y);
                } else {
                    g.lineTo(x, y);
                }
            }
        }
        g.stroke();
    }

    /** The values in view with some air, and never so narrow that noise fills the plot by itself. */
    private double[] range(double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PlotViewModel.Line line : model.lines()) {
            SignalHistory history = line.history();
            for (int i = history.firstFrom(from); i < history.size() && history.time(i) <= to; i++) {
                if (Double.isFinite(history.value(i))) {
                    low = Math.min(low, history.value(i));
                    high = Math.max(high, history.value(i));
                }
            }
        }
        if (low > high) {
            return new double[] {-1, 1};
        }
        double least = Math.max(1e-6, 1e-3 * Math.max(Math.abs(low), Math.abs(high)));
        double air = Math.max(0.12 * (high - low), least);
        return new double[] {low - air, high + air};
    }

    private void axes(GraphicsContext g, double from, double to, double[] range, double width, double height) {
        g.setFont(Fonts.numbers(11));
        g.setFill(theme().hint());
        g.setStroke(theme().control());
        g.setLineWidth(1);
        AxisTicks values = AxisTicks.within(range[0], range[1], Math.max(2, (int) (height / 36)));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < values.count(); i++) {
            double y = Math.round(TOP + height - (values.value(i) - range[0]) / (range[1] - range[0]) * height) + 0.5;
            g.strokeLine(LEFT, y, LEFT + width, y);
            g.fillText(values.label(i), LEFT - 8, y);
        }
        AxisTicks times = AxisTicks.within(from, to, Math.max(2, (int) (width / 90)));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (int i = 0; i < times.count(); i++) {
            double x = LEFT + (times.value(i) - from) / (to - from) * width;
            if (x > LEFT + 12 && x < LEFT + width - 16) {
                g.fillText(times.label(i) + " s", x, TOP + height + 6);
            }
        }
    }
}
