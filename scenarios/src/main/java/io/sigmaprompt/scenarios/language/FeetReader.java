package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.estimation.base.FootLinks;
import java.util.ArrayList;
import java.util.List;

/** Reads which links of a robot are its feet. */
final class FeetReader {
    private FeetReader() {}

    /** The feet that a robot's section names; those that cannot be are complained about and left out. */
    static List<String> feet(String robot, Section at, RobotModel model) {
        List<Section> items = at.items("feet");
        if (!items.isEmpty() && !model.floatingBase()) {
            at.child("feet")
                    .complain(
                            "expected no feet, for the base of robot '" + robot + "' is fixed",
                            "Set base: floating if it walks, or leave feet out.");
            return List.of();
        }
        List<String> feet = new ArrayList<>();
        for (Section item : items) {
            if (mayStand(robot, item, model)) {
                feet.add(item.text());
            }
        }
        return feet;
    }

    private static boolean mayStand(String robot, Section item, RobotModel model) {
        String name = item.text();
        List<String> links = model.links().stream().map(Link::name).toList();
        List<String> ends = FootLinks.candidates(model);
        int link = links.indexOf(name);
        if (link < 0) {
            String what = model.jointIndex(name) >= 0 ? "; that is a joint" : "";
            item.complain(
                    "robot '" + robot + "' has no link '" + name + "'" + what,
                    DidYouMean.remedy(name, ends, "Links that may be feet are "));
            return false;
        }
        boolean moved = false;
        for (int l = link; l > 0; l = model.parentLink(l - 1)) {
            moved |= model.joints().get(l - 1).type().velocities() > 0;
        }
        if (!moved) {
            item.complain(
                    "expected a link that joints move, but '" + name + "' is part of the base of robot '" + robot + "'",
                    "Links that may be feet are " + String.join(", ", ends) + ".");
        }
        return moved;
    }
}
