package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which phase of its task a robot is in: the behaviour that was decided on, and how a joint moves in it. */
final class TaskPhase implements Restorable {
    /** Names of one behaviour's phases. */
    private record Names(String rests, String moves, String backwards, String forwards) {
        static Names of(String behaviour) {
            return new Names(
                    behaviour + "|rest", behaviour + "|motion", behaviour + "|backwards", behaviour + "|forwards");
        }
    }

    private final Map<String, Names> known = new LinkedHashMap<>();
    private String behaviour = "";
    private Names names = Names.of("");

    /** What was decided on; empty where nothing was. */
    void enter(String decided) {
        if (!behaviour.equals(decided)) {
            behaviour = decided;
            names = known.computeIfAbsent(decided, Names::of);
        }
    }

    String behaviour() {
        return behaviour;
    }

    /** The phase of something that moves or does not. */
    String of(boolean moves) {
        return moves ? names.moves() : names.rests();
    }

    /** The phase of something that moves one way or the other, or does not, being slower than a limit. */
    String of(double velocity, double limit) {
        if (Math.abs(velocity) < limit) {
            return names.rests();
        }
        return velocity < 0 ? names.backwards() : names.forwards();
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putString(behaviour);
    }

    @Override
    public void restore(CanonicalInput in) {
        enter(in.getString());
    }
}
