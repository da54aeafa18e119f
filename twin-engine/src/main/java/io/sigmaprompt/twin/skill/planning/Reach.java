package io.sigmaprompt.twin.skill.planning;

import io.sigmaprompt.physics.collision.CollisionScene;
import io.sigmaprompt.physics.collision.collider.Collider;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;

/**
 * How far joints can carry what hangs on them: for each joint and collider a bound on the way of the collider's points
 * per unit of the joint's motion, whatever the configuration (Schwarzer, Saha, Latombe, Exact collision checking of robot
 * paths, 2002). Immutable.
 */
final class Reach {
    private final RobotModel model;
    private final int[] bodies;
    /** One number a joint and collider: metres per rad, or 1 for a joint that slides. */
    private final double[] bound;

    Reach(RobotModel model, CollisionScene scene) {
        this.model = model;
        List<Collider> colliders = scene.colliders();
        int count = colliders.size();
        bodies = new int[count];
        bound = new double[model.joints().size() * count];
        for (int c = 0; c < count; c++) {
            bodies[c] = colliders.get(c).body();
            double far = bodies[c] < 0 ? 0 : scene.radius(c);
            for (int link = bodies[c]; link > 0; link = model.parentLink(link - 1)) {
                Joint joint = model.joints().get(link - 1);
                boolean slides = joint.type() == JointType.PRISMATIC;
                bound[(link - 1) * count + c] = slides ? 1 : far;
                Vec3 origin = new Vec3(
                        joint.origin().x(), joint.origin().y(), joint.origin().z());
                far += origin.norm() + (slides ? travel(joint) : 0);
            }
        }
    }

    private static double travel(Joint joint) {
        return Math.max(
                Math.abs(joint.limits().lower()), Math.abs(joint.limits().upper()));
    }

    /**
     * How fast two colliders can near each other at most.
     *
     * @param speeds of the joints, rad/s and m/s, none below 0; one a joint of the model
     * @return m/s
     */
    double rate(int first, int second, double[] speeds) {
        int a = bodies[first];
        int b = bodies[second];
        int count = bodies.length;
        double rate = 0;
        // A parent's index is below its child's, so the greater one climbs until both stand on the same link.
        while (a != b) {
            if (a > b) {
                rate += a == 0 ? 0 : speeds[a - 1] * bound[(a - 1) * count + first];
                a = a == 0 ? Collider.STATIC : model.parentLink(a - 1);
            } else {
                rate += b == 0 ? 0 : speeds[b - 1] * bound[(b - 1) * count + second];
                b = b == 0 ? Collider.STATIC : model.parentLink(b - 1);
            }
        }
        return rate;
    }

    /** How fast any two colliders can near each other at most, m/s. */
    double greatestRate(double[] speeds) {
        double most = 0;
        int count = bodies.length;
        double[] second = {0, 0};
        for (int c = 0; c < count; c++) {
            double rate = 0;
            for (int link = bodies[c]; link > 0; link = model.parentLink(link - 1)) {
                rate += speeds[link - 1] * bound[(link - 1) * count + c];
            }
            if (rate > second[0]) {
                second[1] = second[0];
                second[0] = rate;
            } else if (rate > second[1]) {
                second[1] = rate;
            }
            most = second[0] + second[1];
        }
        return most;
    }
}
