package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.OneJoint;
import io.sigmaprompt.physics.model.JointType;

/** A servo motor of 100 W at 24 V with a gear of 50 on a flywheel. */
final class SampleDrive {
    static final Motor MOTOR = new Motor(0.05, 0.4, 2e-5, 20, 24);
    static final Gearbox GEAR = new Gearbox(50, 1, Double.POSITIVE_INFINITY, 0);
    /** Flywheel, kg m². */
    static final double RIGID = 0.1;
    /** Torque at the joint per ampere, N m/A. */
    static final double K = 2.5;

    static final WindingHeat WARM = new WindingHeat(1.5, 4, 20, 600, 25, 0.0039, 100, 140);

    private SampleDrive() {}

    static ElectricDrive drive(DriveParameters parameters) {
        return new ElectricDrive(
                OneJoint.model(JointType.CONTINUOUS, RIGID, Double.POSITIVE_INFINITY), "joint", parameters, null);
    }

    static OneJoint flywheel(ElectricDrive drive) {
        return new OneJoint(RIGID + drive.armature());
    }

    /** One step held at a speed. */
    static double torqueAt(ElectricDrive drive, double speed, double dt) {
        double[] tau = {0};
        drive.apply(new double[] {0}, new double[] {speed}, dt, tau, new double[] {0});
        return tau[0];
    }
}
