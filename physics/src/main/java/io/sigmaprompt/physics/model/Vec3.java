package io.sigmaprompt.physics.model;

/** Three coordinates in a frame that the context names. */
public record Vec3(double x, double y, double z) {
    public static final Vec3 ZERO = new Vec3(0, 0, 0);

    public double norm() {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
