package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.SensedWorld;

/** A linear combination of joints' positions, velocities or efforts: of one joint, or of those of a fixed tendon. */
final class JointQuantity extends Quantity {
    /** What is asked of each joint. */
    enum Of {
        POSITION,
        VELOCITY,
        EFFORT
    }

    private final Of of;
    private final int[] joints;
    private final double[] coefficients;

    JointQuantity(Of of, String unit, int[] joints, double[] coefficients) {
        super(Form.SCALAR, unit);
        this.of = of;
        this.joints = joints;
        this.coefficients = coefficients;
    }

    @Override
    void evaluate(SensedWorld world, double[] out, int o) {
        double sum = 0;
        for (int i = 0; i < joints.length; i++) {
            double value =
                    switch (of) {
                        case POSITION -> world.jointPosition(joints[i]);
                        case VELOCITY -> world.jointVelocity(joints[i]);
                        case EFFORT -> world.jointEffort(joints[i]);
                    };
            sum += coefficients[i] * value;
        }
        out[o] = sum;
    }
}
