package io.sigmaprompt.scenarios.language;

/** What a quantity measures. */
enum Dimension {
    TIME("a time", "1.5 s", "s"),
    FREQUENCY("a frequency", "125 Hz", "Hz"),
    ANGLE("an angle", "70 deg", "rad"),
    LENGTH("a length", "20 mm", "m"),
    ANGULAR_VELOCITY("an angular velocity", "0.5 rad/s", "rad/s"),
    VELOCITY("a velocity", "0.5 m/s", "m/s"),
    ANGULAR_ACCELERATION("an angular acceleration", "12 rad/s^2", "rad/s^2"),
    ACCELERATION("an acceleration", "9.81 m/s^2", "m/s^2"),
    TORQUE("a torque", "12 N m", "N m"),
    FORCE("a force", "12 N", "N"),
    MASS("a mass", "2 kg", "kg"),
    TEMPERATURE("a temperature", "70 degC", "K"),
    TEMPERATURE_RATE("a change of temperature in time", "2 K/min", "K/s"),
    CURRENT("a current", "8 A", "A"),
    VOLTAGE("a voltage", "22 V", "V"),
    RATIO("a share", "30 %", "");

    private final String words;
    private final String example;
    private final String siUnit;

    Dimension(String words, String example, String siUnit) {
        this.words = words;
        this.example = example;
        this.siUnit = siUnit;
    }

    /** As in "a time". */
    String words() {
        return words;
    }

    /** As in "a time such as '1.5 s'". */
    String wordsAndExample() {
        return words + " such as '" + example + "'";
    }

    /** The unit that a plain number is in; empty for a share. */
    String siUnit() {
        return siUnit;
    }
}
