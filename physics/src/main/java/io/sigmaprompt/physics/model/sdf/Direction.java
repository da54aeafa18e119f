package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.Vec3;

/** The rotation that points a frame's z somewhere. */
final class Direction {
    private Direction() {}

    /** The shortest rotation that takes z to a direction, which is not zero. */
    static Pose fromZ(Vec3 direction) {
        double norm = direction.norm();
        double x = direction.x() / norm;
        double y = direction.y() / norm;
        double z = direction.z() / norm;
        if (z < -1 + 1e-12) {
            return new Pose(0, 0, 0, 1, 0, 0, 0);
        }
        double w = Math.sqrt(0.5 * (1 + z));
        return new Pose(0, 0, 0, -0.5 * y / w, 0.5 * x / w, 0, w);
    }
}
