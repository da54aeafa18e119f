package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;

/**
 * Links that fixed joints hold together, as one, and which of these hangs on which (MuJoCo documentation, Computation,
 * Collision detection, filtering). A weld without mass and shapes is only there for its joint, so what hangs on it counts
 * as hanging on what carries it.
 */
final class WeldedLinks {
    /** The ground, or none. */
    static final int GROUND = -1;

    private final int[] weld;
    private final int[] parent;

    WeldedLinks(RobotModel model, StaticLinks ground) {
        int links = model.links().size();
        weld = new int[links];
        parent = new int[links];
        boolean[] empty = new boolean[links];
        Arrays.fill(empty, true);
        Arrays.fill(parent, GROUND);
        weld[0] = ground.contains(0) ? GROUND : 0;
        for (int j = 0; j < model.joints().size(); j++) {
            boolean fixed = model.joints().get(j).type() == JointType.FIXED;
            weld[j + 1] = fixed ? weld[model.parentLink(j)] : j + 1;
        }
        for (int link = 0; link < links; link++) {
            Link l = model.links().get(link);
            if (weld[link] != GROUND
                    && (l.inertia().mass() > 0 || !l.collisions().isEmpty())) {
                empty[weld[link]] = false;
            }
        }
        for (int link = 1; link < links; link++) {
            if (weld[link] == link) {
                int carrier = weld[model.parentLink(link - 1)];
                parent[link] = carrier != GROUND && empty[carrier] ? parent[carrier] : carrier;
            }
        }
    }

    /** Whether two links never move against each other. */
    boolean rigid(int a, int b) {
        return weld[a] == weld[b];
    }

    /** Whether one of two moving links hangs on the other by joints alone. */
    boolean adjacent(int a, int b) {
        int first = weld[a];
        int second = weld[b];
        return first != GROUND && second != GROUND && (parent[first] == second || parent[second] == first);
    }
}
