package io.sigmaprompt.workbench.topbar;

/** What the bar asks of the session. Called on the JavaFX thread; must not block. */
public interface Transport {
    /** Back to the session's first tick. */
    void reset();

    /** Run if {@code run}, else pause. */
    void run(boolean run);

    /** One cycle; pauses first. */
    void step();

    /** Session seconds a second; 0 for as fast as it can. */
    void speed(double factor);

    /** Asks to go to a mode; the session may refuse. */
    void mode(SessionMode mode);

    /** Stops all motion now, or releases STOP. */
    void stop(boolean engaged);
}
