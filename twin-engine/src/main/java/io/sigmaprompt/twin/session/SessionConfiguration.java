package io.sigmaprompt.twin.session;

import java.util.List;

/**
 * All that a kernel is built from; with the journal it determines every bit of a session.
 *
 * @param seed the session's seed, for the record; each body's noise seed is already derived from it
 * @param twins one a robot, in the order they are ticked
 */
public record SessionConfiguration(String name, long seed, List<TwinConfiguration> twins) {
    public SessionConfiguration {
        twins = List.copyOf(twins);
    }
}
