package io.sigmaprompt.physics.world.step;

import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.collision.shape.ConvexShape;
import io.sigmaprompt.physics.collision.shape.ConvexShapes;
import io.sigmaprompt.physics.model.Geometry;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;
import java.util.Arrays;
import java.util.List;

/** How far each body's surface may move in a step: within this, contacts are looked for. */
public final class BodyReach {
    /** At rest, contacts are found within this, metres. */
    private static final double LEAST = 1e-4;

    private final double[] radius;
    private final double[] margins;
    private double fall;

    public BodyReach(List<Collider> colliders, int bodies, Vec3 gravity) {
        radius = new double[bodies];
        margins = new double[bodies];
        Arrays.fill(margins, LEAST);
        fall(gravity.x(), gravity.y(), gravity.z());
        for (Collider collider : colliders) {
            if (collider.body() >= 0) {
                radius[collider.body()] = Math.max(radius[collider.body()], radius(collider));
            }
        }
    }

    private static double radius(Collider collider) {
        if (collider.geometry() instanceof Geometry.Plane || collider.geometry() instanceof Geometry.HeightField) {
            return 0;
        }
        ConvexShape shape = ConvexShapes.of(collider.geometry());
        double[] lower = new double[3];
        double[] upper = new double[3];
        shape.bounds(lower, upper);
        double square = 0;
        for (int k = 0; k < 3; k++) {
            double x = Math.max(Math.abs(lower[k]), Math.abs(upper[k]));
            square += x * x;
        }
        Pose p = collider.inBody();
        return Math.sqrt(square) + Math.sqrt(p.x() * p.x() + p.y() * p.y() + p.z() * p.z());
    }

    /** Takes another gravity, m/s². */
    public void fall(double x, double y, double z) {
        fall = Math.sqrt(x * x + y * y + z * z);
    }

    /** Takes how bodies move: 6 each, as the world's velocities. */
    public void update(double[] velocities, double dt) {
        for (int body = 0; body < radius.length; body++) {
            int o = 6 * body;
            double turn = Math.sqrt(velocities[o] * velocities[o]
                    + velocities[o + 1] * velocities[o + 1]
                    + velocities[o + 2] * velocities[o + 2]);
            double go = Math.sqrt(velocities[o + 3] * velocities[o + 3]
                    + velocities[o + 4] * velocities[o + 4]
                    + velocities[o + 5] * velocities[o + 5]);
            margins[body] = LEAST + dt * (1.5 * (go + turn * radius[body]) + dt * fall);
        }
    }

    /** Per body, metres. */
    public double[] margins() {
        return margins;
    }
}
