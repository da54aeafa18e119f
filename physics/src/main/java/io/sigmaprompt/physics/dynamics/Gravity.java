package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.Vec3;

/** The acceleration of free fall, and its trick: a world that accelerates upwards feels the same. */
public final class Gravity {
    /** 9.81 m/s² along the world's -z. */
    public static final Vec3 STANDARD = new Vec3(0, 0, -9.81);

    private Gravity() {}

    /** Sets the world's spatial acceleration (the first 6 of {@code a}) to minus gravity. */
    static void accelerateWorld(Vec3 gravity, double[] a) {
        a[3] = -gravity.x();
        a[4] = -gravity.y();
        a[5] = -gravity.z();
    }
}
