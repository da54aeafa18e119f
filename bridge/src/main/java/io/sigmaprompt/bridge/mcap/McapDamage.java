package io.sigmaprompt.bridge.mcap;

import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.nio.file.Path;

/** What is said of a file that is not as it was written. */
final class McapDamage {
    static final String REMEDY =
            "The file is damaged here; take an intact copy, or save what stands before with './sigma convert'.";

    static final String CHANGED = "The file was changed after it was written; take an intact copy.";

    private McapDamage() {}

    static BadInputException at(String place, String problem) {
        return new BadInputException(place, problem, REMEDY);
    }

    static BadInputException unreadable(String place, IOException e) {
        var bad = new BadInputException(
                place, "the file cannot be read (" + e.getMessage() + ")", "Check the disk and permissions.");
        bad.initCause(e);
        return bad;
    }

    /** A place within a file, for people. */
    static String place(Path file, long offset) {
        return file + ":byte " + offset;
    }
}
