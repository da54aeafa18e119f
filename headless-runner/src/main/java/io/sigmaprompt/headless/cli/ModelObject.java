package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.mechanism.RobotReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The object that {@code model --json} prints; null where a limit is infinite. */
final class ModelObject {
    private ModelObject() {}

    static Map<String, Object> of(RobotReading reading, int meshesFound, Set<String> meshesMissing) {
        RobotModel model = reading.model();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", model.name());
        object.put("totalMass", model.totalMass());
        object.put("nq", model.nq());
        object.put("nv", model.nv());
        object.put("links", model.links().stream().map(ModelObject::link).toList());
        object.put("joints", model.joints().stream().map(ModelObject::joint).toList());
        object.put("mechanism", MechanismText.counts(reading.mechanism()));
        object.put("meshesFound", meshesFound);
        object.put("meshesMissing", List.copyOf(meshesMissing));
        object.put("warnings", reading.warnings().stream().map(Object::toString).toList());
        return object;
    }

    private static Map<String, Object> link(Link link) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", link.name());
        object.put("mass", link.inertia().mass());
        object.put("visuals", link.visuals().size());
        object.put("collisions", link.collisions().size());
        return object;
    }

    private static Map<String, Object> joint(Joint joint) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", joint.name());
        object.put("type", joint.type().name().toLowerCase(Locale.ROOT));
        object.put("parent", joint.parent());
        object.put("child", joint.child());
        object.put("lower", JsonNumber.of(joint.limits().lower()));
        object.put("upper", JsonNumber.of(joint.limits().upper()));
        object.put("velocity", JsonNumber.of(joint.limits().velocity()));
        object.put("effort", JsonNumber.of(joint.limits().effort()));
        object.put("damping", joint.dynamics().damping());
        object.put("friction", joint.dynamics().friction());
        object.put("armature", joint.dynamics().armature());
        if (joint.mimic() != null) {
            object.put("mimic", joint.mimic().joint());
        }
        return object;
    }
}
