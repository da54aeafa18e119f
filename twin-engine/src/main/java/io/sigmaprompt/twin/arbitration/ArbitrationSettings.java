package io.sigmaprompt.twin.arbitration;

/**
 * When arbitration changes its mind.
 *
 * @param margin how much more a challenger must score than the running behaviour
 * @param dwellNanos how long a behaviour runs at least before a challenger within twice the margin may take over
 */
public record ArbitrationSettings(double margin, long dwellNanos) {
    public static final ArbitrationSettings DEFAULT = new ArbitrationSettings(5, 500_000_000);
}
