package io.sigmaprompt.twin.port;

import org.jspecify.annotations.Nullable;

/** Something outside failed: a server, a device, a disk. The command line answers it with exit code 3. */
public final class OutsideFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A complaint about the outside.
     *
     * @param place address, device or file
     * @param problem what happened
     * @param remedy what to look at or to do
     */
    public OutsideFailureException(String place, String problem, String remedy) {
        super(place + ": " + problem + ". " + remedy);
    }

    public OutsideFailureException(String place, String problem, String remedy, @Nullable Throwable cause) {
        super(place + ": " + problem + ". " + remedy, cause);
    }
}
