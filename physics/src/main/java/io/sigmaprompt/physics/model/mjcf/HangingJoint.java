package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.JointCompliance;

/**
 * A joint as MJCF has it: inside the body that it carries.
 *
 * @param anchor a point of the axis, in the body's frame
 * @param axis in the body's frame
 * @param reference the coordinate at which the body is where the file draws it
 */
record HangingJoint(
        String name,
        JointType type,
        Vec3 anchor,
        Vec3 axis,
        double reference,
        JointLimits limits,
        JointDynamics dynamics,
        JointCompliance compliance) {}
