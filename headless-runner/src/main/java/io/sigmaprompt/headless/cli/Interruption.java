package io.sigmaprompt.headless.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While this is open, Ctrl-C (or a kind kill) asks for an end instead of ending the process; the process ends, with the
 * exit code of the signal, when this is closed or the patience is over. So it is open around all that a command says.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile Runnable ask = () -> {};

    Interruption() {
        hook = new Thread(
                () -> {
                    if (closed.getCount() == 0) {
                        return;
                    }
                    ask.run();
                    try {
                        closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What to call, from a thread of its own, when the end is asked for. */
    void onAsked(Runnable how) {
        ask = how;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook has been told by the latch.
        }
    }
}
