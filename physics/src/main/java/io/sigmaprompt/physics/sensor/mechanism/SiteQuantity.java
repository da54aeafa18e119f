package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.SensedWorld;

/** What a site feels, along its own axes. */
final class SiteQuantity extends Quantity {
    /** What is felt. */
    enum Of {
        ANGULAR_VELOCITY("rad/s"),
        LINEAR_VELOCITY("m/s"),
        SPECIFIC_FORCE("m/s²"),
        FORCE("N"),
        TORQUE("N m");

        private final String unit;

        Of(String unit) {
            this.unit = unit;
        }
    }

    private final Of of;
    private final MountedFrame frame;
    private final double[] six = new double[6];

    SiteQuantity(Of of, Mount site) {
        super(Form.VECTOR, of.unit);
        this.of = of;
        frame = new MountedFrame(site);
    }

    @Override
    void evaluate(SensedWorld world, double[] out, int o) {
        switch (of) {
            case ANGULAR_VELOCITY -> {
                frame.move(world);
                frame.toFrame(frame.velocity, 0, out, o);
            }
            case LINEAR_VELOCITY -> {
                frame.move(world);
                frame.toFrame(frame.velocity, 3, out, o);
            }
            case SPECIFIC_FORCE -> {
                frame.accelerate(world);
                world.gravity(six);
                for (int i = 0; i < 3; i++) {
                    six[i] = frame.acceleration[3 + i] - six[i];
                }
                frame.toFrame(six, 0, out, o);
            }
            case FORCE -> {
                frame.wrench(world, six);
                System.arraycopy(six, 3, out, o, 3);
            }
            case TORQUE -> {
                frame.wrench(world, six);
                System.arraycopy(six, 0, out, o, 3);
            }
        }
    }
}
