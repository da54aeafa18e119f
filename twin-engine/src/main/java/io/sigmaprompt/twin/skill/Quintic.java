package io.sigmaprompt.twin.skill;

/**
 * The polynomial of fifth degree through two states of one coordinate (Siciliano et al., Robotics: Modelling, Planning
 * and Control, 2009, section 4.2.1). Evaluation leaves its results in {@link #position}, {@link #velocity} and
 * {@link #acceleration}; nothing is allocated. Belongs to one thread.
 */
public final class Quintic {
    private double position;
    private double velocity;
    private double acceleration;

    /**
     * Evaluates the polynomial that leads from state 0 to state 1 in {@code duration}.
     *
     * @param t time since state 0, seconds, within [0, duration]
     * @param duration seconds, positive
     */
    public void evaluate(double t, double duration, double q0, double v0, double a0, double q1, double v1, double a1) {
        double d = duration;
        double h = q1 - q0 - v0 * d - 0.5 * a0 * d * d;
        double hv = (v1 - v0 - a0 * d) * d;
        double ha = (a1 - a0) * d * d;
        double c3 = 10 * h - 4 * hv + 0.5 * ha;
        double c4 = -15 * h + 7 * hv - ha;
        double c5 = 6 * h - 3 * hv + 0.5 * ha;
        double s = t / d;
        position = q0 + v0 * t + 0.5 * a0 * t * t + s * s * s * (c3 + s * (c4 + s * c5));
        velocity = v0 + a0 * t + s * s * (3 * c3 + s * (4 * c4 + s * 5 * c5)) / d;
        acceleration = a0 + s * (6 * c3 + s * (12 * c4 + s * 20 * c5)) / (d * d);
    }

    public double position() {
        return position;
    }

    public double velocity() {
        return velocity;
    }

    public double acceleration() {
        return acceleration;
    }
}
