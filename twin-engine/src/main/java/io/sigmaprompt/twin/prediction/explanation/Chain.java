package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;

/** The driven joints that carry a link, and so feel what happens to it. Immutable. */
final class Chain {
    /** Their indices, rising. */
    private final int[] joints;

    Chain(Consistency laws, int link) {
        RobotModel model = laws.model;
        boolean[] carries = new boolean[laws.n];
        double[] one = new double[model.nv()];
        double[] felt = new double[laws.n];
        for (int l = link; l > 0; l = model.parentLink(l - 1)) {
            int velocities = model.joints().get(l - 1).type().velocities();
            Arrays.fill(one, 0);
            Arrays.fill(one, model.vIndex(l - 1), model.vIndex(l - 1) + velocities, 1);
            laws.joints.gatherEffort(one, felt);
            for (int i = 0; i < felt.length; i++) {
                carries[i] |= felt[i] != 0;
            }
        }
        int[] found = new int[laws.n];
        int length = 0;
        for (int i = 0; i < carries.length; i++) {
            if (carries[i]) {
                found[length++] = i;
            }
        }
        joints = Arrays.copyOf(found, length);
    }

    int length() {
        return joints.length;
    }

    /** The driven joint at a place of the chain. */
    int joint(int place) {
        return joints[place];
    }

    /** Whether the body's law is contradicted at any of them; without, nothing that happens to the link shows. */
    boolean suspicious(Evidence e) {
        for (int joint : joints) {
            if (HypothesisBank.suspicious(e, Evidence.BODY, joint)) {
                return true;
            }
        }
        return false;
    }
}
