package io.sigmaprompt.physics.sensor.mechanism;

import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.MountedFrame;
import io.sigmaprompt.physics.sensor.SensedWorld;

/** Centre of mass, or its velocity, of a link and all that hangs on it; world axes. */
final class SubtreeQuantity extends Quantity {
    private final boolean velocity;
    private final MountedFrame[] centres;
    private final double[] share;

    /** Of the subtree whose root is {@code link}; where it has no mass, the link's origin stands for its centre. */
    SubtreeQuantity(boolean velocity, RobotModel model, int link, int firstLink) {
        super(Form.VECTOR, velocity ? "m/s" : "m");
        this.velocity = velocity;
        boolean[] inside = new boolean[model.links().size()];
        inside[link] = true;
        double total = model.links().get(link).inertia().mass();
        int count = 1;
        for (int joint = link; joint < model.joints().size(); joint++) {
            if (inside[model.parentLink(joint)]) {
                inside[joint + 1] = true;
                total += model.links().get(joint + 1).inertia().mass();
                count++;
            }
        }
        centres = new MountedFrame[count];
        share = new double[count];
        int next = 0;
        for (int i = link; i < inside.length; i++) {
            if (inside[i]) {
                Inertia inertia = model.links().get(i).inertia();
                centres[next] = new MountedFrame(new Mount(firstLink + i, Pose.at(inertia.com())));
                share[next] = total > 0 ? inertia.mass() / total : i == link ? 1 : 0;
                next++;
            }
        }
    }

    @Override
    void evaluate(SensedWorld world, double[] out, int o) {
        for (int i = 0; i < 3; i++) {
            out[o + i] = 0;
        }
        for (int k = 0; k < centres.length; k++) {
            MountedFrame centre = centres[k];
            if (velocity) {
                centre.move(world);
            } else {
                centre.locate(world);
            }
            for (int i = 0; i < 3; i++) {
                out[o + i] += share[k] * (velocity ? centre.velocity[3 + i] : centre.pose[9 + i]);
            }
        }
    }
}
