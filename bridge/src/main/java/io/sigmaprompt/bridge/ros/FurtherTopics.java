package io.sigmaprompt.bridge.ros;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Suggestion;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which topics are read beside the joint states, from the option {@code further-topics}: {@code none}, {@code auto} for
 * all whose type is known, or a list as {@code /odom=Odometry,/imu/data=Imu,/forces=Float64MultiArray}.
 *
 * @param auto whether they are to be found by their types
 * @param named those that were named, with their types
 */
public record FurtherTopics(boolean auto, Map<String, RosTelemetry> named) {
    /** The option's name. */
    public static final String OPTION = "further-topics";

    /** Reads none. */
    public static final FurtherTopics NONE = new FurtherTopics(false, Map.of());

    public FurtherTopics {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /**
     * Reads the option's value.
     *
     * @param place whose option it is, for messages
     * @throws BadInputException if it is neither word and no list of topics
     */
    public static FurtherTopics parse(String place, String value) {
        String text = value.strip();
        if (text.equals("none") || text.isEmpty()) {
            return NONE;
        }
        Map<String, RosTelemetry> named = new LinkedHashMap<>();
        boolean auto = false;
        for (String each : text.split(",", -1)) {
            String entry = each.strip();
            if (entry.equals("auto")) {
                auto = true;
                continue;
            }
            int equals = entry.indexOf('=');
            String topic = entry.substring(0, Math.max(0, equals)).strip();
            if (!topic.startsWith("/")) {
                throw new BadInputException(
                        place,
                        "option '" + OPTION + "' must be none, auto or a list of topics with their types, found '"
                                + entry + "'",
                        "Write them as /odom=Odometry,/imu/data=Imu");
            }
            String type = entry.substring(equals + 1).strip();
            RosTelemetry known = RosTelemetry.of(type);
            if (known == null) {
                var names = Arrays.stream(RosTelemetry.values())
                        .map(RosTelemetry::shortName)
                        .toList();
                throw new BadInputException(
                        place,
                        "option '" + OPTION + "': messages of type '" + type + "' tell nothing that is understood"
                                + Suggestion.phrase(type, names),
                        "Known are " + String.join(", ", names));
            }
            named.put(topic, known);
        }
        return new FurtherTopics(auto, named);
    }

    /** What a topic of some type is to be read as; null if it is not to be read. */
    public @Nullable RosTelemetry of(String topic, String type) {
        RosTelemetry wanted = named.get(topic);
        if (wanted != null || !auto) {
            return wanted;
        }
        RosTelemetry known = RosTelemetry.of(type);
        return known != null && known.foundByType() ? known : null;
    }
}
