package io.sigmaprompt.physics.actuator.transmission;

import io.sigmaprompt.physics.spatial.Rotation;

/**
 * Acts on a ball joint by a torque vector, or on a floating joint by a force in the parent's axes and a torque. A ball's
 * length is its rotation vector along the gear; a floating joint has none (MuJoCo, mj_transmission).
 */
final class RotaryTransmission extends Transmission {
    private final double[] gear;
    private final boolean inParent;
    private final boolean floating;
    private final int quaternion;
    private final double[] rotation = new double[9];
    private final double[] vector = new double[3];

    /**
     * Of one joint.
     *
     * @param gear torque vector of a ball (3), or force and torque of a floating joint (6), per unit of force
     * @param inParent whether torques are in the parent's axes, not the child's
     * @param quaternion where the joint's stands in q
     * @param dof where its first velocity stands in v
     */
    RotaryTransmission(double[] gear, boolean inParent, boolean floating, int quaternion, int dof) {
        super(
                floating
                        ? new int[] {dof, dof + 1, dof + 2, dof + 3, dof + 4, dof + 5}
                        : new int[] {dof, dof + 1, dof + 2});
        this.gear = gear.clone();
        this.inParent = inParent;
        this.floating = floating;
        this.quaternion = quaternion;
    }

    @Override
    public void update(double[] q) {
        int torque = floating ? 3 : 0;
        Rotation.fromQuaternion(q, quaternion, rotation, 0);
        for (int k = 0; k < 3; k++) {
            moment[k] = inParent ? toChild(torque, k) : gear[torque + k];
            if (floating) {
                moment[3 + k] = toChild(0, k);
            }
        }
        if (!floating) {
            RotationVector.of(q, quaternion, vector);
            length = vector[0] * moment[0] + vector[1] * moment[1] + vector[2] * moment[2];
        }
    }

    private double toChild(int vector, int k) {
        return rotation[k] * gear[vector] + rotation[3 + k] * gear[vector + 1] + rotation[6 + k] * gear[vector + 2];
    }
}
