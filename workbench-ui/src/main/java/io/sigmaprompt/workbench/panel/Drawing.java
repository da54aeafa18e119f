package io.sigmaprompt.workbench.panel;

import io.sigmaprompt.workbench.theme.Theme;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A region that draws itself: a canvas of its own size, drawn anew when that or the theme changes. */
public abstract class Drawing extends Region {
    private final Canvas canvas = new Canvas();
    private Theme theme;

    protected Drawing(Theme theme) {
        this.theme = theme;
        getChildren().add(canvas);
    }

    /** Draws all there is on an empty canvas. */
    protected abstract void draw(GraphicsContext g);

    protected final Theme theme() {
        return theme;
    }

    public final void setTheme(Theme look) {
        theme = look;
        redraw();
    }

    /** To be called when what is drawn has changed. */
    protected final void redraw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        draw(g);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            redraw();
        }
    }
}
