package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.List;

/** The joints that carry a drive: those of one coordinate that mimic no other, in model order. */
public final class Drives {
    public final int count;
    /** Joint index of each drive. */
    public final int[] joint;
    /** Each drive's entry in q. */
    public final int[] q;
    /** Each drive's entry in v. */
    public final int[] v;

    private final List<String> names = new ArrayList<>();

    public Drives(RobotModel model) {
        List<Integer> found = new ArrayList<>();
        for (int j = 0; j < model.joints().size(); j++) {
            Joint description = model.joints().get(j);
            if (description.type().isScalar() && description.mimic() == null) {
                found.add(j);
                names.add(description.name());
            }
        }
        count = found.size();
        joint = new int[count];
        q = new int[count];
        v = new int[count];
        for (int d = 0; d < count; d++) {
            joint[d] = found.get(d);
            q[d] = model.qIndex(joint[d]);
            v[d] = model.vIndex(joint[d]);
        }
    }

    public String name(int drive) {
        return names.get(drive);
    }

    public int indexOf(String name) {
        return names.indexOf(name);
    }
}
