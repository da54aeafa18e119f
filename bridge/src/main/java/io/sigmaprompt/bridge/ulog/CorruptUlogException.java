package io.sigmaprompt.bridge.ulog;

/** A message that does not hold what its type says. The reader adds where it stands and goes on behind it. */
final class CorruptUlogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorruptUlogException(String problem) {
        super(problem);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
