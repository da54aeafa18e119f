package io.sigmaprompt.workbench.topbar;

/** What the bar asks of the session. Called on the JavaFX thread; must not block. */
public interface Transport {
    /** Back to the session's first tick. */
    void reset();

    /** Run if {@code run}, else pause. */
    void run(boolean run);

    /** One tick; only while paused. */
    void step();

    /** Simulated seconds a second. */
    void speed(double factor);

    /** Asks to go to a mode; the session may refuse. */
    void mode(SessionMode mode);

    /** Stops all motion now. */
    void stop();
}
