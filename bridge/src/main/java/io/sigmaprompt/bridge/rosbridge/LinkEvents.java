package io.sigmaprompt.bridge.rosbridge;

import io.sigmaprompt.bridge.ros.RosTelemetry;
import io.sigmaprompt.twin.input.LinkState;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a connection tells its owner; called by the connection's threads, must not wait. */
interface LinkEvents {
    void published(String topic, @Nullable JsonNode message);

    /** Topics that will be subscribed beside joint states and references, with their types. */
    void telling(Map<String, RosTelemetry> further);

    /** Something that could not be understood. */
    void rejected(String place, String problem);

    /** The server comments on something we sent. */
    void status(String level, String text);

    void link(LinkState state, String reason);

    /** A command went out. */
    void sent();

    /** Commands that will never go out. */
    void unsent(long count);
}
