package io.sigmaprompt.workbench.panel;

import javafx.scene.layout.Region;

/** A thin bar filled to a share of its width. */
public final class ShareBar extends Region {
    private static final double HEIGHT = 4;

    private final Region fill = new Region();
    private double share;

    /**
     * A bar.
     *
     * @param share in [0, 1]; what is outside counts as the nearer end
     * @param leading whether this is the one to look at
     */
    public ShareBar(double share, boolean leading) {
        getStyleClass().add("bar-track");
        fill.getStyleClass().add("bar-fill");
        getChildren().add(fill);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(24);
        setShare(share);
        setLeading(leading);
    }

    /** Fills it to another share. */
    public void setShare(double filled) {
        share = Math.clamp(filled, 0.0, 1.0);
        requestLayout();
    }

    /** Makes it the one to look at, or one among others. */
    public void setLeading(boolean leading) {
        fill.getStyleClass().remove("leading");
        if (leading) {
            fill.getStyleClass().add("leading");
        }
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, share == 0 ? 0 : Math.max(HEIGHT, getWidth() * share), HEIGHT);
    }
}
