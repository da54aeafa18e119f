package io.sigmaprompt.twin.cognition.tree.node;

/** The scripts that may stand at any node; the order of the first four is that in which they are looked at. */
public enum Condition {
    FAILURE_IF("_failureIf"),
    SUCCESS_IF("_successIf"),
    SKIP_IF("_skipIf"),
    WHILE("_while"),
    ON_HALTED("_onHalted"),
    ON_FAILURE("_onFailure"),
    ON_SUCCESS("_onSuccess"),
    POST("_post");

    private final String attribute;

    Condition(String attribute) {
        this.attribute = attribute;
    }

    public String attribute() {
        return attribute;
    }
}
