package io.sigmaprompt.headless.bench.world;

import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What native MuJoCo took for scenes of these names on another day, and how those were driven. */
final class WorldFigures {
    private final JsonNode root;

    private WorldFigures(JsonNode root) {
        this.root = root;
    }

    static WorldFigures shipped() {
        InputStream in = Objects.requireNonNull(
                WorldFigures.class.getResourceAsStream("world-peers.json"), "the peers' figures");
        return new WorldFigures(JsonMapper.shared().readTree(in));
    }

    /** Whence the figures are. */
    String source() {
        return root.get("source").asString();
    }

    /** Microseconds a step, or null where there is no figure of a scene of that name. */
    @Nullable
    Double nativeMicros(String scene) {
        JsonNode figure = root.get("scenes").path(scene).get("native");
        return figure == null ? null : figure.asDouble();
    }

    /** The amplitude of random controls that belongs to a scene; 0 where it has its own. */
    double amplitude(String scene) {
        return root.get("scenes").path(scene).path("randomControl").asDouble(0);
    }
}
