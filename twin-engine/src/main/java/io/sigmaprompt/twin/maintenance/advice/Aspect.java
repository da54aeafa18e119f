package io.sigmaprompt.twin.maintenance.advice;

import java.util.Locale;

/** Of what a joint may wear out, what that means and what is done about it. */
public enum Aspect {
    FRICTION(
            "friction",
            "grease or replace its gear and bearings, and see whether its brake drags",
            "it takes more effort to move than body and load explain"),
    EFFORT_GAIN(
            "effort for what the model needs",
            "calibrate its effort sensor, and see whether it carries a load that the model does not know",
            "measured effort and the model's part in proportion"),
    CURRENT_GAIN(
            "current at equal torque",
            "look at its motor: magnets, commutation and the current sensor",
            "its motor gives another torque for the same current"),
    THERMAL_RESISTANCE(
            "temperature rise at equal load",
            "clean its cooling, and see that motor and bearings run free and have contact with the housing",
            "it gets warmer from the same load"),
    BACKLASH(
            "play between motor and link",
            "adjust or replace its gear, then calibrate its position anew",
            "motor and link part further as the load turns round"),
    DEAD_TRAVEL(
            "dead travel between command and position",
            "look at its gear for play and at its servo for stiffness",
            "it rests further from where it is commanded as the load turns round"),
    DAMAGE("load collective", "replace its gear", "its gear has borne the cycles it is made for"),
    TRAVEL("travel", "replace its bearings", "its bearings have gone the way they are made for");

    private final String words;
    private final String remedy;
    private final String meaning;

    Aspect(String words, String remedy, String meaning) {
        this.words = words;
        this.remedy = remedy;
        this.meaning = meaning;
    }

    public String words() {
        return words;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }

    /** What it means that it changes. */
    public String meaning() {
        return meaning;
    }

    /** As it is written in a file of limits. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it sums up from session to session. */
    boolean adds() {
        return this == DAMAGE || this == TRAVEL;
    }
}
