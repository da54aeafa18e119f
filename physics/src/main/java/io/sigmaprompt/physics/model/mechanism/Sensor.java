package io.sigmaprompt.physics.model.mechanism;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that measures.
 *
 * @param kind the word that the file has for it, as {@code gyro} or {@code jointpos}
 * @param objectKind what it is fixed to or looks at: site, joint, tendon, actuator, body, geom, camera…; empty for none
 * @param object the name of that, empty for none
 * @param cutoff greatest magnitude, in the sensor's unit; 0 for none
 * @param noise standard deviation, in the sensor's unit
 * @param attributes all that the file says, as written
 */
public record Sensor(
        String name,
        String kind,
        String objectKind,
        String object,
        double cutoff,
        double noise,
        Map<String, String> attributes) {
    public Sensor {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
