package io.sigmaprompt.bridge.rosbag;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Path;

/** What is said of a bag that is not as it was written. */
final class BagDamage {
    private BagDamage() {}

    static BadInputException at(String place, String problem) {
        return new BadInputException(
                place, problem, "The bag is damaged here; copy it again from its source. What stands before is read.");
    }

    static BadInputException unreadable(Path file, IOException cause) {
        var bad = new BadInputException(
                file.toString(),
                "the file cannot be read (" + cause.getMessage() + ")",
                "Check the disk and permissions.");
        bad.initCause(cause);
        return bad;
    }
}
