package io.sigmaprompt.headless.cli;

/** What the command line's exit codes mean. */
final class ExitCode {
    static final int PASSED = 0;

    /** An assertion or a scenario failed. */
    static final int FAILED = 1;

    /** Bad usage or bad input. */
    static final int BAD_INPUT = 2;

    /** Something outside failed: a server, a device, a disk. */
    static final int OUTSIDE = 3;

    /** Our own bug. */
    static final int BUG = 4;

    /** Ended by Ctrl-C, as shells number it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
