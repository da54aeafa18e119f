package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.spatial.Rotation;

/**
 * Where a frame is and how it moves, in the axes of a reference frame and relative to it, a rotating one too (MuJoCo
 * documentation, XML reference, sensor/framepos to sensor/frameangacc). Accelerations are in the world's axes, and as
 * MuJoCo has them: with gravity subtracted, so that rest is +9.81 upwards.
 */
final class FrameQuantity extends Quantity {
    /** What is asked of the frame. */
    enum Of {
        POSITION(Form.VECTOR, "m"),
        ORIENTATION(Form.QUATERNION, "1"),
        X_AXIS(Form.AXIS, "1"),
        Y_AXIS(Form.AXIS, "1"),
        Z_AXIS(Form.AXIS, "1"),
        LINEAR_VELOCITY(Form.VECTOR, "m/s"),
        ANGULAR_VELOCITY(Form.VECTOR, "rad/s"),
        LINEAR_ACCELERATION(Form.VECTOR, "m/s²"),
        ANGULAR_ACCELERATION(Form.VECTOR, "rad/s²");

        private final Form form;
        private final String unit;

        Of(Form form, String unit) {
            this.form = form;
            this.unit = unit;
        }
    }

    private final Of of;
    private final MountedFrame frame;
    private final MountedFrame reference;
    private final double[] vector = new double[3];
    private final double[] rotation = new double[9];
    private final double[] quaternion = new double[4];

    /** What is asked of {@code object}, relative to {@code reference}. */
    FrameQuantity(Of of, Mount object, Mount reference) {
        super(of.form, of.unit);
        this.of = of;
        frame = new MountedFrame(object);
        this.reference = new MountedFrame(reference);
    }

    @Override
    void evaluate(SensedWorld world, double[] out, int o) {
        switch (of) {
            case POSITION -> {
                locate(world);
                difference(frame.pose, reference.pose, 9);
                reference.toFrame(vector, 0, out, o);
            }
            case ORIENTATION -> orientation(world, out, o);
            case X_AXIS -> axis(world, 0, out, o);
            case Y_AXIS -> axis(world, 1, out, o);
            case Z_AXIS -> axis(world, 2, out, o);
            case LINEAR_VELOCITY -> linearVelocity(world, out, o);
            case ANGULAR_VELOCITY -> {
                move(world);
                difference(frame.velocity, reference.velocity, 0);
                reference.toFrame(vector, 0, out, o);
            }
            case LINEAR_ACCELERATION -> {
                frame.accelerate(world);
                world.gravity(vector);
                for (int i = 0; i < 3; i++) {
                    out[o + i] = frame.acceleration[3 + i] - vector[i];
                }
            }
            case ANGULAR_ACCELERATION -> {
                frame.accelerate(world);
                System.arraycopy(frame.acceleration, 0, out, o, 3);
            }
        }
    }

    private void locate(SensedWorld world) {
        frame.locate(world);
        reference.locate(world);
    }

    private void move(SensedWorld world) {
        frame.move(world);
        reference.move(world);
    }

    private void difference(double[] a, double[] b, int o) {
        for (int i = 0; i < 3; i++) {
            vector[i] = a[o + i] - b[o + i];
        }
    }

    private void axis(SensedWorld world, int column, double[] out, int o) {
        locate(world);
        for (int i = 0; i < 3; i++) {
            vector[i] = frame.pose[3 * i + column];
        }
        reference.toFrame(vector, 0, out, o);
    }

    private void orientation(SensedWorld world, double[] out, int o) {
        locate(world);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                rotation[3 * i + j] = reference.pose[i] * frame.pose[j]
                        + reference.pose[3 + i] * frame.pose[3 + j]
                        + reference.pose[6 + i] * frame.pose[6 + j];
            }
        }
        Rotation.toQuaternion(rotation, 0, quaternion, 0);
        out[o] = quaternion[3];
        System.arraycopy(quaternion, 0, out, o + 1, 3);
    }

    /** v - v_ref - ω_ref × r: as seen by one who turns with the reference. */
    private void linearVelocity(SensedWorld world, double[] out, int o) {
        move(world);
        difference(frame.velocity, reference.velocity, 3);
        double[] w = reference.velocity;
        double x = frame.pose[9] - reference.pose[9];
        double y = frame.pose[10] - reference.pose[10];
        double z = frame.pose[11] - reference.pose[11];
        vector[0] -= w[1] * z - w[2] * y;
        vector[1] -= w[2] * x - w[0] * z;
        vector[2] -= w[0] * y - w[1] * x;
        reference.toFrame(vector, 0, out, o);
    }
}
