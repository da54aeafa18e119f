package io.sigmaprompt.workbench.mind;

/**
 * A node of a tree as the panel shows it.
 *
 * @param depth how many nodes are above it
 * @param shape the shape that tells its kind
 * @param title its name, else its kind
 * @param says what its element says
 * @param busy whether it was ticked in the tick that was told last
 * @param hint its kind, and how it stands since when
 */
public record NodeRow(
        int depth, KindShape shape, String title, String says, Standing standing, boolean busy, String hint) {
    /** Whether it is the same node, however it stands. */
    boolean sameNode(NodeRow other) {
        return depth == other.depth && shape == other.shape && title.equals(other.title) && says.equals(other.says);
    }
}
