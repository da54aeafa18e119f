package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/** All of, any of, none of. Every part is evaluated, for parts remember. */
final class LogicNode extends Node {
    /** How parts are joined. */
    enum Junction {
        ALL,
        ANY,
        NONE
    }

    private final Junction junction;
    private final Node[] parts;

    LogicNode(Junction junction, List<Node> parts) {
        this.junction = junction;
        this.parts = parts.toArray(Node[]::new);
    }

    @Override
    boolean evaluate(long now) {
        int so = 0;
        for (Node part : parts) {
            so += part.evaluate(now) ? 1 : 0;
        }
        return switch (junction) {
            case ALL -> so == parts.length;
            case ANY -> so > 0;
            case NONE -> so == 0;
        };
    }

    @Override
    public void save(CanonicalOutput out) {}

    @Override
    public void restore(CanonicalInput in) {}
}
