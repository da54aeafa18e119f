package io.sigmaprompt.physics.world;

import java.io.Serial;

/** A world that cannot go on: its state is that before the step which failed. */
public final class WorldStoppedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String body;
    private final double time;

    WorldStoppedException(String body, double time, String reason) {
        super("body '" + body + "' at " + time + " s: " + reason);
        this.body = body;
        this.time = time;
    }

    /** Where it failed first. */
    public String body() {
        return body;
    }

    /** Simulated seconds. */
    public double time() {
        return time;
    }
}
