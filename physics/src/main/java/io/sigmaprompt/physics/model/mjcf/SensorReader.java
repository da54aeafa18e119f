package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.mechanism.Sensor;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code <sensor>} (MuJoCo documentation, XML reference, sensor). */
final class SensorReader {
    private static final List<String> OBJECTS = List.of(
            "site", "joint", "tendon", "actuator", "objname", "camera", "body", "body1", "geom", "geom1", "subtree1");

    private final NameTable names;

    SensorReader(NameTable names) {
        this.names = names;
    }

    List<Sensor> read(XmlElement root) {
        List<Sensor> sensors = new ArrayList<>();
        for (XmlElement section : root.children("sensor")) {
            for (XmlElement element : section.children()) {
                if (Schema.sensors().contains(element.name())) {
                    sensors.add(sensor(element));
                }
            }
        }
        return sensors;
    }

    private Sensor sensor(XmlElement element) {
        String key = null;
        for (String candidate : OBJECTS) {
            key = key == null && element.attribute(candidate) != null ? candidate : key;
        }
        @Nullable String kind = key == null ? null : References.kind(element, key);
        String object = key == null ? "" : element.requiredAttribute(key).strip();
        String name = Words.name(element);
        names.claim("sensor", name, element);
        for (String attribute : element.attributes().keySet()) {
            check(element, attribute);
        }
        return new Sensor(
                name.isEmpty()
                        ? names.invent("sensor", object + (object.isEmpty() ? "" : "_") + element.name(), element)
                        : name,
                element.name(),
                kind == null ? "" : kind,
                object,
                Numbers.optional(element, "cutoff", 0),
                Numbers.optional(element, "noise", 0),
                element.attributes());
    }

    private void check(XmlElement element, String attribute) {
        String kind = References.kind(element, attribute);
        if (kind == null) {
            return;
        }
        // Spatial tendons and the actuators that are left out are still there to be measured, as far as names go.
        List<String> known = new ArrayList<>(names.of(kind));
        if (kind.equals("tendon")) {
            known.addAll(names.of("spatial"));
        }
        Words.reference(element, attribute, known, kind);
    }
}
