package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;

/** Makes joints that follow others (URDF's mimic) do so, and gives the torques they need to those that they follow. */
final class FollowedTorques {
    private final DrivenJoints joints;
    private final int[] q;
    private final int[] v;
    /** Of joints that follow. */
    private final int[] followers;

    private final double[] driven;
    private final double[] column;

    FollowedTorques(RobotModel model) {
        joints = new DrivenJoints(model);
        int n = joints.count();
        q = new int[n];
        v = new int[n];
        for (int j = 0; j < n; j++) {
            int joint = model.jointIndex(joints.names().get(j));
            q[j] = model.qIndex(joint);
            v[j] = model.vIndex(joint);
        }
        followers = model.joints().stream()
                .filter(joint -> joint.mimic() != null)
                .mapToInt(joint -> model.vIndex(model.jointIndex(joint.name())))
                .toArray();
        driven = new double[n];
        column = new double[model.nv()];
    }

    /** Puts followers where they follow; each array is modified. */
    void constrain(double[] position, double[] velocity, double[] acceleration) {
        if (followers.length == 0) {
            return;
        }
        read(position, q);
        joints.scatterPosition(driven, position);
        read(velocity, v);
        joints.scatterVelocity(driven, velocity);
        read(acceleration, v);
        joints.scatterVelocity(driven, acceleration);
    }

    private void read(double[] from, int[] at) {
        for (int j = 0; j < driven.length; j++) {
            driven[j] = from[at[j]];
        }
    }

    /**
     * Adds the followers' rows to those of the joints they follow, by virtual work, and leaves zeros.
     *
     * @param rows nv x width, row-major. Modified.
     */
    void gather(double[] rows, int width) {
        for (int c = 0; c < width && followers.length > 0; c++) {
            for (int r = 0; r < column.length; r++) {
                column[r] = rows[r * width + c];
            }
            joints.gatherEffort(column, driven);
            for (int j = 0; j < driven.length; j++) {
                rows[v[j] * width + c] = driven[j];
            }
            for (int follower : followers) {
                rows[follower * width + c] = 0;
            }
        }
    }
}
