package io.sigmaprompt.twin.skill;

/** What a proposal wants the robot to do. */
public sealed interface Goal {
    /** Stop where it is, along the way it was going. */
    record Hold() implements Goal {}

    /**
     * Follow a path, from where it left off.
     *
     * @param speed share of the path's own speed, in (0, 1]
     */
    record FollowPath(JointPath path, double speed) implements Goal {}

    /** What it wants, in a few words. */
    default String inWords() {
        return switch (this) {
            case Hold _ -> "hold still";
            case FollowPath follow ->
                "follow '" + follow.path().name() + "' at " + (int) StrictMath.round(follow.speed() * 100) + " % speed";
        };
    }
}
