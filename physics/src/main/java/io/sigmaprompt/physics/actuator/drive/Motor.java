package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.Range;

/**
 * A permanent-magnet motor and its amplifier, as the data sheet has them (Hughes, Drury, Electric Motors and Drives, 4th
 * ed. 2013, section 3.3). The winding's inductance is left out: its time constant is below a millisecond.
 *
 * @param torqueConstant N m/A, which is also the back-EMF's V s/rad
 * @param resistance of the winding at 25 °C, ohm
 * @param rotorInertia kg m²
 * @param currentLimit of the amplifier, A
 * @param voltage of the supply where no battery feeds it, V
 */
public record Motor(
        double torqueConstant, double resistance, double rotorInertia, double currentLimit, double voltage) {
    public Motor {
        Range.positive("motor, torque constant", torqueConstant);
        Range.positive("motor, resistance", resistance);
        Range.positive("motor, rotor inertia", rotorInertia);
        Range.bound("motor, current limit", currentLimit);
        Range.positive("motor, voltage", voltage);
    }
}
