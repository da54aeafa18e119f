package io.sigmaprompt.physics.model;

import org.jspecify.annotations.Nullable;

/**
 * A joint between two links; its place in q and v is assigned by {@link RobotModel}.
 *
 * @param parent name of the parent link
 * @param child name of the child link
 * @param origin from the joint frame (which is the child's frame at q = 0) to the parent link's
 * @param axis unit axis in the joint frame; the plane's normal for a planar joint
 * @param mimic what it follows, or null
 */
public record Joint(
        String name,
        JointType type,
        String parent,
        String child,
        Pose origin,
        Vec3 axis,
        JointLimits limits,
        JointDynamics dynamics,
        @Nullable Mimic mimic) {}
