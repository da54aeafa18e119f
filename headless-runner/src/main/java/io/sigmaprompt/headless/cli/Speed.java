package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;

/** The pace of a run, as a user writes it. */
final class Speed {
    private Speed() {}

    /** The speed, which must be 0 or more. */
    static double checked(double speed) {
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new BadInputException(
                    "--speed",
                    "expected a number of at least 0, found " + speed,
                    "Write 1 for real time, 0 for as fast as it can");
        }
        return speed;
    }
}
