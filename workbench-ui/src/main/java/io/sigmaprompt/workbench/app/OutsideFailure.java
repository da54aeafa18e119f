package io.sigmaprompt.workbench.app;

/** Something outside the workbench failed: no graphics, a disk that is full. The message says what would help. */
final class OutsideFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutsideFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
