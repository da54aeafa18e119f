package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;

/** Where an arm carries its load: the last link before its chain of moving joints ends or parts into fingers. */
public final class ToolLink {
    private ToolLink() {}

    /** The link's name, or nothing for robots with a free base, several arms or no joint at all. */
    public static String of(RobotModel model) {
        if (model.floatingBase()) {
            return "";
        }
        int link = 0;
        for (int next = onlyChild(model, 0); next > 0; next = onlyChild(model, next)) {
            link = next;
        }
        return link == 0 ? "" : model.links().get(link).name();
    }

    /** The one link that moves against a link or what is fixed to it, or 0. */
    private static int onlyChild(RobotModel model, int link) {
        int found = 0;
        for (int child = link + 1; child < model.links().size(); child++) {
            Joint joint = model.joints().get(child - 1);
            if (joint.type() != JointType.FIXED && carrier(model, model.parentLink(child - 1)) == link) {
                if (found > 0) {
                    return 0;
                }
                found = child;
            }
        }
        return found;
    }

    /** The link that moves what is fixed to a link. */
    private static int carrier(RobotModel model, int link) {
        int at = link;
        while (at > 0 && model.joints().get(at - 1).type() == JointType.FIXED) {
            at = model.parentLink(at - 1);
        }
        return at;
    }
}
