package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * One of the motions that a joint of SDFormat is made of.
 *
 * @param name of the joint that it becomes
 * @param axis unit axis in the SDF joint's frame
 * @param stiffness of its spring, N m/rad or N/m; 0 for none
 * @param springReference where the spring rests, radians or metres
 */
record Freedom(
        String name,
        JointType type,
        Vec3 axis,
        JointLimits limits,
        JointDynamics dynamics,
        @Nullable Mimic mimic,
        double stiffness,
        double springReference) {

    /** The same coordinate, of the motion of the parent as the child sees it. */
    Freedom reversed() {
        return new Freedom(
                name,
                type,
                new Vec3(-axis.x(), -axis.y(), -axis.z()),
                limits,
                dynamics,
                mimic,
                stiffness,
                springReference);
    }
}
