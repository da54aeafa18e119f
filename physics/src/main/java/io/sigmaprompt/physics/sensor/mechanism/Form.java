package io.sigmaprompt.physics.sensor.mechanism;

import java.util.List;

/** What a sensor's numbers are, which decides how cutoff and noise act on them (MuJoCo's mjtDataType, and vectors). */
enum Form {
    /** Any number. */
    SCALAR(""),
    /** A number of 0 or more; -1 may stand for none. */
    POSITIVE(""),
    /** Three numbers. */
    VECTOR(".x .y .z"),
    /** A unit vector. */
    AXIS(".x .y .z"),
    /** A unit quaternion, in MJCF's order. */
    QUATERNION(".w .x .y .z");

    private final String suffixes;

    Form(String suffixes) {
        this.suffixes = suffixes;
    }

    /** What distinguishes the names of the numbers, one for each. */
    List<String> suffixes() {
        return List.of(suffixes.split(" ", -1));
    }
}
