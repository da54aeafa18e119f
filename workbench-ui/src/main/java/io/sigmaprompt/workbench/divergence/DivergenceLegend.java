package io.sigmaprompt.workbench.divergence;

import io.sigmaprompt.workbench.panel.Drawing;
import io.sigmaprompt.workbench.theme.DivergenceColours;
import io.sigmaprompt.workbench.theme.Fonts;
import io.sigmaprompt.workbench.theme.Theme;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** The scale of the ghost's colours with its numbers, and where the worst joint stands on it. */
public final class DivergenceLegend extends Drawing {
    /** Of the scale, pixels. */
    public static final double WIDTH = 208;

    private static final double HEIGHT = 30;
    private static final double BAR_TOP = 6;
    private static final double BAR_HEIGHT = 6;
    private static final double LABEL_TOP = 16;
    private static final double MARKER = 4;
    private static final int STEPS = 52;

    private double amount = Double.NaN;

    public DivergenceLegend(Theme theme) {
        super(theme);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleText(
                "Colours of divergence, of effort or of motion, whichever is less likely: neutral up to 2 standard"
                        + " deviations, amber at 4, red-violet from 8");
    }

    /** Moves the marker; NaN for none. */
    public void mark(double worst) {
        if (Double.compare(worst, amount) != 0) {
            amount = worst;
            redraw();
        }
    }

    @Override
    protected void draw(GraphicsContext g) {
        // Values come before the first layout, while the legend is hidden and has no width.
        if (getWidth() <= 2 * MARKER) {
            return;
        }
        double step = getWidth() / STEPS;
        for (int i = 0; i < STEPS; i++) {
            g.setFill(DivergenceColours.of(theme(), (double) i / (STEPS - 1)));
            g.fillRect(i * step, BAR_TOP, step + 0.5, BAR_HEIGHT);
        }
        g.setFont(Fonts.numbers(11));
        g.setTextBaseline(VPos.TOP);
        g.setFill(theme().secondaryText());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("≤ 2 σ", 0, LABEL_TOP);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText("4", getWidth() * DivergenceScale.amount(4), LABEL_TOP);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("≥ 8 σ", getWidth(), LABEL_TOP);
        if (!Double.isNaN(amount)) {
            double x = Math.clamp(getWidth() * amount, MARKER, getWidth() - MARKER);
            g.setFill(theme().text());
            g.fillPolygon(new double[] {x - MARKER, x + MARKER, x}, new double[] {0, 0, BAR_TOP + BAR_HEIGHT / 2}, 3);
        }
    }
}
