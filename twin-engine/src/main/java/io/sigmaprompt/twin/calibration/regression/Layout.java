package io.sigmaprompt.twin.calibration.regression;

import java.util.List;

/**
 * Where each unknown stands in the vector x: ten inertial parameters a moving body, then the joints' numbers, kind by kind
 * and within a kind joint by joint. Immutable.
 *
 * @param bodies moving bodies of the robot
 * @param joints joints that the log knows
 * @param kinds what is asked of each joint
 */
public record Layout(int bodies, int joints, List<Unknown> kinds) {
    public Layout {
        kinds = List.copyOf(kinds);
    }

    /** How many unknowns there are. */
    public int size() {
        return inertial() + joints * kinds.size();
    }

    /** How many of them are bodies' inertial parameters. */
    public int inertial() {
        return PseudoInertia.PARAMETERS * bodies;
    }

    /** Whether joints are asked for it. */
    public boolean has(Unknown kind) {
        return kinds.contains(kind);
    }

    /** The place of a joint's number; {@link #has} must hold. */
    public int index(Unknown kind, int joint) {
        return inertial() + joints * kinds.indexOf(kind) + joint;
    }

    /** Which unknowns may not be negative. */
    boolean[] nonNegative() {
        boolean[] which = new boolean[size()];
        for (Unknown kind : kinds) {
            for (int j = 0; j < joints; j++) {
                which[index(kind, j)] = kind.nonNegative();
            }
        }
        return which;
    }
}
