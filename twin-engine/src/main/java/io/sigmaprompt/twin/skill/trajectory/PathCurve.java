package io.sigmaprompt.twin.skill.trajectory;

/**
 * A curve through joint space over its own parameter s, from 0 to its length. Its tangent is continuous; its second
 * derivative is within each of its pieces.
 */
public interface PathCurve {
    /** How many joints. */
    int width();

    /** How many pieces, at least one. */
    int pieces();

    /** Where a piece begins; {@code start(pieces())} is the length of the whole. */
    double start(int piece);

    /**
     * Evaluates a piece.
     *
     * @param s from {@code start(piece)} to {@code start(piece + 1)}
     * @param position Modified. rad or m, one entry a joint, as the others
     * @param first Modified. dq/ds
     * @param second Modified. d²q/ds²
     */
    void evaluate(int piece, double s, double[] position, double[] first, double[] second);

    /** The length of the whole in s. */
    default double length() {
        return start(pieces());
    }
}
