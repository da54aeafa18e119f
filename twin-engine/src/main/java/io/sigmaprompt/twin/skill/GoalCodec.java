package io.sigmaprompt.twin.skill;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goals and paths in canonical form, for snapshots. */
public final class GoalCodec {
    private static final int NONE = 0;
    private static final int HOLD = 1;
    private static final int FOLLOW_PATH = 2;

    private GoalCodec() {}

    public static void save(@Nullable Goal goal, CanonicalOutput out) {
        switch (goal) {
            case null -> out.putByte(NONE);
            case Goal.Hold _ -> out.putByte(HOLD);
            case Goal.FollowPath follow -> {
                out.putByte(FOLLOW_PATH);
                savePath(follow.path(), out);
                out.putDouble(follow.speed());
            }
        }
    }

    public static @Nullable Goal restore(CanonicalInput in) {
        return switch (in.getByte()) {
            case HOLD -> new Goal.Hold();
            case FOLLOW_PATH -> new Goal.FollowPath(restorePath(in), in.getDouble());
            default -> null;
        };
    }

    static void savePath(JointPath path, CanonicalOutput out) {
        out.putString(path.name());
        out.putStrings(path.joints());
        out.putInt(path.waypoints().size());
        path.waypoints().forEach(out::putDoubles);
        out.putDouble(path.legSeconds());
        out.putBoolean(path.cyclic());
    }

    static JointPath restorePath(CanonicalInput in) {
        String name = in.getString();
        List<String> joints = in.getStrings();
        double[][] waypoints = new double[in.getInt()][];
        for (int k = 0; k < waypoints.length; k++) {
            waypoints[k] = in.getDoubles();
        }
        return new JointPath(name, joints, List.of(waypoints), in.getDouble(), in.getBoolean());
    }
}
