package io.sigmaprompt.twin.calibration.regression;

/** The kinds of number that a joint adds to the bodies' inertial parameters. */
public enum Unknown {
    /** Viscous friction, N m s/rad or N s/m. */
    VISCOUS("viscous friction", true),
    /** Coulomb friction, N m or N. */
    COULOMB("Coulomb friction", true),
    /** What the effort reads beyond all else: unequal friction of both directions, or the sensor's zero; N m or N. */
    BIAS("effort bias", false),
    /** What friction at rest has over Coulomb friction (Stribeck), N m or N. */
    STRIBECK("Stribeck friction", true),
    /** Reflected rotor inertia, kg m² or kg. */
    ARMATURE("armature", true),
    /** How far the joint truly is beyond what its encoder says, radians or metres. */
    POSITION_OFFSET("joint offset", false),
    /** Logarithm of the effort of one ampere relative to where the search stands. */
    GAIN("motor gain", false);

    private final String words;
    private final boolean nonNegative;

    Unknown(String words, boolean nonNegative) {
        this.words = words;
        this.nonNegative = nonNegative;
    }

    /** As people call it. */
    public String words() {
        return words;
    }

    boolean nonNegative() {
        return nonNegative;
    }
}
