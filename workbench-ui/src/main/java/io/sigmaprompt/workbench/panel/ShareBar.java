package io.sigmaprompt.workbench.panel;

import javafx.scene.layout.Region;

/** A thin bar filled to a share of its width. */
public final class ShareBar extends Region {
    private static final double HEIGHT = 4;

    private final Region fill = new Region();
    private final double share;

    /**
     * A bar.
     *
     * @param share in [0, 1]
     * @param leading whether this is the one to look at
     */
    public ShareBar(double share, boolean leading) {
        this.share = Math.clamp(share, 0.0, 1.0);
        getStyleClass().add("bar-track");
        fill.getStyleClass().add("bar-fill");
        if (leading) {
            fill.getStyleClass().add("leading");
        }
        getChildren().add(fill);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(24);
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, Math.max(HEIGHT, getWidth() * share), HEIGHT);
    }
}
