package io.sigmaprompt.twin.analysis.interaction;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.HashMap;
import java.util.Map;

/** The joint that carries each link: the nearest one towards the base that moves. */
final class LinkJoints {
    private final Map<String, String> carriers = new HashMap<>();

    LinkJoints(RobotModel model) {
        String[] carrier = new String[model.links().size()];
        carrier[0] = "";
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            carrier[j + 1] = joint.type().velocities() > 0 ? joint.name() : carrier[model.parentLink(j)];
            carriers.put(model.links().get(j + 1).name(), carrier[j + 1]);
        }
    }

    /** Empty for the base, and for what is no link. */
    String of(String link) {
        return carriers.getOrDefault(link, "");
    }
}
