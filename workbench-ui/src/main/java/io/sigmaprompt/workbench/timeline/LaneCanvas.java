package io.sigmaprompt.workbench.timeline;

import io.sigmaprompt.workbench.panel.Drawing;
import io.sigmaprompt.workbench.plot.AxisTicks;
import io.sigmaprompt.workbench.theme.Fonts;
import io.sigmaprompt.workbench.theme.Theme;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws the lanes and the playhead. */
final class LaneCanvas extends Drawing {
    private static final double LEFT = 84;
    private static final double RIGHT = 12;
    private static final double BOTTOM = 20;
    private static final double BAR = 16;
    private static final double LEAST_WIDTH = 8;

    private final TimelineViewModel model;

    LaneCanvas(TimelineViewModel model, Theme theme) {
        super(theme);
        this.model = model;
        model.revisionProperty().subscribe(revision -> redraw());
        setId("lanes");
        setMinSize(200, 100);
        setOnMousePressed(event -> model.rewind(time(event.getX())));
        setOnMouseDragged(event -> model.rewind(time(event.getX())));
    }

    @Override
    protected void draw(GraphicsContext g) {
        double width = getWidth() - LEFT - RIGHT;
        double pitch = (getHeight() - BOTTOM) / Lane.values().length;
        if (width < 20 || pitch < 4) {
            return;
        }
        double bar = Math.min(BAR, pitch - 2);
        double y = (pitch - bar) / 2;
        for (Lane lane : Lane.values()) {
            g.setFont(Fonts.words(12));
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.setFill(theme().secondaryText());
            g.fillText(lane.title(), 0, y + bar / 2);
            g.setFill(theme().card());
            g.fillRoundRect(LEFT, y, width, bar, 6, 6);
            List<Interval> intervals = model.intervals(lane);
            for (int i = 0; i < intervals.size(); i++) {
                interval(g, intervals, i, y, width, bar);
            }
            y += pitch;
        }
        if (!model.isEmpty()) {
            times(g, width);
            playhead(g, width);
        }
    }

    private void times(GraphicsContext g, double width) {
        g.setFont(Fonts.numbers(11));
        g.setFill(theme().hint());
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.CENTER);
        AxisTicks ticks = AxisTicks.within(model.start(), model.end(), Math.max(2, (int) (width / 110)));
        double head = x(model.now(), width);
        for (int i = 0; i < ticks.count(); i++) {
            double at = x(ticks.value(i), width);
            if (Math.abs(at - head - 28) > 52 && at < LEFT + width - 12) {
                g.fillText(ticks.label(i) + " s", at, getHeight() - 2);
            }
        }
    }

    /** The session time at a place. */
    private double time(double x) {
        double width = getWidth() - LEFT - RIGHT;
        return model.start() + Math.clamp((x - LEFT) / width, 0.0, 1.0) * (model.end() - model.start());
    }

    private double x(double time, double width) {
        return LEFT + Math.clamp((time - model.start()) / (model.end() - model.start()), 0.0, 1.0) * width;
    }

    private void interval(GraphicsContext g, List<Interval> lane, int index, double y, double width, double bar) {
        Interval interval = lane.get(index);
        if (interval.to() < model.start() || interval.from() > model.end()) {
            return;
        }
        double from = x(interval.from(), width);
        double until = Math.min(interval.to(), model.known());
        double to = Math.min(LEFT + width, Math.max(from + LEAST_WIDTH, x(until, width) - 1));
        // The gap around it keeps apart what holds at the same time.
        g.setFill(theme().panel());
        g.fillRoundRect(from - 1, y - 1, to - from + 2, bar + 2, 8, 8);
        g.setFill(colour(interval.tone()));
        g.fillRoundRect(from, y, to - from, bar, 6, 6);
        label(g, interval, from, to, roomAfter(lane, index, width), y + bar / 2);
    }

    /** Where the next interval of the lane begins to the right, or 0 where another one covers the place. */
    private double roomAfter(List<Interval> lane, int index, double width) {
        double end = Math.min(lane.get(index).to(), model.known());
        double room = LEFT + width;
        for (int i = 0; i < lane.size(); i++) {
            Interval other = lane.get(i);
            if (i != index && Math.min(other.to(), model.known()) > end) {
                room = other.from() <= end ? 0 : Math.min(room, x(other.from(), width));
            } else if (i > index && other.to() >= end) {
                // Both still hold: the later one has the place.
                room = 0;
            }
        }
        return room;
    }

    /** Inside where there is room; beside a moment where nothing else is. */
    private void label(GraphicsContext g, Interval interval, double from, double to, double next, double y) {
        if (interval.label().isEmpty()) {
            return;
        }
        Text measure = new Text(interval.label());
        measure.setFont(Fonts.strongWords(11));
        double wide = measure.getLayoutBounds().getWidth();
        g.setFont(Fonts.strongWords(11));
        if (wide + 12 < to - from) {
            g.setFill(theme() == Theme.DARK ? theme().window() : Color.WHITE);
            g.fillText(interval.label(), from + 6, y);
        } else if (to + wide + 10 < next) {
            g.setFill(theme().secondaryText());
            g.fillText(interval.label(), to + 5, y);
        }
    }

    private void playhead(GraphicsContext g, double width) {
        double x = Math.round(x(model.now(), width)) + 0.5;
        g.setStroke(theme().text());
        g.setLineWidth(1.5);
        g.strokeLine(x, 0, x, getHeight() - BOTTOM + 4);
        g.setFont(Fonts.numbers(11));
        g.setFill(theme().text());
        g.setTextBaseline(VPos.BOTTOM);
        boolean right = x > LEFT + width - 48;
        g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(String.format(Locale.ROOT, "%.3f", model.now()), right ? x : x + 4, getHeight() - 2);
    }

    private Color colour(Interval.Tone tone) {
        return switch (tone) {
            case SIMULATED -> theme().simulated();
            case MIRROR -> theme().accent();
            case SHADOW -> theme().shadow();
            case LIVE -> theme().live();
            case GOOD -> theme().ok();
            case WARNING -> theme().warning();
            case BAD -> theme().bad();
            case NEUTRAL -> theme().hint();
        };
    }
}
