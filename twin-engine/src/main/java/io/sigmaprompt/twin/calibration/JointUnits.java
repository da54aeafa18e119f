package io.sigmaprompt.twin.calibration;

import io.sigmaprompt.twin.calibration.regression.Unknown;

/** Units of joints' numbers, turning or sliding. */
final class JointUnits {
    private JointUnits() {}

    static String of(Unknown kind, boolean straight) {
        return switch (kind) {
            case VISCOUS -> straight ? "N s/m" : "N m s/rad";
            case COULOMB, BIAS, STRIBECK -> straight ? "N" : "N m";
            case ARMATURE -> straight ? "kg" : "kg m²";
            case POSITION_OFFSET -> straight ? "m" : "rad";
            case GAIN -> straight ? "N/A" : "N m/A";
        };
    }
}
