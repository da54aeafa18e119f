package io.sigmaprompt.twin.cognition.tree.board;

/** The state a node is in, or what a tick of it gave; numbered as in BehaviorTree.CPP and in Groot2's protocol. */
public enum NodeStatus {
    IDLE,
    RUNNING,
    SUCCESS,
    FAILURE,
    SKIPPED;

    private static final NodeStatus[] ALL = values();

    /** Whether it has come to an end: SUCCESS or FAILURE. */
    public boolean completed() {
        return this == SUCCESS || this == FAILURE;
    }

    /** Whether it is at work or has been: neither IDLE nor SKIPPED. */
    public boolean active() {
        return this != IDLE && this != SKIPPED;
    }

    /** The status of that number. */
    public static NodeStatus of(int ordinal) {
        return ALL[ordinal];
    }

    /** The status of that name. */
    static NodeStatus named(String text) {
        for (NodeStatus status : ALL) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw new BoardException("'" + text + "' is no status; those are IDLE, RUNNING, SUCCESS, FAILURE and SKIPPED");
    }
}
