package io.sigmaprompt.physics.world.tree;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.List;

/** The joints whose linear velocity is told in axes that turn with them: floating, and planar. */
final class TurningAxes {
    /** First freedoms, and whether they are planar. */
    private final int[] starts;

    private final boolean[] planar;

    TurningAxes(RobotModel model) {
        List<Integer> first = new ArrayList<>();
        List<Boolean> flat = new ArrayList<>();
        if (model.floatingBase()) {
            first.add(0);
            flat.add(false);
        }
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type() == JointType.FLOATING || joint.type() == JointType.PLANAR) {
                first.add(model.vIndex(j));
                flat.add(joint.type() == JointType.PLANAR);
            }
        }
        starts = first.stream().mapToInt(Integer::intValue).toArray();
        planar = new boolean[starts.length];
        for (int i = 0; i < starts.length; i++) {
            planar[i] = flat.get(i);
        }
    }

    /**
     * v in the axes at the step's start, as the end of the step will have it by turning alone.
     *
     * @param out Modified. all of v
     */
    void add(double[] from, double dt, double[] out) {
        System.arraycopy(from, 0, out, 0, from.length);
        for (int t = 0; t < starts.length; t++) {
            int i = starts[t];
            if (planar[t]) {
                out[i] -= dt * from[i + 2] * from[i + 1];
                out[i + 1] += dt * from[i + 2] * from[i];
            } else {
                out[i + 3] += dt * (from[i + 1] * from[i + 5] - from[i + 2] * from[i + 4]);
                out[i + 4] += dt * (from[i + 2] * from[i + 3] - from[i] * from[i + 5]);
                out[i + 5] += dt * (from[i] * from[i + 4] - from[i + 1] * from[i + 3]);
            }
        }
    }
}
