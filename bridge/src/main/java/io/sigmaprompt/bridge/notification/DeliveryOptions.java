package io.sigmaprompt.bridge.notification;

import io.sigmaprompt.bridge.core.ConnectionOptions;
import io.sigmaprompt.physics.model.BadInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options that every way of notifying has, and secrets from the environment. */
final class DeliveryOptions {
    private static final List<String> COMMON = List.of("attempts", "pause", "timeout", "farewell", "queue");

    private final String place;
    private final ConnectionOptions options;

    DeliveryOptions(String place, Map<String, String> values, List<String> further) {
        this.place = place;
        List<String> known = new ArrayList<>(COMMON);
        known.addAll(further);
        options = new ConnectionOptions(place, values, known);
    }

    Delivery.Patience patience() {
        Duration least = Duration.ofNanos(options.nanos("pause", "500 ms", false));
        return new Delivery.Patience(
                options.integer("queue", 256, 1, 100_000),
                options.integer("attempts", 5, 1, 100),
                least,
                least.multipliedBy(64),
                Duration.ofNanos(options.nanos("farewell", "3 s", true)));
    }

    /** How long one attempt may take. */
    Duration timeout() {
        return Duration.ofNanos(options.nanos("timeout", "5 s", false));
    }

    String text(String name, String otherwise) {
        return options.text(name, otherwise);
    }

    /** The secret that stands in the environment variable which the option names; empty without the option. */
    String secret(String name) {
        if (!options.has(name)) {
            return "";
        }
        String variable = options.text(name, "");
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new BadInputException(
                    place,
                    "expected a secret in the environment variable '" + variable + "', found none",
                    "Set it before the run; secrets never stand in a scenario, for that is recorded.");
        }
        return value;
    }
}
