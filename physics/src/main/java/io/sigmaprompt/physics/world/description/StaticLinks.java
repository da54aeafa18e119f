package io.sigmaprompt.physics.world.description;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import org.jspecify.annotations.Nullable;

/** The links of a robot that never move: its root, where that is welded to the world, and what is fixed to it. */
public final class StaticLinks {
    private final @Nullable Pose[] poses;

    public StaticLinks(RobotModel model) {
        poses = new Pose[model.links().size()];
        poses[0] = model.floatingBase() ? null : Pose.IDENTITY;
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            Pose parent = poses[model.parentLink(j)];
            if (parent != null && joint.type() == JointType.FIXED) {
                poses[j + 1] = under(parent, joint.origin());
            }
        }
    }

    /** Chains two poses, and leaves the inner one's bits alone where the outer one changes nothing. */
    public static Pose under(Pose outer, Pose inner) {
        return isIdentity(outer) ? inner : outer.times(inner);
    }

    /** Whether a pose changes nothing. */
    static boolean isIdentity(Pose pose) {
        return pose.x() == 0 && pose.y() == 0 && pose.z() == 0 && pose.qx() == 0 && pose.qy() == 0 && pose.qz() == 0;
    }

    /** Whether a link never moves. */
    public boolean contains(int link) {
        return poses[link] != null;
    }

    /**
     * The pose of a link that never moves.
     *
     * @return from the link's frame to the world's; null where it moves
     */
    public @Nullable Pose pose(int link) {
        return poses[link];
    }

    /**
     * Writes the pose of a link that never moves, and nothing for one that does.
     *
     * @param out Modified. 12 numbers at {@code oo}: R (3 x 3, row-major, link to world), then the link's origin, metres
     */
    public void write(int link, double[] out, int oo) {
        Pose pose = poses[link];
        if (pose != null) {
            System.arraycopy(pose.rotation(), 0, out, oo, 9);
            out[oo + 9] = pose.x();
            out[oo + 10] = pose.y();
            out[oo + 11] = pose.z();
        }
    }
}
