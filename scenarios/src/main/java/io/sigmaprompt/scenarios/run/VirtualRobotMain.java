package io.sigmaprompt.scenarios.run;

/** The process of a virtual robot: {@code scenario.yaml robotName [--host H] [--port P]}. */
@SuppressWarnings("DoNotCallSuggester")
public final class VirtualRobotMain {
    private VirtualRobotMain() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException(String.join(" ", args));
    }
}
