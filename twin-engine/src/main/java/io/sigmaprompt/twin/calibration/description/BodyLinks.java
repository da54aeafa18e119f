package io.sigmaprompt.twin.calibration.description;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;

/** Which link carries each moving body, and which ones fixed joints hold to it. */
final class BodyLinks {
    /** The link that a joint moves, and those that are fixed to it, in the model's order. */
    record Body(int carrier, List<Integer> fixed) {}

    private BodyLinks() {}

    static List<Body> of(RobotModel model) {
        List<Body> bodies = new ArrayList<>();
        int[] bodyOf = new int[model.links().size()];
        bodyOf[0] = -1;
        for (int l = 1; l < bodyOf.length; l++) {
            if (model.joints().get(l - 1).type() == JointType.FIXED) {
                bodyOf[l] = bodyOf[model.parentLink(l - 1)];
                if (bodyOf[l] >= 0) {
                    bodies.get(bodyOf[l]).fixed().add(l);
                }
            } else {
                bodyOf[l] = bodies.size();
                bodies.add(new Body(l, new ArrayList<>()));
            }
        }
        return bodies;
    }

    /** Ten inertial parameters about the link's origin. */
    static double[] parameters(Inertia i) {
        double m = i.mass();
        double x = i.com().x();
        double y = i.com().y();
        double z = i.com().z();
        return new double[] {
            m,
            m * x,
            m * y,
            m * z,
            i.ixx() + m * (y * y + z * z),
            i.ixy() - m * x * y,
            i.ixz() - m * x * z,
            i.iyy() + m * (x * x + z * z),
            i.iyz() - m * y * z,
            i.izz() + m * (x * x + y * y)
        };
    }

    /** The inertia that has these ten parameters; its mass is not zero. */
    static Inertia inertia(double[] pi) {
        double m = pi[0];
        double x = pi[1] / m;
        double y = pi[2] / m;
        double z = pi[3] / m;
        return new Inertia(
                m,
                new Vec3(x, y, z),
                pi[4] - m * (y * y + z * z),
                pi[5] + m * x * y,
                pi[6] + m * x * z,
                pi[7] - m * (x * x + z * z),
                pi[8] + m * y * z,
                pi[9] - m * (x * x + y * y));
    }
}
