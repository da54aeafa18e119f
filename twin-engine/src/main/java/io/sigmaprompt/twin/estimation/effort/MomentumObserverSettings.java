package io.sigmaprompt.twin.estimation.effort;

/**
 * How a {@link MomentumObserver} listens.
 *
 * @param bandwidth its gain K, rad/s: the estimate follows an external torque with a time constant of 1/K
 * @param modelShare standard deviation of the model's own error, as a share of the torque that the model asks for
 * @param unknownLoss standard deviation of what a drive loses where the model knows neither damping nor friction, as a share
 *     of its effort limit
 * @param restSpeed below it, rad/s or m/s, a joint may be held by its friction
 * @param longestStepSeconds a longer silence breaks the integral, and it begins anew
 */
public record MomentumObserverSettings(
        double bandwidth, double modelShare, double unknownLoss, double restSpeed, double longestStepSeconds) {
    /** 25 rad/s, so that a contact is told after 40 ms; a model within 1 %, losses of a tenth where it has none. */
    public static final MomentumObserverSettings DEFAULT = new MomentumObserverSettings(25, 0.01, 0.1, 0.02, 0.1);

    /** Seconds after which an external torque is told to 63 %. */
    public double timeConstant() {
        return 1 / bandwidth;
    }
}
