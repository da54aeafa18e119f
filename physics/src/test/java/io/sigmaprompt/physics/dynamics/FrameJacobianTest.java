package io.sigmaprompt.physics.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A frame's Jacobian knows the joints that carry the frame, and no others. */
class FrameJacobianTest {

    @Property(tries = 100, seed = "20261122")
    void onlyTheJointsBetweenFrameAndWorldMoveIt(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        int nv = model.nv();
        double[] q = random.configuration(model);
        double[] jacobian = new double[6 * nv];
        for (int link = 0; link < model.links().size(); link++) {
            Frame frame = new Frame("tip", link, new Pose(0.1, 0.2, -0.3, 0, 0, 0, 1));
            new FrameJacobian(model).jacobian(q, frame, jacobian);
            boolean[] carries = new boolean[nv];
            for (int l = link; l > 0; l = model.parentLink(l - 1)) {
                int freedoms = model.joints().get(l - 1).type().velocities();
                for (int k = 0; k < freedoms; k++) {
                    carries[model.vIndex(l - 1) + k] = true;
                }
            }
            for (int k = 0; floating && k < 6; k++) {
                carries[k] = true;
            }
            for (int c = 0; c < nv; c++) {
                double sum = 0;
                for (int r = 0; r < 6; r++) {
                    sum += Math.abs(jacobian[nv * r + c]);
                }
                assertEquals(
                        carries[c],
                        sum > 0,
                        "column " + c + " of " + model.links().get(link).name());
            }
        }
    }
}
