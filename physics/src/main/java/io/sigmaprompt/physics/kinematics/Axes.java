package io.sigmaprompt.physics.kinematics;

/** Which of a target's three axes count. */
public record Axes(boolean x, boolean y, boolean z) {
    public static final Axes ALL = new Axes(true, true, true);
    public static final Axes NONE = new Axes(false, false, false);

    /** Whether the axis counts: 0 is x, 1 is y, 2 is z. */
    boolean counts(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    int count() {
        return (x ? 1 : 0) + (y ? 1 : 0) + (z ? 1 : 0);
    }

    /** The first axis that counts or, with {@code counting} false, that does not; -1 where there is none. */
    int first(boolean counting) {
        for (int axis = 0; axis < 3; axis++) {
            if (counts(axis) == counting) {
                return axis;
            }
        }
        return -1;
    }
}
